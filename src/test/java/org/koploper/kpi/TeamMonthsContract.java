package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.testing.Taken.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
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
import org.koploper.people.PeopleChanged;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.records.RecordDesk;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Taken;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What months of teams promise: what the facts themselves say, whatever was written, changed, taken back or moved. */
abstract class TeamMonthsContract {

    private static final Set<Measure> MEASURES = EnumSet.of(
            Measure.REVENUE,
            Measure.ORDERS,
            Measure.VALUED_ORDERS,
            Measure.VALUE_SQUARES,
            Measure.WON,
            Measure.LOST,
            Measure.CYCLE);

    private static final Period YEAR = Period.year(LocalDate.of(2025, 1, 1));

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RecordDesk desk;

    @Autowired
    Ids ids;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Totals totals;

    @Autowired
    Kpis kpis;

    SalesSample sample;
    List<PersonId> people;
    List<TeamId> teams;
    List<String> deals;

    @BeforeEach
    void twoTeamsBelowOne() {
        sample = new SalesSample(context);
        sample.home();
        people = new ArrayList<>();
        deals = new ArrayList<>();
        TeamId all = sample.team("All", null);
        teams = List.of(all, sample.team("Northern side", all), sample.team("South", all));
        for (int i = 0; i < 5; i++) {
            people.add(sample.person("Seller " + i));
        }
        for (int i = 0; i < 4; i++) {
            sample.member(people.get(i), teams.get(i % 3), "2020-01-01", null);
        }
        peopleChanged();
    }

