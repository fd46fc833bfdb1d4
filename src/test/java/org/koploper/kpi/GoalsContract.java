package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.Directory;
import org.koploper.people.TeamId;
import org.koploper.people.WorkCalendars;
import org.koploper.period.Period;
import org.koploper.sales.RateTable;
import org.koploper.sales.RateTables;
import org.koploper.sales.Rates;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/** Goals as they are read; most tests stand on Saturday 14 November 2026, after 9 of 20 Belgian working days. */
abstract class GoalsContract {

    private static final Period NOVEMBER = Period.parse("2026-11");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

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
    Rates rates;

    @Autowired
    RateTables rateTables;

    @Autowired
    Goals secured;

    SalesSample sample;
    PersonId anna;
    TeamId west;
    String home;

    @BeforeEach
    void people() {
        sample = new SalesSample(context);
        home = sample.home();
        anna = sample.person("Anna");
        west = sample.team("West", null);
        sample.member(anna, west, "1900-01-01", null);
    }

    @Test
    void aRunningGoalShowsValueExpectedAndState() {
        String id = sample.target(anna, null, "2026-11-01", "2026-11-30", "20000", home);
        sell(anna, "8910", "2026-11-03");

        GoalStand goal = one(on("2026-11-14").of(anna, NOVEMBER));

        assertThat(goal.externalId()).isEqualTo(id);
        assertThat(goal.subject()).isEqualTo(sample.externalId(anna));
        assertThat(goal.target()).isEqualByComparingTo("20000");
        assertThat(goal.value()).isEqualByComparingTo("8910");
        assertThat(goal.expectedNow()).isEqualByComparingTo("9000");
        assertThat(goal.progress()).isEqualByComparingTo("0.4455");
        assertThat(goal.state()).isEqualTo(GoalState.ON_TRACK);
    }

    @Test
    void absencesMoveTheExpectationAndPartTimeDoesNot() {
        sample.target(anna, null, "2026-11-01", "2026-11-30", "20000", home);
        employed(anna, "1900-01-01", "0.5");
        assertThat(one(on("2026-11-14").of(anna, NOVEMBER)).expectedNow()).isEqualByComparingTo("9000");

        jdbc.sql("insert into absences (id, external_id, person_id, from_day, to_day, kind, version)"
                        + " values (?, ?, ?, ?, ?, 'LEAVE', 0)")
                .params(ids.next(), "A" + anna, anna.value(), LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 6))
                .update();

