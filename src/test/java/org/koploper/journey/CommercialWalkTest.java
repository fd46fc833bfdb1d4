package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;

/** A manager works off quotes that wait; one of the reps reads the own numbers on a phone, in Dutch. */
@OnDemo
class CommercialWalkTest extends Walk {

    @Test
    void aManagerCallsAboutAQuoteAndTheListIsShorter() {
        try (Visitor bram = signIn("bram@demo")) {
            Page page = bram.open("commercial");
            page.waitForSelector("kp-analysis-chart[data-drawn] svg");
            assertThat(page.locator(".kp-funnel-bars")).containsText("Leads");
            String first = page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Called about Q-"))
                    .first()
                    .getAttribute("aria-label");
            Locator called = page.getByRole(
                    AriaRole.BUTTON, new GetByRoleOptions().setName(first).setExact(true));

            called.focus();
            page.keyboard().press("Enter");

            assertThat(called).hasCount(0);
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Undo"))
                    .first()
                    .click();
            assertThat(called).isVisible();
        }
    }

    @Test
    void aRepReadsTheOwnNumbersOnAPhone() {
        try (Visitor an = Visitor.onPhone("nl-BE", chromium, port, "an@demo")) {
            Page page = an.open("commercial?days=1");

            assertThat(page.getByText("Offertes zonder opvolging").first()).isVisible();
            assertThat(page.getByText("Wat een klant waard is").first()).isVisible();
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }
}
