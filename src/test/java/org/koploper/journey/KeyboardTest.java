package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;

/** The product with the keyboard alone: where the focus is, the command palette, single keys, and what they leave alone. */
@OnDemo
class KeyboardTest extends Walk {

    /** The control that has the focus, by its id; the page's own name where none has. */
    private static final String FOCUSED =
            "() => document.activeElement.closest('[id]:not([id*=vaadin])')?.id ?? 'page'";

    @Test
    void theFocusStaysOnTheFieldInWhichSomethingWasChosen() {
        try (Visitor bram = signIn("bram@demo")) {
            Page page = bram.page();
            page.navigate(bram.address("/leaderboard"));
            for (String field : new String[] {"board-metric", "kp-period-kind", "board-view"}) {
                chooseNext(page, field);
            }
            page.locator("summary", new Page.LocatorOptions().setHasText("More choices"))
                    .click();
            for (String field : new String[] {"board-level", "board-tie"}) {
                chooseNext(page, field);
            }
            page.navigate(bram.address("/statements"));
            chooseNext(page, "kp-person");
            page.locator("#kp-period-previous").press("Enter");
            page.waitForURL(Pattern.compile(".*/statements/[0-9]+/[0-9-]+$"));
            assertFocus(page, "kp-period-previous");
        }
    }

    /** Walks one down in the list and chooses that, then waits until the screen has brought a new field. */
    private static void chooseNext(Page page, String field) {
        boolean person = field.equals("kp-person");
        Locator control = page.locator("#" + field);
        control.waitFor();
        control.evaluate("control => { control.dataset.old = 'yes'; control.focus(); }");
        page.keyboard().press("ArrowDown");
        if (person) {
            // its rows come from the server, a moment after the list is open
            page.waitForFunction("() => { const box = document.querySelector('#kp-person');"
                    + " return box.opened && !box.loading && box.filteredItems?.length > 1; }");
            page.locator("vaadin-combo-box-item").first().waitFor();
            // in a combo box the first step marks the one that is chosen
            page.keyboard().press("ArrowDown");
            page.locator("vaadin-combo-box-item[focused]").waitFor();
        } else {
            page.waitForFunction("() => document.activeElement.localName === 'vaadin-select-item'");
        }
        page.keyboard().press(atTheEnd(page, field) ? "ArrowUp" : "ArrowDown");
        page.keyboard().press("Enter");
        page.locator("#" + field + ":not([data-old])").waitFor();
        assertFocus(page, field);
    }

    private static boolean atTheEnd(Page page, String field) {
        return (Boolean) page.evaluate(
                "field => { const items = [...document.querySelectorAll('#' + field + ' vaadin-select-item')];"
                        + " return items.length > 0 && items.at(-1).hasAttribute('selected'); }",
                field);
    }

    private static void assertFocus(Page page, String id) {
        // the frame asks for it as soon as the answer is shown, and keeps it while a list still closes
        page.waitForFunction("id => (" + FOCUSED + ")() === id", id);
    }

    @Test
    void thePaletteLeadsToAScreenWithoutTheMouse() {
        try (Visitor an = signIn("an@demo")) {
            Page page = an.page();
            page.navigate(an.address("/my/month"));
            page.locator(".kp-search").waitFor();
            // nothing is lost of what is typed before the field is there
            page.keyboard().press("Control+k");
            page.keyboard().type("leaderb");
            page.keyboard().press("Enter");

            page.waitForURL(Pattern.compile(".*/leaderboard$"));
            assertFocus(page, "kp-heading");

            page.keyboard().press("Control+k");
            Locator field = page.locator(".kp-palette input");
            assertThat(field).isFocused();
            assertThat(page.locator(".kp-palette-option")).hasText(Pattern.compile("Leaderboard.*"));
            assertThat(field).hasAttribute("role", "combobox");
            assertThat(field).hasAttribute("aria-activedescendant", "kp-option-0");
            page.keyboard().press("Escape");
            assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
        }
    }

    @Test
    void singleKeysLeadAndMoveButLeaveFieldsAlone() {
        try (Visitor bram = signIn("bram@demo")) {
            Page page = bram.page();
            Keyboard keys = page.keyboard();
            page.navigate(bram.address("/team"));
            page.locator(".kp-member").first().waitFor();

            keys.press("?");
            Locator sheet = page.locator("dialog.kp-sheet");
            assertThat(sheet).containsText("Leaderboard");
            assertThat(sheet).containsText("Previous period");
            assertThat(sheet).not().containsText("Import");
            keys.press("Escape");
            assertThat(sheet).hasCount(0);

            keys.press("j");
            assertThat(page.locator(".kp-member-name").first()).isFocused();
            keys.press("j");
            assertThat(page.locator(".kp-member-name").nth(1)).isFocused();

            keys.press("/");
            Locator filter = page.locator(".kp-tile vaadin-text-field input").first();
            assertThat(filter).isFocused();
            keys.type("gl?[");
            assertThat(filter).hasValue("gl?[");
            assertThat(sheet).hasCount(0);
            assertThat(page.url()).endsWith("/team");

            page.locator("h1").evaluate("heading => heading.focus()");
            keys.press("g");
            keys.press("l");
            page.waitForURL(Pattern.compile(".*/leaderboard$"));
            assertFocus(page, "kp-heading");
            keys.press("[");
            page.waitForURL(Pattern.compile(".*[?&]p=[0-9-]+.*"));
        }
    }

    @Test
    void whoSwitchesSingleKeysOffKeepsThosePressedWithCtrl() {
        try (Visitor luc = signIn("luc@demo")) {
            Page page = luc.page();
            page.navigate(luc.address("/leaderboard"));
            page.locator(".kp-search").waitFor();
            choose(page, "shortcuts off");
            assertThat(page.locator("kp-keys")).hasAttribute("data-single", "off");

            page.navigate(luc.address("/leaderboard"));
            assertThat(page.locator("kp-keys")).hasAttribute("data-single", "off");
            page.keyboard().press("?");
            page.keyboard().press("g");
            page.keyboard().press("p");
            page.keyboard().press("[");
            choose(page, "keyboard shortcuts");
            Locator sheet = page.locator("dialog.kp-sheet");
            assertThat(sheet).hasCount(1);
            assertThat(sheet).containsText("switched off");
            assertThat(sheet).not().containsText("Previous period");
            assertThat(page.url()).endsWith("/leaderboard");

            page.keyboard().press("Escape");
            choose(page, "shortcuts on");
            assertThat(page.locator("kp-keys")).hasAttribute("data-single", "on");
            page.navigate(luc.address("/leaderboard"));
            assertThat(page.locator("kp-keys")).not().hasAttribute("data-single", "off");
        }
    }

    private static void choose(Page page, String words) {
        page.keyboard().press("Control+k");
        page.keyboard().type(words);
        page.keyboard().press("Enter");
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
    }
}
