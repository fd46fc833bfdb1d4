package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.testing.OnDemo;

/**
 * What people see while the server has not answered yet. The answer is held back by the test until it has looked, so that
 * nothing depends on how fast anything is.
 */
@OnDemo
class WaitingTest extends Walk {

    private static final String REQUESTS = "**/?v-r=uidl*";

    private final List<Route> held = new ArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();

    private void hold(Page page) {
        page.route(REQUESTS, route -> {
            sent.incrementAndGet();
            held.add(route);
        });
    }

    private void letGo(Page page) {
        page.unroute(REQUESTS);
        held.forEach(Route::resume);
        held.clear();
    }

    @ParameterizedTest
    @EnumSource(ReducedMotion.class)
    void aScreenThatIsLateIsOutlinedUntilItIsThere(ReducedMotion motion) {
        try (Visitor an = signIn("an@demo")) {
            Page page = an.open("my/month");
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(motion));
            hold(page);
            page.locator(".kp-bottom-bar a[href='leaderboard'], vaadin-side-nav-item[path='leaderboard']")
                    .last()
                    .click();

            Locator outline = page.locator("main > kp-skeleton");
            assertThat(outline).isVisible();
            assertThat(outline).hasAttribute("shape", "ranks");
            assertThat(outline).hasAttribute("aria-hidden", "true");
            assertThat(page.locator("main")).hasAttribute("aria-busy", "true");
            assertThat(page.evaluate("() => getComputedStyle(document.querySelector('.kp-bone')).animationName"))
                    .isEqualTo(motion == ReducedMotion.REDUCE ? "none" : "kp-shimmer");

            letGo(page);
            assertThat(page.locator(".kp-ranks")).isVisible();
            assertThat(page.locator("kp-skeleton")).hasCount(0);
            assertThat(page.locator("main[aria-busy]")).hasCount(0);
        }
    }

    @Test
    void anotherMonthOfTheSameScreenIsOutlinedToo() {
        try (Visitor an = signIn("an@demo")) {
            Page page = an.open("my/month");
            hold(page);
            page.locator("#kp-period-previous").click();

            assertThat(page.locator("main > kp-skeleton")).hasAttribute("shape", "cards");
            assertThat(page.locator("#kp-period-previous")).isFocused();

            letGo(page);
            assertThat(page.locator("kp-skeleton")).hasCount(0);
            assertThat(page.locator("main.kp-waiting")).hasCount(0);
        }
    }

    @Test
    void aButtonThatSavesShowsItsWorkKeepsTheFocusAndIgnoresMoreClicks() {
        try (Visitor an = signIn("an@demo")) {
            Page page = an.open("account/notices");
            Locator save = page.locator("main vaadin-button[data-kp-busy]");
            save.scrollIntoViewIfNeeded();
            hold(page);
            save.dblclick();
            save.click();

            assertThat(save).hasAttribute("aria-busy", "true");
            assertThat(save).isFocused();
            assertThat(save).isEnabled();
            assertThat(page.locator("body > .kp-told")).hasText("Busy…");
            assertThat(sent).hasValue(1);

            letGo(page);
            assertThat(save).not().hasAttribute("aria-busy", "true");
            assertThat(page.locator("body > .kp-told")).hasText("");
            assertThat(page.locator(".kp-toast")).hasCount(1);
        }
    }
}
