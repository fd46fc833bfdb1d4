package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.testing.Taken.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.money.Decimals;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What days of teams and months of people promise: what the facts say, whatever was written, changed, taken back or moved. */
@TestPropertySource(properties = "koploper.test=team-days") // others write sales straight into the tables
abstract class TeamDaysContract {

    private static final Period YEAR = Period.year(LocalDate.of(2025, 1, 1));
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Totals totals;

    @Autowired
    Kpis kpis;

    @Autowired
    FactReader facts;

    RandomSales sales;
    List<PersonId> people;
    List<TeamId> teams;

    @BeforeEach
    void twoTeamsBelowOneBesideAnother() {
        sales = new RandomSales(context);
        people = sales.people;
        teams = sales.teams;
    }

    @Test
    void randomHistoriesAddUpToWhatTheFactsSay() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int step = 0; step < 60; step++) {
            sales.step(random);
        }
        assertSame(random, "seed " + seed);

        Map<String, String> before = kept();
        jdbc.sql("update team_days set revenue = revenue + 1").update();
        Caller.asSystem(totals::rebuild);

        assertThat(kept()).as("rebuilt, seed %d", seed).isEqualTo(before).isNotEmpty();
    }

    @Test
    void whatIsSoldAfterAMoveIsTheNewTeamsAndWhatWasSoldBeforeStays() {
        sales.write("deals", sales.deal("D-moves", people.get(1), "won", "2025-02-10", "100"));
        sales.write("deals", sales.deal("D-moved", people.get(1), "won", "2025-04-10", "10"));
        jdbc.sql("update memberships set to_day = ? where person_id = ?")
                .params(LocalDate.of(2025, 3, 31), people.get(1).value())
                .update();
        sales.sample.member(people.get(1), teams.get(2), "2025-04-01", null);
        sales.peopleChanged();

        assertThat(revenue(teams.get(1))).isEqualTo("100");
        assertThat(revenue(teams.get(2))).isEqualTo("10");
        assertThat(revenue(teams.get(0))).isEqualTo("110");
        assertSame(new Random(1), "after the move");
    }

    @Test
    void aTeamThatMovesBelowAnotherTakesItsSalesAlong() {
        sales.write("deals", sales.deal("D-team", people.get(3), "won", "2025-02-10", "100"));
        sales.write("deals", sales.deal("D-all", people.get(0), "won", "2025-02-11", "2"));

        sales.write(
                "teams",
                row(
                        "externalId",
                        sales.sample.externalId(teams.get(3)),
                        "parent",
                        sales.sample.externalId(teams.get(1))));

        assertThat(revenue(teams.get(1))).isEqualTo("100");
        assertThat(revenue(teams.get(0))).isEqualTo("102");
        assertSame(new Random(2), "after the team moved");
    }

    @Test
    void aTeamThatNobodyHasCountedYetCountsFromItsFirstSaleInAMonthOfItsOwn() {
        TeamId fresh = sales.sample.team("Fresh", teams.get(0));
        sales.sample.member(people.get(5), fresh, "2010-01-01", null);

        sales.write("deals", sales.deal("D-fresh", people.get(5), "won", "2017-09-10", "20"));

        Period then = Period.year(LocalDate.of(2017, 1, 1));
        assertThat(Caller.asSystem(() -> kpis.read(Kpi.REVENUE, KpiScope.of(teams.get(0)), then, then.to(), null))
                        .value())
                .isEqualByComparingTo("20");
    }

    @Test
    void anEarlierOrderOfACustomerMakesTheNextOneARepeatWhoeverSoldIt() {
        sales.write(
                "deals",
                RandomSales.with(
                        "customer",
                        sales.customers.getFirst(),
                        sales.deal("D-second", people.get(1), "won", "2025-05-10", "5")));
        assertThat(repeats(teams.get(1))).isEqualTo("0 of 1");

        sales.write(
                "deals",
                RandomSales.with(
                        "customer",
                        sales.customers.getFirst(),
                        sales.deal("D-first", people.get(2), "won", "2025-03-10", "5")),
                RandomSales.with(
                        "customer",
                        sales.customers.getFirst(),
                        sales.deal("D-between", people.get(2), "won", "2025-04-10", "5")));

        assertThat(repeats(teams.get(1))).isEqualTo("1 of 1");
    }

    @Test
    void countingTheSameAgainChangesNothing() {
        sales.write("deals", sales.deal("D-once", people.get(0), "won", "2025-02-10", "100"));
        Map<String, String> once = kept();

        sales.peopleChanged();
        sales.sample.changed(people.get(0), "2025-02-10");

        assertThat(kept()).isEqualTo(once).isNotEmpty();
    }

    private String revenue(TeamId team) {
        return Decimals.plain(Caller.asSystem(() -> kpis.read(Kpi.REVENUE, KpiScope.of(team), YEAR, LAST, null))
                .value());
    }

    private String repeats(TeamId team) {
        Reading reading = Caller.asSystem(() -> kpis.read(Kpi.REPEAT_SALES, KpiScope.of(team), YEAR, LAST, null));
        return Decimals.plain(reading.numerator()) + " of " + Decimals.plain(reading.denominator());
    }

    /** What is kept says what would be computed. */
    private void assertSame(Random random, String when) {
        List<Slot> slots = new ArrayList<>(List.of(slot("year", YEAR)));
        for (int month = 1; month <= 12; month++) {
            LocalDate first = LocalDate.of(2025, month, 1);
            slots.add(slot("month " + month, Period.month(first)));
            LocalDate from = first.plusDays(random.nextInt(20));
            slots.add(slot("stretch " + month, new Period(from, from.plusDays(random.nextInt(30)))));
        }
        Map<String, String> kept = said(slots);
        assertThat(jdbc.sql("select ready from sums_ready").query(Boolean.class).single())
                .isTrue();
        jdbc.sql("update sums_ready set ready = false").update();
        Map<String, String> computed = said(slots);
        jdbc.sql("update sums_ready set ready = true").update();

        assertThat(kept).as(when).isEqualTo(computed).isNotEmpty();
    }

    private static Slot slot(String key, Period period) {
        return new Slot(key, period, period.to());
    }

    private Map<String, String> said(List<Slot> slots) {
        Set<Measure> all = new HashSet<>(DaySum.FLOWS);
        all.addAll(DaySum.STOCKS);
        all.add(Measure.CYCLE);
        Set<Measure> counted = EnumSet.of(
                Measure.CUSTOMERS_AT_START,
                Measure.CUSTOMERS_LOST,
                Measure.CUSTOMERS_NEW,
                Measure.BUYERS,
                Measure.BUYERS_OF_TWO,
                Measure.AGED_DEALS,
                Measure.STALE_DEALS);
        Map<String, String> said = new TreeMap<>();
        List<KpiScope> scopes = new ArrayList<>(List.of(KpiScope.organisation()));
        teams.forEach(team -> scopes.add(KpiScope.of(team)));
        List<Slot> months = slots.stream().filter(Slot::isWholeMonths).toList();
        Caller.asSystem(() -> {
            for (KpiScope scope : scopes) {
                facts.over(all, scope, slots).forEach((slot, sums) -> note(said, scope + " " + slot, sums, all));
                facts.over(counted, scope, slots)
                        .forEach((slot, sums) -> note(said, scope + " " + slot, sums, counted));
                facts.by(all, scope, slots, Grouping.TEAM)
                        .forEach((team, own) -> own.forEach(
                                (slot, sums) -> note(said, scope + " team " + team + " " + slot, sums, all)));
                facts.by(all, scope, months, Grouping.PERSON)
                        .forEach((person, own) ->
                                own.forEach((slot, sums) -> note(said, scope + " " + person + " " + slot, sums, all)));
            }
        });
        return said;
    }

    private static void note(Map<String, String> said, String what, Sums sums, Set<Measure> all) {
        for (Measure measure : all) {
            if (sums.of(measure).signum() != 0) {
                said.put(what + " " + measure, Decimals.plain(Decimals.canonical(sums.of(measure))));
            }
        }
        sums.counts(Measure.CYCLE)
                .forEach((days, orders) ->
                        said.put(what + " after " + days, Decimals.plain(Decimals.canonical(orders))));
        if (!sums.withoutRate().isEmpty()) {
            said.put(what + " without rate", sums.withoutRate().toString());
        }
    }

    private Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>();
        jdbc.sql("select * from team_days").query(row -> {
            kept.put(
                    row.getLong("team_id") + " " + row.getBoolean("below") + " "
                            + row.getObject("on_day", LocalDate.class) + " " + row.getString("currency"),
                    DaySum.of(row).values().toString());
        });
        jdbc.sql("select * from person_months").query(row -> {
            kept.put(
                    row.getLong("person_id") + " in " + row.getLong("team_id") + " "
                            + row.getObject("on_day", LocalDate.class) + " " + row.getString("currency"),
                    DaySum.of(row).values().toString());
        });
        return kept;
    }

    @OnHsqldb
    static class OnHsqldbTest extends TeamDaysContract {}

    @OnPostgres
    static class OnPostgresTest extends TeamDaysContract {}
}
