package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.period.Period;

/** The way to a goal: what is expected, day by day. */
class GoalWayTest {

    private static final Period QUARTER = Period.parse("2026-Q4");

    @Test
    void fourteenPercentInThreeMonthsFromAHundredThousand() {
        assertThat(levels(GoalShape.COMPOUND)).containsExactly("104464", "109128", "114000");
        assertThat(levels(GoalShape.LINEAR)).containsExactly("104667", "109333", "114000");
    }

    @Test
    void asATotalItIsHeldAgainstTheThreeMonthsBefore() {
        BigDecimal target = GoalDrafts.target(draft(GoalReading.TOTAL, "0.14"), new BigDecimal("300000"));

        assertThat(target).isEqualByComparingTo("342000");
        assertThat(way(GoalReading.TOTAL, GoalShape.LINEAR, "300000", "342000").expected(LocalDate.of(2026, 10, 31)))
                .isEqualByComparingTo("114000");
    }

    @Test
    void pointsAndPercentOfARateAreTwoGoals() {
        BigDecimal rate = new BigDecimal("0.30");

        assertThat(GoalDrafts.target(draft(GoalReading.RATIO_POINTS, "0.05"), rate))
                .isEqualByComparingTo("0.35");
        assertThat(GoalDrafts.target(draft(GoalReading.RATIO_RELATIVE, "0.05"), rate))
                .isEqualByComparingTo("0.315");
    }

    @Test
    void aChangeOfNothingOrOfLessThanNothingSaysNoTarget() {
        assertThat(GoalDrafts.target(draft(GoalReading.TOTAL, "0.14"), BigDecimal.ZERO))
                .isNull();
        assertThat(GoalDrafts.target(draft(GoalReading.TOTAL, "0.14"), new BigDecimal("-5")))
                .isNull();
        assertThat(GoalDrafts.target(draft(GoalReading.TOTAL, "-1.5"), BigDecimal.TEN))
                .isNull();
        assertThat(GoalDrafts.target(draft(GoalReading.TOTAL, "0.14"), null)).isNull();
    }

    @Test
    void aSeasonGoesAsItCameInAYearBefore() {
        GoalWay way = new GoalWay(
                terms(GoalReading.TOTAL, GoalShape.SEASONAL, null, "1000"),
                days("2026-10-05", "1"),
                days("2025-10-05", "30", "2025-12-01", "70"));

        assertThat(way.expected(LocalDate.of(2026, 10, 4))).isZero();
        assertThat(way.expected(LocalDate.of(2026, 11, 15))).isEqualByComparingTo("300");
    }

    @Test
    void withoutAYearBeforeASeasonGoesByWorkingDays() {
        GoalWay way = new GoalWay(
                terms(GoalReading.TOTAL, GoalShape.SEASONAL, null, "1000"),
                days("2026-10-05", "1", "2026-12-07", "1"),
                new TreeMap<>());

        assertThat(way.expected(LocalDate.of(2026, 11, 1))).isEqualByComparingTo("500");
    }

    @Test
    void aLevelWithoutABaselineHasNoWay() {
        assertThat(way(GoalReading.LEVEL, GoalShape.LINEAR, null, "114000").expected(LocalDate.of(2026, 11, 1)))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(GoalShape.class)
    void everyWayBeginsAtItsStartAndEndsAtItsTarget(GoalShape shape) {
        Random random = new Random(20261127);
        for (int round = 0; round < 200; round++) {
            LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400));
            Period period = new Period(from, from.plusDays(random.nextInt(400)));
            GoalReading reading = GoalReading.values()[random.nextInt(GoalReading.values().length)];
            BigDecimal baseline = BigDecimal.valueOf(1 + random.nextInt(100_000), 2);
            BigDecimal target = BigDecimal.valueOf(1 + random.nextInt(100_000), 2);
            NavigableMap<LocalDate, BigDecimal> worked = new TreeMap<>();
            NavigableMap<LocalDate, BigDecimal> before = new TreeMap<>();
            period.from().datesUntil(period.to().plusDays(1)).forEach(day -> {
                worked.put(day, BigDecimal.valueOf(random.nextInt(3)));
                before.put(day.minusYears(1), BigDecimal.valueOf(random.nextInt(100)));
            });
            GoalWay way = new GoalWay(terms(reading, shape, baseline, target, period), worked, before);

            BigDecimal start = reading.isSum() ? BigDecimal.ZERO : baseline;
            assertThat(way.expected(from.minusDays(1))).isEqualByComparingTo(start);
            assertThat(way.expected(period.to())).isEqualByComparingTo(target);
            BigDecimal last = start;
            boolean down = target.compareTo(start) < 0;
            for (LocalDate day = from; !day.isAfter(period.to()); day = day.plusDays(1)) {
                BigDecimal now = way.expected(day).setScale(8, RoundingMode.HALF_UP);
                BigDecimal then = last.setScale(8, RoundingMode.HALF_UP);
                assertThat(down ? now.compareTo(then) <= 0 : now.compareTo(then) >= 0)
                        .as("%s %s on %s: %s after %s", shape, reading, day, now, then)
                        .isTrue();
                last = now;
            }
        }
    }

    private static List<String> levels(GoalShape shape) {
        GoalWay way = way(GoalReading.LEVEL, shape, "100000", "114000");
        return Stream.of(LocalDate.of(2026, 10, 31), LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 31))
                .map(way::expected)
                .map(level -> level.setScale(0, RoundingMode.HALF_UP).toPlainString())
                .toList();
    }

    private static GoalDraft draft(GoalReading reading, String change) {
        return new GoalDraft(
                GoalScope.ORGANISATION,
                null,
                GoalKpi.REVENUE,
                reading,
                GoalShape.LINEAR,
                QUARTER,
                new BigDecimal(change),
                null,
                null,
                null,
                null);
    }

    private static GoalWay way(GoalReading reading, GoalShape shape, @Nullable String baseline, String target) {
        return new GoalWay(
                terms(reading, shape, baseline == null ? null : new BigDecimal(baseline), target),
                new TreeMap<>(),
                new TreeMap<>());
    }

    private static GoalTerms terms(GoalReading reading, GoalShape shape, @Nullable BigDecimal baseline, String target) {
        return terms(reading, shape, baseline, new BigDecimal(target), QUARTER);
    }

    private static GoalTerms terms(
            GoalReading reading, GoalShape shape, @Nullable BigDecimal baseline, BigDecimal target, Period period) {
        return new GoalTerms(
                GoalKpi.REVENUE,
                1,
                reading,
                KpiDirection.HIGHER,
                shape,
                period,
                target,
                "EUR",
                baseline,
                baseline == null ? null : Period.month(period.from().minusDays(1)));
    }

    private static NavigableMap<LocalDate, BigDecimal> days(String... pairs) {
        NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>();
        List<String> left = new ArrayList<>(List.of(pairs));
        while (!left.isEmpty()) {
            days.put(LocalDate.parse(left.removeFirst()), new BigDecimal(left.removeFirst()));
        }
        return days;
    }
}
