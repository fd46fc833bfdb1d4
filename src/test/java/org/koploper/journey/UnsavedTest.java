package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;

/** A quick note and the own week, typed and not saved: on a phone, where a page is lost in a pocket. */
@OnDemo
class UnsavedTest extends Walk {

    private static final Pattern OFFER = Pattern.compile("Not saved yet: what you typed here, from \\d\\d:\\d\\d\\.");
    private static final String KEPT = "Object.keys(sessionStorage).filter(key => key.startsWith('kp-draft:'))";

    private static Locator offer(Page page) {
        return page.getByText(OFFER);
    }

    private static void restore(Page page) {
        page.getByText("Restore what you typed").click();
    }

    private static void type(Page page, String label, String text) {
        page.getByLabel(label).fill(text);
        page.getByLabel(label).press("Tab");
    }

    @Test
    void aQuickNoteComesBackAfterReloadingAndGoingBackUntilItIsSaved() {
        try (Visitor an = signIn("an@demo")) {
            Page page = an.open("quick");
            type(page, "Minutes", "25");
            String customer = firstCustomer(page);
            an.settle();

            page.reload();
            assertThat(offer(page)).isVisible();
            restore(page);
            assertThat(page.getByLabel("Minutes")).hasValue("25");
            assertThat(page.getByRole(AriaRole.COMBOBOX)).hasValue(customer);

            an.open("quick?what=deal");
            assertThat(offer(page)).isHidden();
            page.goBack();
            assertThat(offer(page)).isVisible();
            restore(page);
            assertThat(page.getByLabel("Minutes")).hasValue("25");
            assertThat(page.getByRole(AriaRole.COMBOBOX)).hasValue(customer);
            page.getByText("Save the call").click();
            assertThat(page.getByLabel("Minutes")).hasValue("");
            an.settle();
            Assertions.assertThat(page.evaluate(KEPT)).isEqualTo(List.of());
            page.reload();
            an.settle();
            assertThat(offer(page)).isHidden();
        }
    }

    private static String firstCustomer(Page page) {
        Locator customer = page.getByRole(AriaRole.COMBOBOX);
        customer.click();
        page.locator("vaadin-combo-box-item").first().click();
        page.waitForFunction("() => document.querySelector('vaadin-combo-box').inputElement.value !== ''");
        return customer.inputValue();
    }

    @Test
    void theOwnWeekComesBackForThatWeekAloneAndCanBeThrownAway() {
        try (Visitor an = signIn("an@demo")) {
            Page page = an.open("effort");
            String before = page.getByLabel("Calls", new Page.GetByLabelOptions().setExact(true))
                    .inputValue();
            page.getByLabel("Calls", new Page.GetByLabelOptions().setExact(true))
                    .fill("987");
            an.open("quick");
            page.goBack();
            assertThat(offer(page)).isVisible();
            an.settle();
            page.getByText("Week before").click();
            assertThat(page).hasURL(Pattern.compile("week="));
            an.settle();
            assertThat(offer(page)).isHidden();
            page.goBack();
            assertThat(offer(page)).isVisible();

            page.getByText("Forget it").click();
            assertThat(offer(page)).isHidden();
            assertThat(page.getByLabel("Calls", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue(before);
            page.reload();
            an.settle();
            assertThat(offer(page)).isHidden();
        }
    }

    @Test
    void aQuickNoteOutlivesTheSession() {
        try (Visitor an = signIn("an@demo")) {
            Page page = an.open("quick?what=deal");
            type(page, "Name", "Unsaved deal");
            an.settle();
            page.context().clearCookies();
            page.getByText("Propose the deal").click();
            assertThat(page).hasURL(Pattern.compile("/sign-in\\?continue=%2Fquick"));
            enter(page, "an@demo");
            assertThat(page).hasURL(Pattern.compile("/quick\\?what=deal$"));

            assertThat(offer(page)).isVisible();
            restore(page);
            assertThat(page.getByLabel("Name")).hasValue("Unsaved deal");
        }
    }

    private static void enter(Page page, String username) {
        page.fill("input[name=username]", username);
        page.fill("input[name=password]", "koploper-demo");
        page.click("main > form > button");
    }

    @Test
    void nobodyElseOnTheSameBrowserFindsWhatWasTyped() {
        try (Visitor an = signIn("an@demo")) {
            Page page = an.open("quick");
            type(page, "Minutes", "41");
            an.settle();
            page.context().clearCookies();
            page.reload();
            assertThat(page).hasURL(Pattern.compile("/sign-in\\?continue=%2Fquick"));
            enter(page, "daan@demo");
            assertThat(page).hasURL(Pattern.compile("/quick$"));
            assertThat(page.getByLabel("Minutes")).isVisible();
            an.settle();

            assertThat(offer(page)).isHidden();
            Assertions.assertThat(page.evaluate(KEPT)).as("not even hidden").isEqualTo(List.of());
        }
    }
}
