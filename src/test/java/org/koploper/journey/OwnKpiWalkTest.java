package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;
import org.springframework.test.annotation.DirtiesContext;

/** An administrator builds a KPI at a desk, a manager finds it among goals, and on a phone it is retired. */
@OnDemo
@DirtiesContext // a KPI more than other tests know
class OwnKpiWalkTest extends Walk {

    @Test
    void aKpiIsBuiltAtADeskOfferedForGoalsAndRetiredOnAPhone() {
        try (Visitor mohamed = signIn("mohamed@demo")) {
            Page page = mohamed.open("admin/own-kpis");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("New KPI"))
                    .click();
            page.waitForURL("**/admin/own-kpis/new");
            Locator families = page.getByLabel("What is counted, Only these product families");
            families.fill("Zitten");
            page.locator("vaadin-multi-select-combo-box-item", new Page.LocatorOptions().setHasText("Zitten"))
                    .first()
                    .click();
            families.press("Tab");
            assertThat(page.getByText("Revenue (family Zitten)")).isVisible();
            assertThat(page.locator(".kp-chart").first()).containsText("€");
            page.getByLabel("Name in English").fill("Chairs");
            page.getByLabel("Meaning in English").fill("What chairs bring in.");
            page.getByLabel("Name in Dutch").fill("Stoelen");
            page.getByLabel("Meaning in Dutch").fill("Wat stoelen opbrengen.");
            page.keyboard().press("Control+s");
            page.waitForURL("**/admin/own-kpis/own-chairs");
        }
        try (Visitor bram = signIn("bram@demo")) {
            Page page = bram.open("goals?kpi=own-chairs");
            assertThat(page.locator("#goals-kpi")).containsText("Chairs");
        }
        try (Visitor mohamed = Visitor.onPhone("nl-BE", chromium, port, "mohamed@demo")) {
            Page page = mohamed.open("admin/own-kpis/own-chairs");
            assertThat(page.locator("h1")).containsText("Stoelen");
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Uit gebruik nemen"))
                    .click();
            assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Terughalen")))
                    .isVisible();
        }
    }
}