        GoalStand goal = one(on("2026-11-14").of(anna, NOVEMBER));
        assertThat(goal.target()).isEqualByComparingTo("20000");
        assertThat(goal.expectedNow().toPlainString()).startsWith("5333.333333");
    }

    @Test
    void nothingIsExpectedOfAJoinerBeforeTheFirstDay() {
        sample.target(anna, null, "2026-11-01", "2026-11-30", "20000", home);
        employed(anna, "2026-11-16", "1");

        assertThat(one(on("2026-11-14").of(anna, NOVEMBER)).expectedNow()).isZero();
    }

    @Test
    void whoHasNoTargetHasAValueAndNoProgress() {
        sell(anna, "100", "2026-11-03");

        assertThat(on("2026-11-14").of(anna, NOVEMBER)).isEmpty();
        Goal none = on("2026-11-14").progress(anna, Metric.REVENUE, NOVEMBER);
        assertThat(none.state()).isEqualTo(GoalState.NO_TARGET);
        assertThat(none.value()).isEqualByComparingTo("100");
        assertThat(none.progress()).isNull();
        assertThat(none.target()).isNull();
    }

    @Test
    void aTargetForALongerTimeIsNotCutToTheMonth() {
        sample.target(anna, null, "2026-10-01", "2026-12-31", "60000", home);

        assertThat(on("2026-11-14").progress(anna, Metric.REVENUE, NOVEMBER).state())
                .isEqualTo(GoalState.NO_TARGET);
        assertThat(on("2026-11-14").of(anna, NOVEMBER)).hasSize(1);
    }

    @Test
    void onlyDaysWithATargetAreHeldAgainstIt() {
        sample.target(anna, null, "2026-11-16", "2026-11-30", "1000", home);
        sell(anna, "700", "2026-11-03");
        sell(anna, "300", "2026-11-20");

        Goal goal = on("2026-12-01").progress(anna, Metric.REVENUE, NOVEMBER);

        assertThat(goal.value()).isEqualByComparingTo("300");
        assertThat(goal.state()).isEqualTo(GoalState.ENDED_MISSED);
    }

    @Test
    void aTargetOfDealsCountsDealsByShare() {
        sample.target(anna, null, "DEALS", "2026-11-01", "2026-11-30", "2", null);
        long deal = sample.won(anna, "100", "2026-11-03");
        sample.share(deal, anna, "0.5");
        sample.changed(anna, "2026-11-03");

        GoalStand goal = one(on("2026-11-14").of(anna, NOVEMBER));

        assertThat(goal.value()).isEqualByComparingTo("0.5");
        assertThat(goal.currency()).isNull();
        assertThat(goal.progress()).isEqualByComparingTo("0.25");
    }

    @Test
    void aTeamsGoalCountsTheTeamsBelowAndMembersOnTheDayOfTheSale() {
        TeamId child = sample.team("West junior", west);
        TeamId other = sample.team("East", null);
        PersonId mover = sample.person("Mover");
        sample.member(mover, child, "2026-11-01", "2026-11-10");
        sample.member(mover, other, "2026-11-11", null);
        sample.target(null, west, "2026-11-01", "2026-11-30", "1000", home);
        sell(anna, "100", "2026-11-03");
        sell(mover, "20", "2026-11-10");
        sell(mover, "3", "2026-11-11");

        GoalStand goal = one(on("2026-11-14").ofTeam(west, NOVEMBER));

        assertThat(goal.value()).isEqualByComparingTo("120");
        assertThat(goal.scope()).isEqualTo(GoalScope.TEAM);
        assertThat(on("2026-11-14")
                        .progressOfTeam(other, Metric.REVENUE, NOVEMBER)
                        .value())
                .isEqualByComparingTo("3");
    }

    @Test
    void theOrganisationsGoalCountsEverybody() {
        // a day of its own, so that sales of other tests lie outside
        String id = sample.target(null, null, "2031-05-07", "2031-05-07", "1000", home);
        sell(anna, "100", "2031-05-07");
        sell(sample.person("Without team"), "50", "2031-05-07");

        GoalStand goal = on("2026-11-14").ofOrganisation(Period.day(LocalDate.of(2031, 5, 7))).stream()
                .filter(one -> id.equals(one.externalId()))
                .findFirst()
                .orElseThrow();

        assertThat(goal.value()).isEqualByComparingTo("150");
        assertThat(goal.state()).isEqualTo(GoalState.NOT_STARTED);
    }

    @Test
    void foreignMoneyIsConvertedAtItsOwnDayAndLeftOutWithANoteWithoutARate() {
        sample.target(anna, null, "2026-11-01", "2026-11-30", "1000", home);
        sample.rate("NOK", home, "2026-11-05", "0.1");
        sample.rate("NOK", home, "2026-11-10", "0.2");
        sellIn(anna, "1000", "NOK", "2026-11-04");
        sellIn(anna, "100", "NOK", "2026-11-09");
        sellIn(anna, "100", "NOK", "2026-11-10");
        sell(anna, "5", "2026-11-10");

        GoalStand goal = one(on("2026-11-14").of(anna, NOVEMBER));

        assertThat(goal.value()).isEqualByComparingTo("35");
        assertThat(goal.notes()).containsExactly(new Note(Note.Code.NO_RATE, "NOK", home, BigDecimal.ONE));
    }

    @Test
    void aTargetInItsOwnCurrencyIsMeasuredInIt() {
        sample.target(anna, null, "2026-11-01", "2026-11-30", "1000", "DKK");
        sample.rate(home, "DKK", "1950-01-01", "4");
        sell(anna, "100", "2026-11-09");

        GoalStand goal = one(on("2026-11-14").of(anna, NOVEMBER));

        assertThat(goal.currency()).isEqualTo("DKK");
        assertThat(goal.value()).isEqualByComparingTo("400");
    }

    @Test
    void ratesReadInBulkAreTheRatesReadOneByOne() {
        sample.rate("PLN", "CZK", "2026-01-10", "5.5");
        sample.rate("PLN", "CZK", "2026-02-10", "5.7");
        sample.rate("CZK", "HUF", "2026-01-15", "16");

        Caller.asSystem(() -> {
            RateTable table = rateTables.into("CZK", List.of("PLN", "HUF", "RON"), LocalDate.of(2026, 3, 1));
            LocalDate.of(2026, 1, 5).datesUntil(LocalDate.of(2026, 2, 20)).forEach(day -> {
                for (String from : List.of("PLN", "HUF", "RON", "CZK")) {
                    assertThat(table.rate(from, day)).isEqualTo(rates.rate(from, "CZK", day));
                }
            });
        });
    }

    @Test
    void goalsOfAPersonAreForThemselvesManagersAboveHrFinanceAndAdmin() {
        PersonId boss = sample.person("Boss");
        PersonId colleague = sample.person("Colleague");
        sample.reportsTo(anna, boss);

        assertThat(As.user(anna, Set.of(Role.REP), () -> secured.of(anna, NOVEMBER)))
                .isEmpty();
        assertThat(As.user(boss, Set.of(Role.MANAGER), () -> secured.of(anna, NOVEMBER)))
                .isEmpty();
        for (Role role : List.of(Role.HR, Role.FINANCE, Role.ADMIN)) {
            assertThat(As.user(colleague, Set.of(role), () -> secured.of(anna, NOVEMBER)))
                    .isEmpty();
        }
        for (Role role : List.of(Role.REP, Role.MANAGER)) {
            assertThatThrownBy(() -> As.user(colleague, Set.of(role), () -> secured.of(anna, NOVEMBER)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() ->
                            As.user(colleague, Set.of(role), () -> secured.progress(anna, Metric.REVENUE, NOVEMBER)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> secured.ofTeam(west, NOVEMBER))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    /** The same service on another day. */
    private Today on(String day) {
        Clock clock = Clock.fixed(
                LocalDate.parse(day)
                        .atTime(12, 0)
                        .atZone(ZoneId.of("Europe/Brussels"))
                        .toInstant(),
                ZoneId.of("Europe/Brussels"));
        return new Today(new Goals(agreed, stands, subjects, ownTargets, measures, directory, calendars, clock));
    }

    private record Today(Goals goals) {

        List<GoalStand> of(PersonId person, Period period) {
            return Caller.asSystem(() -> goals.of(person, period));
        }

        List<GoalStand> ofTeam(TeamId team, Period period) {
            return Caller.asSystem(() -> goals.ofTeam(team, period));
        }

        List<GoalStand> ofOrganisation(Period period) {
            return Caller.asSystem(() -> goals.ofOrganisation(period));
        }

        Goal progress(PersonId person, Metric kpi, Period period) {
            return Caller.asSystem(() -> goals.progress(person, kpi, period));
        }

        Goal progressOfTeam(TeamId team, Metric kpi, Period period) {
            return Caller.asSystem(() -> goals.progressOfTeam(team, kpi, period));
        }
    }

    private static GoalStand one(List<GoalStand> goals) {
        assertThat(goals).hasSize(1);
        return goals.getFirst();
    }

    private void sell(PersonId person, String value, String day) {
        sellIn(person, value, home, day);
    }

    private void sellIn(PersonId person, String value, String currency, String day) {
        sample.won(person, value, currency, day);
        sample.changed(person, day);
    }

    private void employed(PersonId person, String from, String factor) {
        jdbc.sql("insert into employments (id, person_id, from_day, part_time_factor) values (?, ?, ?, ?)")
                .params(ids.next(), person.value(), LocalDate.parse(from), new BigDecimal(factor))
                .update();
    }

    @OnHsqldb
    static class OnHsqldbTest extends GoalsContract {}

    @OnPostgres
    static class OnPostgresTest extends GoalsContract {}
}
