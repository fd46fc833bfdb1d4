package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.testing.OnDemo;

/**
 * A working day of each role with the keyboard alone, from signing in: at a desk in English and, with a keyboard beside it,
 * on a phone in Dutch. Nothing here clicks: what the keyboard does not reach fails.
 */
@OnDemo
class DayTest extends Walk {

    @ParameterizedTest
    @CsvSource({"1280, en-GB", "390, nl-BE"})
    void aRepLooksUpTheirPayAndNotesWhatTheyDid(int width, String language) {
        try (Visitor an = arrive("an@demo", width, language)) {
            Page page = an.page();
            Keyboard keys = page.keyboard();
            String earned = page.locator(".kp-figure").first().innerText();

            an.reach("main a[href*=statements]");
            keys.press("Enter");
            assertThat(page).hasURL(Pattern.compile("/statements"));
            assertThat(page.locator(".kp-screen .kp-figure").first()).hasText(earned);
            keys.press("j");
            keys.press("Enter");
            assertThat(page.locator(".kp-explain").first()).containsText("×");

            go(page, "l", "leaderboard");
            assertThat(page.locator(".kp-rank-self").first()).containsText("An Verhaegen");

            open(page, an, "quick?what=call");
            an.reach("main vaadin-combo-box");
            keys.type("Bank");
            page.locator("vaadin-combo-box-item").first().waitFor();
            keys.press("ArrowDown");
            keys.press("Enter");
            keys.press("Tab");
            keys.type("12");
            keys.press("Control+s");
            assertThat(page.locator(".kp-toast").first()).isVisible();

            open(page, an, "effort");
            Locator calls = an.reach("main vaadin-integer-field, main vaadin-text-field, main vaadin-number-field");
            calls.selectText();
            keys.type("38");
            keys.press("Control+s");
            assertThat(page.locator(".kp-toast").first()).isVisible();
            page.reload();
            assertThat(page.locator("main input").first()).hasValue("38");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, en-GB", "390, nl-BE"})
    void aManagerWalksTheTeamAndWinsADeal(int width, String language) {
        try (Visitor bram = arrive("bram@demo", width, language)) {
            Page page = bram.page();
            Keyboard keys = page.keyboard();
            open(page, bram, "team");
            page.locator(".kp-member").first().waitFor();
            keys.press("j");
            keys.press("j");
            keys.press("Enter");
            assertThat(page).hasURL(Pattern.compile("/statements/[0-9]+"));
            page.goBack();
            // deals of the manager's own, which somebody else decides about, have no buttons
            String name = page.locator(".kp-deal:has(vaadin-button)")
                    .first()
                    .innerText()
                    .lines()
                    .findFirst()
                    .orElseThrow();

            bram.reach(".kp-deal vaadin-button");
            keys.press("Enter");
            page.locator("vaadin-dialog[opened] vaadin-button").first().waitFor();
            bram.reach("vaadin-dialog[opened] vaadin-button[theme~=primary]");
            keys.press("Enter");
            assertThat(page.locator(".kp-toast").first()).containsText(name.split(" ")[0]);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, en-GB", "390, nl-BE"})
    void financeReadsAPlanAndTheMonthBefore(int width, String language) {
        try (Visitor luc = arrive("luc@demo", width, language)) {
            Page page = luc.page();
            Keyboard keys = page.keyboard();
            go(page, "p", "plans");
            page.locator("vaadin-grid-cell-content a").first().waitFor();
            keys.press("j");
            keys.press("Enter");
            assertThat(page).hasURL(Pattern.compile("/plans/[0-9]+"));

            open(page, luc, "statements");
            page.locator(".kp-screen .kp-figure").first().waitFor();
            String now = page.locator("h1").innerText();
            page.locator("h1").evaluate("heading => heading.focus()");
            keys.press("[");
            assertThat(page.locator("h1")).not().hasText(now);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, en-GB", "390, nl-BE"})
    void anAdministratorFindsAnAccountAndHrReadsTheBoard(int width, String language) {
        try (Visitor mohamed = arrive("mohamed@demo", width, language);
                Visitor greet = arrive("greet@demo", width, language)) {
            Page page = mohamed.page();
            open(page, mohamed, "accounts");
            page.locator("vaadin-grid").waitFor();
            page.locator("h1").evaluate("heading => heading.focus()");
            page.keyboard().press("/");
            page.keyboard().type("daan");
            assertThat(page).hasURL(Pattern.compile("q=daan"));
            assertThat(page.locator("vaadin-grid-cell-content:visible")
                            .filter(new Locator.FilterOptions().setHasText("Daan Zoetemelk"))
                            .first())
                    .isVisible();

            go(greet.page(), "l", "leaderboard");
            assertThat(greet.page().locator(".kp-rank-row").first()).isVisible();
            assertThat(greet.page().locator("main").innerText()).doesNotContain("ommissie", "ommission");
        }
    }

    private Visitor arrive(String username, int width, String language) {
        Visitor visitor = Visitor.anonymous(chromium, port, language, width);
        Page page = visitor.page();
        page.navigate(visitor.address("/sign-in"));
        visitor.reach("input[name=username]");
        page.keyboard().type(username);
        visitor.reach("input[name=password]");
        page.keyboard().type("koploper-demo");
        page.keyboard().press("Enter");
        page.waitForSelector("vaadin-app-layout");
        assertThat(page.locator("h1")).not().hasText("");
        visitor.settle();
        return visitor;
    }

    /** Opens an address as one types it, and waits for the screen. */
    private static void open(Page page, Visitor visitor, String path) {
        visitor.open(path);
        page.locator("main > *").first().waitFor();
    }

    private static void go(Page page, String letter, String path) {
        page.locator("h1").evaluate("heading => heading.focus()");
        page.keyboard().press("g");
        page.keyboard().press(letter);
        page.waitForURL(Pattern.compile(".*/" + path + "([?/].*)?$"));
    }
}
