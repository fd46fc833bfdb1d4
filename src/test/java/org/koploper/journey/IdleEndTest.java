package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;
import org.springframework.test.context.TestPropertySource;

/**
 * Nothing is done for longer than the settings allow: first a question, then the sign-in page, and back. The clock of the
 * browser is moved by the test.
 */
@OnDemo
@TestPropertySource(properties = "koploper.sign-in.idle=20m")
class IdleEndTest extends Walk {

    private static final String WHY = "Why (for the audit trail)";

    private static Locator question(Page page) {
        return page.locator("dialog.kp-idle");
    }

    @Test
    void whoAnswersTheQuestionStaysSignedIn() {
        try (Visitor an = signIn("an@demo")) {
            an.page().clock().install();
            Page page = an.open("my/month");
            page.clock().fastForward("17:00");
            assertThat(question(page)).hasCount(0);

            page.clock().fastForward("01:00");
            assertThat(question(page)).isVisible();
            assertThat(question(page)).hasAttribute("role", "alertdialog");
            assertThat(question(page)).containsText(Pattern.compile("signed out in [12]:\\d\\d"));
            assertThat(question(page).getByText("Stay signed in")).isFocused();
            Assertions.assertThat(Axe.findings(page)).isEmpty();

            page.keyboard().press("Escape");
            assertThat(question(page)).hasCount(0);
            page.clock().fastForward("17:00");
            assertThat(question(page)).hasCount(0);
            assertThat(page).hasURL(Pattern.compile("/my/month$"));
        }
    }

    @Test
    void whatIsDoneInAnotherTabCounts() {
        try (Visitor an = signIn("an@demo")) {
            an.page().clock().install();
            Page page = an.open("my/month");
            page.clock().fastForward("18:30");
            assertThat(question(page)).isVisible();

            page.evaluate("() => localStorage.setItem('kp-acted', String(Date.now()))");
            page.clock().runFor(1500);
            assertThat(question(page)).hasCount(0);
        }
    }

    @Test
    void afterTheLimitOneSignsInIsWhereOneWasAndFindsWhatOneTyped() {
        try (Visitor bram = signIn("bram@demo")) {
            bram.page().clock().install();
            Page page = bram.open("team");
            change(page);
            page.getByLabel(WHY).fill("The customer took two more");
            page.getByLabel(WHY).press("Tab");
            bram.settle();

            page.clock().fastForward("20:01");
            assertThat(page).hasURL(Pattern.compile("/sign-in\\?continue=%2Fteam"));
            page.fill("input[name=username]", "bram@demo");
            page.fill("input[name=password]", "koploper-demo");
            page.click("main > form > button");
            assertThat(page).hasURL(Pattern.compile("/team$"));
            change(page);
            assertThat(page.getByText("Restore what you typed")).isVisible();
        }
    }

    @Test
    void theQuestionDoesNotCloseTheDialogBelow() {
        try (Visitor bram = signIn("bram@demo")) {
            bram.page().clock().install();
            Page page = bram.open("team");
            change(page);
            page.getByLabel(WHY).fill("Half a sentence");
            page.clock().fastForward("18:30");
            question(page).getByText("Stay signed in").click();

            assertThat(question(page)).hasCount(0);
            assertThat(page.getByLabel(WHY)).hasValue("Half a sentence");
        }
    }

    private static void change(Page page) {
        page.locator(".kp-deal vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Change"))
                .first()
                .click();
        page.getByLabel(WHY).waitFor();
    }
}
