package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
            assertThat(heading(page, "Four numbers of Antwerpen")).isVisible();
            page.waitForSelector(CHART);

            bram.reach(".kp-matrix vaadin-grid");
            Locator first = page.locator(".kp-matrix vaadin-grid a").first();
            String name = first.textContent();
            first.focus();
            page.keyboard().press("Enter");
            page.waitForURL("**rep=*");
            assertThat(heading(page, "Four numbers of " + name + " alone")).isVisible();
            assertThat(page.locator(".kp-verdict")).hasCount(4);

            page.goBack();
            page.waitForURL("**/team/numbers");
            assertThat(page.locator(".kp-verdict")).hasCount(0);
        }
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void onAPhoneTheOwnNumbersFitAndSayHowTheyStand() {
        try (Visitor an = Visitor.onPhone("nl-BE", chromium, port, "an@demo")) {
            Page page = an.open("team/numbers?p=2026");
            page.waitForSelector(CHART);

            assertThat(heading(page, "Vier cijfers van Antwerpen")).isVisible();
            assertThat(heading(page, "Vier cijfers van An Verhaegen alleen")).isVisible();
            assertThat(page.locator(".kp-verdict")).hasCount(4);
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }
}
