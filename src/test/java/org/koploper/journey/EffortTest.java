package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.testing.OnDemo;

/** A rep with a phone, in Dutch, writes down the week of the example and reads how many calls ten meetings need. */
@OnDemo
class EffortTest extends Walk {

    private static final int PHONE = 390;
    private static final int HIGH = 844;

    @Test
    void aWeekIsWrittenDownOnAPhoneAndTellsHowManyCallsTenMeetingsNeed() {
        try (Visitor daan = Visitor.speaking("nl-BE", chromium, port, "daan@demo")) {
            daan.page().setViewportSize(PHONE, HIGH);
            // a week of its own, long before the demo begins
            Page page = daan.open("effort?week=2019-09-18&from=2019-09-16&to=2019-09-22");
            Locator calls = exactly(page, "Telefoontjes");
            assertThat(calls).isVisible();
            double form = calls.boundingBox().y;
            assertThat(form)
                    .as("the form comes first")
                    .isLessThan(page.locator(".kp-period").boundingBox().y);
            Map.of(
                            "Telefoontjes", "108",
                            "Beslissers", "38",
                            "Afspraken", "9",
                            "Terugbellen, kort", "16",
                            "Terugbellen, lang", "3",
                            "Minuten", "432")
                    .forEach((label, count) -> write(page, label, count));
            assertThat(page.locator("main")).containsText("10 beslissers hebben nog geen uitkomst");
            write(page, "Andere", "10");
            assertThat(page.locator("main")).not().containsText("beslissers hebben nog geen uitkomst");
            page.getByText("Bewaren", new Page.GetByTextOptions().setExact(true))
                    .click();

            Locator main = page.locator("main");
            assertThat(main).containsText("24% (9/38)");
            assertThat(main).containsText("8,3% (9/108)");
            assertThat(main)
                    .containsText(
                            "120 telefoontjes, ergens tussen 67 en 225. Om er 80% zeker van te zijn: 166 telefoontjes.");
            assertThat(main).containsText("Doe de oefening nog enkele keren");

            write(page, "Minuten nawerk", "1,5");
            assertThat(main).containsText("11 u per week, aan 5,5 minuten per telefoontje");
            assertThat(page).hasURL(Pattern.compile("wrap=1\\.5"));
            assertThat((boolean) page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth"))
                    .as("nothing but the table scrolls sideways")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, DARK, 1280", "nl-BE, LIGHT, 390"})
    void whatAManagerSeesIsFreeOfFindings(String language, ColorScheme scheme, int width) {
        try (Visitor bram = Visitor.speaking(language, chromium, port, "bram@demo")) {
            Page page = bram.page();
            page.setViewportSize(width, HIGH);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String address : List.of(
                    "effort?first=P-104&with=P-101", "effort?rep=P-104", "effort?from=2019-01-07&to=2019-01-13")) {
                bram.open(address);
                page.locator(".kp-period").waitFor();
                bram.settle();
                assertThat(Axe.findings(page)).as(address).isEmpty();
            }
        }
    }

    private static Locator exactly(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static void write(Page page, String label, String count) {
        exactly(page, label).fill(count);
        exactly(page, label).press("Tab");
    }
}