    @Test
    void randomHistoriesAddUpToWhatTheFactsSayInEveryMonthAndTeam() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int step = 0; step < 40; step++) {
            step(random);
        }
        assertSame("seed " + seed);

        Map<String, String> before = told();
        jdbc.sql("update team_months set amount = amount + 1").update();
        Caller.asSystem(totals::rebuild);

        assertThat(told()).as("rebuilt, seed %d", seed).isEqualTo(before);
    }

    @Test
    void whatIsSoldAfterAMoveIsTheNewTeamsAndWhatWasSoldBeforeStays() {
        write(deal("D-moves", people.get(1), "won", "2025-02-10", "100"));
        write(deal("D-moved", people.get(1), "won", "2025-04-10", "10"));
        jdbc.sql("update memberships set to_day = ? where person_id = ?")
                .params(LocalDate.of(2025, 3, 31), people.get(1).value())
                .update();
        sample.member(people.get(1), teams.get(2), "2025-04-01", null);
        peopleChanged();

        assertThat(revenue(teams.get(1))).isEqualTo("100");
        assertThat(revenue(teams.get(2))).isEqualTo("10");
        assertThat(revenue(teams.get(0))).isEqualTo("110");
        assertSame("after the move");
    }

    @Test
    void countingTheSameAgainChangesNothing() {
        write(deal("D-once", people.get(0), "won", "2025-02-10", "100"));
        Map<String, String> once = told();

        peopleChanged();
        sample.changed(people.get(0), "2025-02-10");

        assertThat(told()).isEqualTo(once).isNotEmpty();
    }

    private String revenue(TeamId team) {
        return Decimals.plain(
                Caller.asSystem(() -> kpis.read(Kpi.REVENUE, KpiScope.of(team), YEAR, LocalDate.of(2025, 12, 31), null))
                        .value());
    }

    private void step(Random random) {
        PersonId seller = people.get(random.nextInt(people.size()));
        String day = day(random);
        switch (random.nextInt(6)) {
            case 0 -> {
                jdbc.sql("delete from memberships where person_id = ?")
                        .param(seller.value())
                        .update();
                sample.member(
                        seller, teams.get(random.nextInt(3)), "2020-01-01", "2025-0" + (1 + random.nextInt(8)) + "-15");
                peopleChanged();
            }
            case 1 -> changed(random, "owner", sample.externalId(seller));
            case 2 -> changed(random, "value", new BigDecimal(random.nextInt(1000)));
            case 3 -> changed(random, "closedOn", LocalDate.parse(day));
            default ->
                write(deal(
                        "D" + ids.next(),
                        seller,
                        random.nextInt(3) == 0 ? "lost" : "won",
                        day,
                        "" + random.nextInt(1000)));
        }
    }

    private void changed(Random random, String field, Object value) {
        if (!deals.isEmpty()) {
            write(row("externalId", deals.get(random.nextInt(deals.size())), field, value));
        }
    }

    private Map<String, Object> deal(String id, PersonId owner, String stage, String closed, String value) {
        String own = id + "-" + teams.getFirst().value();
        deals.add(own);
        Map<String, Object> deal = row(
                "externalId",
                own,
                "owner",
                sample.externalId(owner),
                "stage",
                stage,
                "engagedOn",
                LocalDate.of(2024, 12, 1),
                "closedOn",
                LocalDate.parse(closed),
                "value",
                new BigDecimal(value),
                "currency",
                value.endsWith("7") ? "GBP" : sample.home());
        if (value.endsWith("3")) {
            deal.put("splits", sample.externalId(people.get(0)) + ":40;" + sample.externalId(people.get(4)) + ":60");
        }
        return deal;
    }

    @SafeVarargs
    private void write(Map<String, Object>... rows) {
        Taken taken = Taken.of(desk, ids, "deals", rows);
        assertThat(taken.issues()).filteredOn(issue -> !issue.contains("? ")).isEmpty();
    }

    private void peopleChanged() {
        transaction.executeWithoutResult(status -> events.publishEvent(new PeopleChanged(ids.next())));
    }

    private static String day(Random random) {
        return LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300)).toString();
    }

    /** What is kept is what would be computed. */
    private void assertSame(String when) {
        Map<String, String> computed = new TreeMap<>();
        for (FactSource source : FactSources.MONTHLY) {
            FactQuery query =
                    FactQuery.of(source, MEASURES, KpiScope.organisation(), Grouping.TEAM, Only.EVERYTHING, List.of());
            context.getBean(KpiSql.class)
                    .about(KpiScope.organisation(), query.sql())
                    .param("from", YEAR.from())
                    .param("to", YEAR.to())
                    .param("after", YEAR.to().plusDays(1))
                    .param("house", sample.home())
                    .query(row -> {
                        for (int i = 0; i < query.columns().size(); i++) {
                            String team = row.getString("subject");
                            add(
                                    computed,
                                    (team == null ? "0" : team) + " "
                                            + row.getObject("on_day", LocalDate.class)
                                                    .toString()
                                                    .substring(0, 7) + " "
                                            + query.columns().get(i) + " "
                                            + (row.getString("part") == null ? "-1" : row.getString("part")) + " "
                                            + row.getString("currency"),
                                    row.getBigDecimal("m" + i));
                        }
                    });
        }
        keepOwn(computed);
        assertThat(told()).as(when).isEqualTo(computed);
    }

    private Map<String, String> told() {
        Map<String, String> told = new TreeMap<>();
        jdbc.sql("select * from team_months where month_start between ? and ?")
                .params(YEAR.from(), YEAR.to())
                .query(row -> {
                    add(
                            told,
                            row.getLong("team_id") + " "
                                    + row.getObject("month_start", LocalDate.class)
                                            .toString()
                                            .substring(0, 7) + " "
                                    + row.getString("measure") + " " + row.getInt("part") + " "
                                    + row.getString("currency"),
                            row.getBigDecimal("amount"));
                });
        keepOwn(told);
        return told;
    }

    /** Other tests write sales straight into the tables, and nobody asks for their sums. */
    private void keepOwn(Map<String, String> sums) {
        sums.values().removeIf("0"::equals);
        sums.keySet().removeIf(key -> teams.stream().noneMatch(team -> key.startsWith(team.value() + " ")));
    }

    private static void add(Map<String, String> sums, String key, BigDecimal amount) {
        if (amount != null) {
            sums.merge(
                    key,
                    Decimals.plain(amount),
                    (one, other) -> Decimals.plain(new BigDecimal(one).add(new BigDecimal(other))));
        }
    }

    @OnHsqldb
    static class OnHsqldbTest extends TeamMonthsContract {}

    @OnPostgres
    static class OnPostgresTest extends TeamMonthsContract {}
}
