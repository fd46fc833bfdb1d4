package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;

/** A manager looks at the numbers of the team, then at one person; a seller at the own ones, on a phone in Dutch. */
@OnDemo
class SalesDashboardTest extends Walk {

    private static final String CHART = "kp-analysis-chart[data-drawn] svg";

    @Test
    void fromTheTeamToOnePersonAndBackByTheKeyboard() {
        try (Visitor bram = signIn("bram@demo")) {
            Page page = bram.open("team");
            page.locator("main a[href='team/numbers']").click();
            page.waitForURL("**/team/numbers");
            assertThat(page.locator("h2").first()).containsText("Four numbers of");
            page.waitForSelector(CHART);

            Locator person = bram.reach(".kp-matrix vaadin-grid");
            assertThat(person).isVisible();
            Locator first = page.locator(".kp-matrix vaadin-grid a").first();
            String name = first.textContent();
            first.focus();
            page.keyboard().press("Enter");
            page.waitForURL("**rep=*");
            assertThat(page.locator("h2", new Page.LocatorOptions().setHasText(name)))
                    .isVisible();
            assertThat(page.locator(".kp-verdict")).hasCount(4);

            page.goBack();
            page.waitForURL("**/team/numbers");
            assertThat(page.locator(".kp-verdict")).hasCount(0);
        }
    }

    @Test
    void onAPhoneTheOwnNumbersFitAndSayHowTheyStand() {
        try (Visitor an = Visitor.onPhone("nl-BE", chromium, port, "an@demo")) {
            Page page = an.open("team/numbers?p=2026");
            page.waitForSelector(CHART);

            assertThat(page.locator("h2", new Page.LocatorOptions().setHasText("Vier cijfers van")))
                    .hasCount(2);
            assertThat(page.locator(".kp-verdict")).hasCount(4);
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }
}
