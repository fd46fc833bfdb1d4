package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.kpi.GoalForecast.Moment;
import org.koploper.kpi.GoalForecast.Without;
import org.koploper.period.Period;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a goal of the second quarter of 2031 comes to, as it stands on the last day of May, after two of its three months. */
abstract class GoalForecastContract {

    private static final Period QUARTER = Period.parse("2031-Q2");
    private static final LocalDate TODAY = LocalDate.of(2031, 5, 31);

    @Autowired
    ApplicationContext context;

    @Autowired
    GoalForecasts forecasts;

    private SalesSample sample;
    private PersonId an;

    @BeforeEach
    void oneSeller() {
        sample = new SalesSample(context);
        sample.home();
        an = sample.person("An");
    }

    @Test
    void whatCameLateInEarlierQuartersIsExpectedLateAgain() {
        // by the end of the second month 30 %, 30 %, 25 % and 37.5 % of the quarter were in: 30.625 % on average
        quarter("2030-Q2", 300, 700);
        quarter("2030-Q3", 300, 700);
        quarter("2030-Q4", 300, 900);
        quarter("2031-Q1", 300, 500);
        quarter("2031-Q2", 392, 0);

        GoalForecast forecast = read(GoalReading.TOTAL, "1280", QUARTER, TODAY);

        Moment end = Objects.requireNonNull(forecast.end());
        assertThat(forecast.seasonal()).isTrue();
        assertThat(end.day()).isEqualTo(QUARTER.to());
        assertThat(end.value()).isCloseTo(new BigDecimal("1280"), within(new BigDecimal("0.001")));
        // the same way was 0 %, 20 % and 24.4 % off in the three quarters that had one before them; of three errors
        // 1.638 times
        assertThat(forecast.errors()).isEqualTo(3);
        assertThat(forecast.isWidened()).isTrue();
        assertThat(end.low()).isCloseTo(new BigDecimal("898"), within(BigDecimal.ONE));
        assertThat(end.high()).isCloseTo(new BigDecimal("1662"), within(BigDecimal.ONE));
        assertThat(forecast.chance()).as("as much above as below").isCloseTo(half(), within(new BigDecimal("0.001")));
    }

    @Test
    void theFanOpensTodayAtWhatIsThere() {
        quarter("2030-Q3", 300, 700);
        quarter("2030-Q4", 300, 900);
        quarter("2031-Q1", 300, 500);
        quarter("2031-Q2", 392, 0);

        List<Moment> moments = read(GoalReading.TOTAL, "1280", QUARTER, TODAY).moments();

        assertThat(moments.getFirst().day()).isEqualTo(TODAY);
        assertThat(moments.getFirst().value()).isEqualByComparingTo("392");
        assertThat(moments.getFirst().low()).isEqualByComparingTo("392");
        assertThat(moments.getFirst().high()).isEqualByComparingTo("392");
        assertThat(moments).allSatisfy(moment -> assertThat(moment.value()).isBetween(moment.low(), moment.high()));
    }

    @Test
    void withoutAnEarlierQuarterItGoesByWorkingDaysAndHasNoRange() {
        quarter("2031-Q2", 400, 0);

        GoalForecast forecast = read(GoalReading.TOTAL, "1000", QUARTER, TODAY);

        // 39 of 60 Belgian working days have gone: Easter Monday, Labour Day, Ascension Day and Whit Monday are none
        assertThat(forecast.seasonal()).isFalse();
        assertThat(forecast.isBounded()).isFalse();
        assertThat(forecast.chance()).isNull();
        assertThat(Objects.requireNonNull(forecast.end()).low()).isNull();
        assertThat(Objects.requireNonNull(forecast.end()).value())
                .isCloseTo(
                        new BigDecimal(400 * workingDays(QUARTER.to()) / (double) workingDays(TODAY)),
                        within(new BigDecimal("0.001")));
    }

