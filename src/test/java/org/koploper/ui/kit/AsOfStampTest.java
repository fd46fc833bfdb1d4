package org.koploper.ui.kit;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koploper.intake.Freshness.Arrival;
import org.koploper.intake.Freshness.Way;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;

/** Numbers say when they were read and how old what they are made of is. */
class AsOfStampTest extends ScreenTest {

    private static final Instant NOW = Instant.parse("2026-11-25T13:05:00Z");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Brussels"));

    private String said(Optional<Arrival> last) {
        in(scene.asAn());
        return new AsOfStamp(() -> last, CLOCK).at(NOW).getElement().getTextRecursively();
    }

    @Test
    void aFreshSourceIsSaidWithoutAWarning() {
        assertThat(said(Optional.of(new Arrival(Way.IMPORT, NOW.minus(Duration.ofMinutes(7))))))
                .isEqualTo("Updated 14:05 · source: import 13:58");
    }

    @Test
    void whatIsMoreThanADayOldIsSaidInWordsToo() {
        assertThat(said(Optional.of(new Arrival(Way.API, NOW.minus(Duration.ofHours(25))))))
                .contains("Updated 14:05 · source: API 24 Nov 2026 13:05", "older than a day");
    }

    @Test
    void whereNothingEverCameInThatIsSaid() {
        assertThat(said(Optional.empty())).isEqualTo("Updated 14:05 · no import so far");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my/month", "leaderboard/revenue", "statements", "effort"})
    void everyPageOfASellerWithNumbersHasOne(String address) {
        Browser browser = in(scene.asAn());
        browser.open(address);

        assertThat(_get(AsOfStamp.class).getElement().getTextRecursively()).startsWith("Updated ");
    }

    @Test
    void soHasTheTeam() {
        in(scene.asManager()).open("team");

        assertThat(_get(AsOfStamp.class).getElement().getTextRecursively()).startsWith("Updated ");
    }
}
