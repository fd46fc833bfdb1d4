package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.testing.OnDemo;

/** A manager looks where it goes well: from the menu, by keyboard, to a trend that a link brings back. */
@OnDemo
class PerformanceTest extends Walk {

    private static final int HIGH = 844;

    @Test
    void fromTheMenuToATrendByProductFamilyThatALinkBringsBack() {
        try (Visitor bram = Visitor.speaking("nl-BE", chromium, port, "bram@demo")) {
            Page page = bram.open("team");
            page.locator("vaadin-side-nav-item")
                    .filter(new Locator.FilterOptions().setHasText("Prestaties"))
                    .click();
            Locator main = page.locator("main");
            assertThat(main).containsText("Zes cijfers van verkopen");
            assertThat(main).containsText("Negen metingen van de verkooporganisatie");
            assertThat(page.locator("kp-analysis-chart[data-drawn]")).isVisible();

            page.locator("#performance-by").click();
            page.locator("vaadin-select-item")
                    .filter(new Locator.FilterOptions().setHasText("Productfamilie"))
                    .click();
            assertThat(page).hasURL(Pattern.compile("by=family"));
            assertThat(main).containsText("Per productfamilie zijn de grootste");
            page.reload();
            assertThat(main).containsText("Per productfamilie zijn de grootste");

            Locator chart = page.locator("kp-analysis-chart[data-drawn]");
            chart.focus();
            page.keyboard().press("End");
            assertThat(chart.locator(".kp-analysis-said")).containsText("Werkplekken");
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, DARK, 1280", "nl-BE, LIGHT, 390"})
    void itIsFreeOfFindingsAndNothingButTablesScrollsSideways(String language, ColorScheme scheme, int width) {
        try (Visitor bram = Visitor.speaking(language, chromium, port, "bram@demo")) {
            Page page = bram.page();
            page.setViewportSize(width, HIGH);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String address : List.of(
                    "performance?by=product&table=on",
                    "performance?rep=P-104",
                    "performance?kpi=closing-rate&by=segment&step=quarter")) {
                bram.open(address);
                page.locator("kp-analysis-chart[data-drawn]").waitFor();
                bram.settle();
                assertThat(Axe.findings(page)).as(address).isEmpty();
                assertThat((boolean) page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth"))
                        .as(address)
                        .isTrue();
            }
        }
    }
}
