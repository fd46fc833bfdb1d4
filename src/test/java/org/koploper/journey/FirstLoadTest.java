package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Sizes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.testing.OnDemo;

/** How much a browser that has nothing yet has to fetch before somebody who signed in sees their first screen. */
@OnDemo
class FirstLoadTest extends Walk {

    /** Of scripts and styles together, compressed as they come over the network; without headers. */
    private static final int MOST_BYTES = 200_000;

    private static final String CHARTS = "analysis-chart-engine";

    private static final String DATES_ARE_KNOWN = "() => !!customElements.get('vaadin-date-picker')";

    @ParameterizedTest
    @CsvSource({"an@demo, my/month", "bram@demo, team"})
    void scriptsAndStylesOfAFirstScreenStayBelowTheirBudget(String username, String path) {
        try (Visitor visitor = signIn(username);
                BrowserContext empty = chromium.browser()
                        .newContext(new NewContextOptions()
                                .setLocale("en-GB")
                                .setStorageState(visitor.page().context().storageState()))) {
            Map<String, Response> asked = new ConcurrentHashMap<>();
            Page page = empty.newPage();
            page.onResponse(response -> asked.put(response.url(), response));
            page.navigate(visitor.address("/" + path));
            page.waitForSelector("main .kp-cards");
            page.waitForLoadState();

            Map<String, Integer> bytes = new TreeMap<>();
            AtomicInteger headers = new AtomicInteger();
            asked.forEach((url, response) -> {
                String kind = response.request().resourceType();
                if (kind.equals("script") || kind.equals("stylesheet")) {
                    Sizes sizes = response.request().sizes();
                    bytes.put(url, sizes.responseBodySize);
                    headers.addAndGet(sizes.responseHeadersSize);
                }
            });

            assertThat(bytes.keySet()).noneMatch(url -> url.contains(CHARTS));
            int all = bytes.values().stream().mapToInt(Integer::intValue).sum();
            assertThat(all).as("bytes of %s: %s", path, bytes).isBetween(MOST_BYTES / 2, MOST_BYTES);
            System.out.println("First load of " + path + ": " + all + " bytes in " + bytes.size() + " files, and "
                    + headers + " of headers");
        }
    }

    /** The library that draws what is studied is a file of its own, fetched with the first such chart. */
    @Test
    void theLibraryOfChartsComesWithTheFirstOfThemAndStaysBelowItsBudget() {
        try (Visitor an = signIn("an@demo")) {
            Map<String, Response> asked = new ConcurrentHashMap<>();
            an.page().onResponse(response -> asked.put(response.url(), response));
            Page page = an.open("goals");
            assertThat(asked.keySet()).noneMatch(url -> url.contains(CHARTS));

            page.navigate(an.address("/goals/GOAL-AN"));
            page.waitForSelector("kp-analysis-chart[data-drawn] svg");

            Response library = asked.values().stream()
                    .filter(response -> response.url().contains(CHARTS))
                    .findFirst()
                    .orElseThrow();
            int bytes = library.request().sizes().responseBodySize;
            assertThat(bytes).isBetween(MOST_BYTES / 4, MOST_BYTES);
            // the policy of the page could not keep this out: Vaadin's own engine needs it
            assertThat(library.text()).doesNotContain("new Function(", "eval(");
            System.out.println("Library of charts: " + bytes + " bytes");
        }
    }

    /** What a dialog needs comes with it: its fields are the real ones, not elements that nobody has defined. */
    @Test
    void theFieldsOfADialogComeWhenItOpens() {
        try (Visitor bram = signIn("bram@demo")) {
            Page page = bram.open("team");
            assertThat((Boolean) page.evaluate(DATES_ARE_KNOWN)).isFalse();

            page.locator(".kp-deal vaadin-button").first().click();

            assertThat(page.locator("vaadin-dialog vaadin-date-picker input").first())
                    .isVisible();
            assertThat((Boolean) page.evaluate(DATES_ARE_KNOWN)).isTrue();
        }
    }
}
