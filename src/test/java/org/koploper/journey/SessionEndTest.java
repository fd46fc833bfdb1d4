package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;

/** A session that is over, and a connection that is lost, as people meet them. */
@OnDemo
class SessionEndTest extends Walk {

    private static final String WHY = "Why (for the audit trail)";

    @Test
    void whoseSessionIsOverSignsInAndIsWhereTheyWere() {
        try (Visitor an = signIn("an@demo")) {
            Page page = an.open("leaderboard/revenue?view=all");
            end(an);
            page.locator(".kp-period-steps vaadin-button").first().click();

            assertThat(page).hasURL(Pattern.compile("/sign-in\\?continue=%2Fleaderboard%2Frevenue"));
            enter(page, "an@demo");
            assertThat(page).hasURL(Pattern.compile("/leaderboard/revenue\\?.*view=all"));
        }
    }

    @Test
    void whatWasTypedIsOfferedBackAfterTheSessionEnded() {
        try (Visitor bram = signIn("bram@demo")) {
            Page page = bram.open("team");
            String deal = change(page);
            page.getByLabel(WHY).fill("The customer took two more");
            page.getByLabel(WHY).press("Tab");
            bram.settle();
            end(bram);
            page.locator("vaadin-dialog vaadin-button").getByText("Save").click();
            assertThat(page).hasURL(Pattern.compile("/sign-in\\?continue=%2Fteam"));
            enter(page, "bram@demo");
            assertThat(page).hasURL(Pattern.compile("/team$"));

            Assertions.assertThat(change(page)).isEqualTo(deal);
            page.getByText("Restore what you typed").click();
            assertThat(page.getByLabel(WHY)).hasValue("The customer took two more");
            page.locator("vaadin-dialog")
                    .getByText("Cancel", new Locator.GetByTextOptions().setExact(true))
                    .click();
            change(page);
            bram.settle();
            assertThat(page.getByText("Restore what you typed")).isHidden();
        }
    }

    @Test
    void whatWasTypedOnAPageIsOfferedBackTooAlsoWithoutCookies() {
        try (Visitor an = signIn("an@demo")) {
            Page page = an.open("record/customers");
            page.getByLabel("Name").fill("Unsaved customer");
            page.getByLabel("Name").press("Tab");
            an.settle();
            page.context().clearCookies();
            page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page).hasURL(Pattern.compile("/sign-in\\?continue=%2Frecord%2Fcustomers"));
            enter(page, "an@demo");
            assertThat(page).hasURL(Pattern.compile("/record/customers$"));

            page.getByText("Restore what you typed").click();
            assertThat(page.getByLabel("Name")).hasValue("Unsaved customer");
            page.getByText("Back to customers").click();
            page.getByText("Leave", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page).hasURL(Pattern.compile("/records/customers$"));
            an.open("record/customers");
            an.settle();
            assertThat(page.getByText("Restore what you typed")).isHidden();
        }
    }

    /** Opens the first deal to change and answers its name. */
    private static String change(Page page) {
        Locator button = page.locator(".kp-deal vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Change"))
                .first();
        button.click();
        page.getByLabel(WHY).waitFor();
        return button.getAttribute("aria-label");
    }

    /** The server knows the session no longer, as after a night. */
    private static void end(Visitor visitor) {
        visitor.page()
                .context()
                .addCookies(List.of(new Cookie("KOPLOPER", "no-session-of-this-name").setUrl(visitor.address("/"))));
    }

    private static void enter(Page page, String username) {
        page.fill("input[name=username]", username);
        page.fill("input[name=password]", "koploper-demo");
        page.click("main > form > button");
    }

    @Test
    void aLostConnectionIsToldInTheReadersLanguage() {
        try (Visitor an = Visitor.speaking("nl-BE", chromium, port, "an@demo")) {
            Page page = an.open("leaderboard/revenue");
            page.context().setOffline(true);
            page.locator(".kp-period-steps vaadin-button").first().click();

            Locator told = page.locator("vaadin-connection-indicator[role=status]");
            assertThat(told).containsText("De verbinding is weg");
        }
    }
}
