package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;

/** A manager proposes a goal; the one who has to reach it accepts it on a phone, in Dutch. */
@OnDemo
class GoalWalkTest extends Walk {

    private static final String CURVE = "kp-analysis-chart[data-drawn] svg";

    @Test
    void aGoalIsProposedAtADeskAndAcceptedOnAPhone() {
        String goal;
        try (Visitor bram = signIn("bram@demo")) {
            Page page = bram.open("goals");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("New goal"))
                    .click();
            page.getByLabel("Whose").fill("Nele");
            page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText("Nele"))
                    .first()
                    .click();
            page.getByLabel("Changes by").fill("14");
            page.getByLabel("Changes by").press("Tab");
            assertThat(page.locator(".kp-goal-comes")).containsText("to €");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Propose"))
                    .click();
            page.waitForURL("**/goals/KP-*");
            page.waitForSelector(CURVE);
            assertThat(page.locator(CURVE + " path[stroke='var(--kp-series-b)']")
                            .first())
                    .isAttached();
            goal = page.url().substring(page.url().lastIndexOf('/') + 1);
        }
        try (Visitor nele = Visitor.onPhone("nl-BE", chromium, port, "nele@demo")) {
            Page page = nele.open("notices");
            page.locator("a", new Page.LocatorOptions().setHasText("Een doel wacht op je antwoord"))
                    .first()
                    .click();
            page.waitForURL("**/goals/" + goal);
            page.waitForSelector(CURVE);
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Aanvaarden"))
                    .click();
            assertThat(page.getByText("Eigenaar en leidinggevende staan erachter."))
                    .isVisible();
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();

            page.locator("kp-analysis-chart").focus();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".kp-analysis-said")).containsText("Verwacht");
        }
    }
}
