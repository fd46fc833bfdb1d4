package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.kpi.GoalCurve.Day;
import org.koploper.people.Directory;
import org.koploper.people.TeamId;
import org.koploper.people.WorkCalendars;
import org.koploper.period.Period;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** The way to a goal on Saturday 14 November 2026, after 9 of 20 Belgian working days: 1,000 is expected on each. */
abstract class GoalCurveContract {

    private static final Period NOVEMBER = Period.parse("2026-11");

    @Autowired
    ApplicationContext context;

    @Autowired
    GoalRows agreed;

    @Autowired
    GoalStands stands;

    @Autowired
    GoalSubjects subjects;

    @Autowired
    OwnTargets ownTargets;

    @Autowired
    Measures measures;

    @Autowired
    Directory directory;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    Goals secured;

    private SalesSample sample;
    private PersonId anna;
    private TeamId west;
    private String home;

    @BeforeEach
    void people() {
        sample = new SalesSample(context);
        home = sample.home();
        anna = sample.person("Anna");
        west = sample.team("West", null);
        sample.member(anna, west, "1900-01-01", null);
        sample.target(anna, null, "2026-11-01", "2026-11-30", "20000", home);
    }

    @Test
    void whatWasReachedAddsUpAndStopsToday() {
        sell("300", "2026-10-31");
        sell("1000", "2026-11-02");
        sell("500.50", "2026-11-13");

        GoalCurve curve = curve(NOVEMBER);

        assertThat(curve.days()).hasSize(30);
        assertThat(curve.target()).isEqualByComparingTo("20000");
        assertThat(day(curve, "2026-11-01").reached()).isZero();
        assertThat(day(curve, "2026-11-12").reached()).isEqualByComparingTo("1000");
        assertThat(day(curve, "2026-11-14").reached()).isEqualByComparingTo("1500.50");
        assertThat(day(curve, "2026-11-15").reached()).isNull();
    }

    @Test
    void theCurveOfTodayIsTheGoal() {
        sell("1000", "2026-11-02");

        Goal goal = Caller.asSystem(() -> today().progress(anna, Metric.REVENUE, NOVEMBER));

        Day now = day(curve(NOVEMBER), "2026-11-14");
        assertThat(now.reached()).isEqualByComparingTo(goal.value());
        assertThat(now.expected()).isEqualByComparingTo(goal.expectedNow());
    }

    @Test
    void whatIsExpectedFollowsTheWorkingDaysToTheTarget() {
        GoalCurve curve = curve(NOVEMBER);

        assertThat(day(curve, "2026-11-01").expected()).isZero();
        assertThat(day(curve, "2026-11-02").expected()).isEqualByComparingTo("1000");
        // Armistice Day
        assertThat(day(curve, "2026-11-11").expected()).isEqualByComparingTo("7000");
        assertThat(day(curve, "2026-11-15").expected()).isEqualByComparingTo("9000");
        assertThat(day(curve, "2026-11-30").expected()).isEqualByComparingTo("20000");
    }

    @Test
    void theYearBeforeIsReadByTheSameDateAndWholeAtTheEnd() {
        sell("700", "2025-11-10");
        sell("90", "2025-12-01");
        sell("11", "2024-02-29");

        GoalCurve curve = curve(NOVEMBER);
        assertThat(day(curve, "2026-11-09").yearBefore()).isZero();
        assertThat(day(curve, "2026-11-10").yearBefore()).isEqualByComparingTo("700");
        assertThat(day(curve, "2026-11-30").yearBefore()).isEqualByComparingTo("700");

        GoalCurve february = curve(Period.parse("2025-02"));
        assertThat(february.days().getLast().yearBefore()).isEqualByComparingTo("11");
        assertThat(curve(Period.parse("2024-02")).days()).hasSize(29);
    }

    @Test
    void whereTheTargetIsNotForEveryDayOnlyItsDaysCount() {
        PersonId bob = sample.person("Bob");
        sample.target(bob, null, "2026-11-09", "2026-11-15", "500", home);
        sample.won(bob, "100", "2026-11-02");
        sample.won(bob, "40", "2026-11-10");
        sample.changed(bob, "2026-11-02", "2026-11-10");

        GoalCurve curve = Caller.asSystem(() -> today().curve(bob, Metric.REVENUE, NOVEMBER));

        assertThat(day(curve, "2026-11-08").reached()).isZero();
        assertThat(day(curve, "2026-11-14").reached()).isEqualByComparingTo("40");
    }

    @Test
    void whoHasNoTargetHasACurveWithoutExpectation() {
        GoalCurve curve = curve(Period.parse("2026-10"));

        assertThat(curve.target()).isNull();
        assertThat(curve.days()).allMatch(day -> day.expected() == null && day.reached() != null);
    }

    @Test
    void aTeamIsReadWithWhatItsMembersSold() {
        sell("1000", "2026-11-02");
        sample.target(null, west, "2026-11-01", "2026-11-30", "40000", home);

        GoalCurve curve = Caller.asSystem(() -> today().curveOfTeam(west, Metric.REVENUE, NOVEMBER));

        assertThat(day(curve, "2026-11-14").reached()).isEqualByComparingTo("1000");
        assertThat(day(curve, "2026-11-14").expected()).isEqualByComparingTo("18000");
    }

    @Test
    void aYearCostsAsManyStatementsAsAMonth() {
        curve(NOVEMBER);
        assertThat(Statements.of(() -> curve(Period.parse("2026")))).isEqualTo(Statements.of(() -> curve(NOVEMBER)));
    }

    @Test
    void colleaguesDoNotSeeIt() {
        PersonId colleague = sample.person("Colleague");

        assertThatThrownBy(
                        () -> As.user(colleague, Set.of(Role.REP), () -> secured.curve(anna, Metric.REVENUE, NOVEMBER)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private GoalCurve curve(Period period) {
        return Caller.asSystem(() -> today().curve(anna, Metric.REVENUE, period));
    }

    private Goals today() {
        Clock clock = Clock.fixed(
                LocalDate.of(2026, 11, 14)
                        .atTime(12, 0)
                        .atZone(ZoneId.of("Europe/Brussels"))
                        .toInstant(),
                ZoneId.of("Europe/Brussels"));
        return new Goals(agreed, stands, subjects, ownTargets, measures, directory, calendars, clock);
    }

    private static Day day(GoalCurve curve, String day) {
        return curve.days().stream()
                .filter(one -> one.on().equals(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow();
    }

    private void sell(String value, String day) {
        sample.won(anna, value, day);
        sample.changed(anna, day);
    }

    @OnHsqldb
    static class OnHsqldbTest extends GoalCurveContract {}

    @OnPostgres
    static class OnPostgresTest extends GoalCurveContract {}
}