    @Test
    void aQuarterThatBeganInTheMiddleIsNoWholeOne() {
        sell("2031-02-20", 900);
        quarter("2031-Q2", 400, 0);

        assertThat(read(GoalReading.TOTAL, "1000", QUARTER, TODAY).seasonal()).isFalse();
    }

    @Test
    void ofOneEarlierQuarterNobodyKnowsHowFarOffItIs() {
        quarter("2031-Q1", 300, 700);
        quarter("2031-Q2", 390, 0);

        GoalForecast forecast = read(GoalReading.TOTAL, "1000", QUARTER, TODAY);

        assertThat(Objects.requireNonNull(forecast.end()).value())
                .isCloseTo(new BigDecimal("1300"), within(new BigDecimal("0.001")));
        assertThat(forecast.isBounded()).isFalse();
    }

    @Test
    void whatMustNotBeForecastSaysWhy() {
        quarter("2031-Q1", 300, 700);
        sell("2031-04-02", 100);

        assertThat(read(GoalReading.TOTAL, "1000", QUARTER, TODAY).without()).isEqualTo(Without.TOO_LITTLE);
        assertThat(read(GoalReading.TOTAL, "1000", QUARTER, LocalDate.of(2031, 3, 31))
                        .without())
                .isEqualTo(Without.NOT_BEGUN);
        Period fromSaturday = new Period(LocalDate.of(2031, 5, 31), LocalDate.of(2031, 6, 30));
        assertThat(read(GoalReading.TOTAL, "1000", fromSaturday, TODAY).without())
                .isEqualTo(Without.NOT_BEGUN);
        assertThat(read(GoalReading.TOTAL, "1000", QUARTER, QUARTER.to()).without())
                .isEqualTo(Without.OVER);
        assertThat(read(GoalReading.LEVEL, "1000", QUARTER, TODAY).without()).isEqualTo(Without.LEVEL);
        assertThat(read(GoalReading.RATIO_POINTS, "0.3", QUARTER, TODAY).without())
                .isEqualTo(Without.RATE);
    }

    private GoalForecast read(GoalReading reading, String target, Period period, LocalDate today) {
        GoalKpi kpi =
                reading.isRatio() ? GoalKpi.of(Kpi.CLOSING_RATE) : GoalKpi.REVENUE;
        @Nullable String currency = kpi.isMoney() ? sample.home() : null;
        GoalTerms terms = new GoalTerms(
                kpi,
                1,
                reading,
                KpiDirection.HIGHER,
                GoalShape.WORKING_DAYS,
                period,
                new BigDecimal(target),
                currency,
                null,
                null);
        AgreedGoal goal =
                new AgreedGoal(1, "G", 1, GoalScope.PERSON, an.value(), null, "An", terms, null, null, false, null);
        return Caller.asSystem(() -> forecasts.of(goal, List.of(LocalDate.of(2031, 6, 15), period.to()), today));
    }

    /** The first amount on five days of its first month, the second one on its last day but nine. */
    private void quarter(String key, int early, int late) {
        Period period = Period.parse(key);
        for (int day = 1; day <= 5; day++) {
            sell(period.from().plusDays(day).toString(), early / 5.0);
        }
        if (late > 0) {
            sell(period.to().minusDays(9).toString(), late);
        }
    }

    private void sell(String day, double value) {
        sample.won(an, String.valueOf(value), day);
        sample.changed(an, day);
    }

    private static int workingDays(LocalDate until) {
        List<LocalDate> holidays = List.of(
                LocalDate.of(2031, 4, 14),
                LocalDate.of(2031, 5, 1),
                LocalDate.of(2031, 5, 22),
                LocalDate.of(2031, 6, 2));
        return (int) QUARTER.from()
                .datesUntil(until.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5 && !holidays.contains(day))
                .count();
    }

    private static BigDecimal half() {
        return new BigDecimal("0.5");
    }

    @OnHsqldb
    static class OnHsqldbTest extends GoalForecastContract {}

    @OnPostgres
    static class OnPostgresTest extends GoalForecastContract {}
}
