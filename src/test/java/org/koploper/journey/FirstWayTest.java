package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;

/**
 * The first way through the product, as people walk it: a rep looks up rank and pay and asks why; a manager wins a deal,
 * and board and statement of the rep move.
 */
@OnDemo
class FirstWayTest extends Walk {

    private static final Pattern MONEY = Pattern.compile("[\\d.,]*\\d");

    @Test
    void aRepSeesWhereTheyStandAndWhyTheyEarnWhatTheyEarn() {
        try (Visitor an = signIn("an@demo")) {
            Page page = an.page();
            assertThat(page.locator("h1")).containsText("My ");
            String earned = page.locator(".kp-figure").first().innerText();
            assertThat(earned).startsWith("€");

            page.getByRole(
                            AriaRole.LINK,
                            new GetByRoleOptions().setName("Leaderboard").setExact(true))
                    .first()
                    .click();
            assertThat(page.locator(".kp-rank-self")).containsText("An Verhaegen");

            page.getByRole(
                            AriaRole.LINK,
                            new GetByRoleOptions().setName("Statement").setExact(true))
                    .first()
                    .click();
            assertThat(page.locator("h1")).containsText("Statement");
            assertThat(page.locator(".kp-screen .kp-figure").first()).hasText(earned);
            page.locator(".kp-lines")
                    .getByRole(AriaRole.BUTTON)
                    .filter(new Locator.FilterOptions().setHasText("Why"))
                    .first()
                    .click();
            assertThat(page.locator(".kp-explain").first()).containsText("×");
        }
    }

    @Test
    void aManagerWinsADealAndTheRepsBoardAndStatementMove() {
        try (Visitor an = signIn("an@demo");
                Visitor bram = signIn("bram@demo")) {
            an.page().navigate(an.address("/statements"));
            Locator total = an.page().locator(".kp-screen .kp-figure").first();
            double before = amount(total.innerText());
            an.page().navigate(an.address("/leaderboard/revenue"));
            Locator own = an.page().locator(".kp-rank-self");
            assertThat(own).containsText("An Verhaegen");
            String revenue = own.locator(".kp-rank-value").innerText();

            bram.page().navigate(bram.address("/team"));
            assertThat(bram.page().getByText("Targets of team and organisation"))
                    .isVisible();
            bram.page()
                    .locator(".kp-deal")
                    .filter(new Locator.FilterOptions().setHasText("An Verhaegen"))
                    .first()
                    .getByText("Win", new Locator.GetByTextOptions().setExact(true))
                    .click();
            bram.page()
                    .locator("vaadin-dialog")
                    .getByText("Win", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(bram.page().locator("vaadin-notification-card").first()).containsText("is won");

            // An did not touch anything: her open board moves by itself
            assertThat(own.locator(".kp-rank-value")).not().hasText(revenue);
            an.page().navigate(an.address("/statements"));
            assertThat(total).not().hasText("");
            assertThat(amount(total.innerText())).isGreaterThan(before);
        }
    }

    private static double amount(String money) {
        var found = MONEY.matcher(money);
        assertThat(found.find()).as(money).isTrue();
        return Double.parseDouble(found.group().replace(",", ""));
    }
}
