package org.koploper.ui.kit;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.popover.Popover;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.kpi.OwnMeters;
import org.koploper.period.Period;
import org.koploper.ui.ScreenTest;

class KpiTest extends ScreenTest {

    @BeforeEach
    void somebodyLooks() {
        in(scene.asAn());
    }

    @Test
    void whereThereIsTooLittleItSaysSoAndShowsNoUnit() {
        String text = new Kpi("Sales cycle", null, "days")
                .from("median of 2 quotes")
                .getElement()
                .getTextRecursively();

        assertThat(text)
                .contains("Sales cycle", "too little data", "median of 2 quotes")
                .doesNotContain("days");
    }

    @Test
    void whatItMeansStandsBehindAButtonNamedAfterIt() {
        Kpi kpi = new Kpi("Closing rate", "50%", null).means(List.of("Won by decided.", "Open ones do not count."));
        UI.getCurrent().add(Kpi.list(kpi));

        assertThat(_get(kpi, Button.class).getAriaLabel()).contains("What is meant by: Closing rate");
        assertThat(_find(Popover.class).stream()
                        .map(popover -> popover.getElement().getTextRecursively()))
                .anyMatch(text -> text.contains("Open ones do not count."));
    }

    @Test
    void theFourMetersMoveAgainstThePeriodBeforeAndAShorterCycleIsBetter() {
        Period month = Period.parse("2026-11");
        MeterKpis meters = new MeterKpis(List.of(meters(month.previous(), "100", 6, 30), meters(month, "150", 9, 24)));
        String text = meters.getElement().getTextRecursively();

        assertThat(text)
                .contains("▲ +\u2060€50", "€50 more")
                .contains("▲ +30 pp", "90.0%")
                .contains("▼ −6 days", "24")
                .contains("against the 3 months before");
        assertThat(_find(meters, Delta.class).getLast().getClassNames()).contains("kp-good");
    }

    @Test
    void thePeriodsOfMetersAreThreeMonthsEachAndEndWithTheMonth() {
        assertThat(MeterKpis.periods(Period.parse("2026-02")))
                .extracting(Period::toString)
                .containsExactly(
                        "2025-03-01..2025-05-31",
                        "2025-06-01..2025-08-31",
                        "2025-09-01..2025-11-30",
                        "2025-12-01..2026-02-28");
    }

    private static OwnMeters meters(Period period, String order, int won, int cycle) {
        return new OwnMeters(
                period,
                LocalDate.of(2026, 11, 30),
                "EUR",
                4,
                new BigDecimal("100"),
                new BigDecimal("1000"),
                new BigDecimal("10"),
                new BigDecimal(order),
                won,
                10,
                BigDecimal.valueOf(won).movePointLeft(1),
                won,
                BigDecimal.valueOf(cycle));
    }
}
