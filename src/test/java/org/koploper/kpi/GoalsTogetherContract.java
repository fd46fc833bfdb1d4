package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.storage.Ids;
import org.koploper.storage.Once;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Many goals are read together, and say exactly what each of them says alone. */
@TestPropertySource(
        properties = "koploper.test=goals-together") // customers are counted for each day, and others leave many behind
abstract class GoalsTogetherContract {

    private static final LocalDate TODAY = LocalDate.now();
    private static final LocalDate FIRST = TODAY.withDayOfMonth(1).minusMonths(20);

    @Autowired
    ApplicationContext context;

    @Autowired
    GoalStands stands;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    private final List<PersonId> people = new ArrayList<>();
    private final List<TeamId> teams = new ArrayList<>();
    private final List<Long> customers = new ArrayList<>();
    private SalesSample sample;
    private String home;

    @BeforeEach
    void twoTeamsOneBelowTheOther() {
        sample = new SalesSample(context);
        home = sample.home();
        jdbc.sql("delete from exchange_rates where from_currency = 'CHF'").update();
        sample.rate("CHF", home, FIRST.toString(), "1.07");
        teams.add(sample.team("Above", null));
        teams.add(sample.team("Below", teams.getFirst()));
        for (String name : List.of("An", "Bo", "Cas")) {
            PersonId person = sample.person(name);
            people.add(person);
            sample.member(person, teams.get(people.size() % 2), FIRST.toString(), null);
        }
        for (int i = 0; i < 3; i++) {
            long id = ids.next();
            customers.add(id);
            jdbc.sql("insert into customers (id, external_id, name, registration_number, segment, version)"
                            + " values (?, ?, 'Bakery', ?, ?, 0)")
                    .params(id, "C" + id, "BE0" + id, i == 1 ? "Care" : "Retail")
                    .update();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void togetherTheySayWhatEachOfThemSaysAlone(long seed) {
        Random random = new Random(seed);
        happen(random);
        List<AgreedGoal> goals = new ArrayList<>();
        for (GoalKpi kpi : choices()) {
            for (GoalScope scope : GoalScope.values()) {
                if (kpi.isKnownFor(scope)) {
                    goals.add(goal(random, scope, kpi, period(random)));
                }
            }
        }

        List<GoalStand> together = Caller.asSystem(() -> stands.of(goals, TODAY));

        assertThat(together)
                .extracting(GoalStand::value)
                .filteredOn(value -> value != null && value.signum() != 0)
                .as("something happened")
                .hasSizeGreaterThan(20);
        assertThat(together)
                .zipSatisfy(
                        goals,
                        (stand, goal) -> assertThat(stand)
                                .usingRecursiveComparison()
                                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                                .isEqualTo(Caller.asSystem(() -> stands.of(goal, TODAY))));
    }

    @Test
    void manyAskAsOftenAsOneOfEachKind() {
        happen(new Random(4));

        List<AgreedGoal> few = goals(1);
        List<AgreedGoal> many = goals(2);

        assertThat(many).hasSizeGreaterThan(80);
        int ofFew = statements(few);
        assertThat(statements(many))
                .as("more than a hundred about the same source begin one more")
                .isBetween(ofFew, ofFew + many.size() / 50);
    }

    /** All of the product, and two of the house's own that are narrowed down to parts of what happened. */
    private List<GoalKpi> choices() {
        List<GoalKpi> choices = new ArrayList<>(GoalKpi.ofTheProduct());
        for (MetricWording.Words words :
                List.of(new MetricWording.Words("Retail answers", ""), new MetricWording.Words("Retail rate", ""))) {
            boolean rate = words.name().endsWith("rate");
            choices.add(GoalKpi.of(OwnKpi.tried(new OwnKpiTerms(
                    words,
                    words,
                    rate ? KpiUnit.RATIO : KpiUnit.COUNT,
                    KpiDirection.HIGHER,
                    new OwnPart(Counted.ANSWERS, Only.EVERYTHING.with(Grouping.SEGMENT, List.of("Retail"))),
                    rate ? OwnPart.of(Counted.ANSWERS) : null))));
        }
        return choices;
    }

    /** That many of every third KPI and each scope, in as many different stretches of time. */
    private List<AgreedGoal> goals(int each) {
        List<AgreedGoal> goals = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            // the same terms each time, so that only their number grows
            Random random = new Random(0);
            for (GoalScope scope : GoalScope.values()) {
                for (int k = 0; k < choices().size(); k += 3) {
                    GoalKpi kpi = choices().get(k);
                    if (kpi.isKnownFor(scope)) {
                        goals.add(goal(
                                random,
                                scope,
                                kpi,
                                new Period(
                                        FIRST.plusMonths(6 + i),
                                        FIRST.plusMonths(24 + i).minusDays(1))));
                    }
                }
            }
        }
        return goals;
    }

    private int statements(List<AgreedGoal> goals) {
        return Statements.of(() -> {
            Once.open();
            try {
                Caller.asSystem(() -> stands.of(goals, TODAY));
            } finally {
                Once.close();
            }
        });
    }

    private AgreedGoal goal(Random random, GoalScope scope, GoalKpi kpi, Period period) {
        List<GoalReading> readings = kpi.readings();
        GoalTerms terms = new GoalTerms(
                kpi,
                kpi.version(),
                readings.get(random.nextInt(readings.size())),
                kpi.direction(),
                GoalShape.values()[random.nextInt(GoalShape.values().length)],
                period,
                new BigDecimal(1 + random.nextInt(1000)),
                kpi.isMoney() ? random.nextBoolean() ? home : "CHF" : null,
                random.nextBoolean() ? new BigDecimal("0.5") : null,
                random.nextBoolean() ? GoalPeriods.before(period, 1) : null);
        long subject = switch (scope) {
            case PERSON -> one(random, people).value();
            case TEAM -> one(random, teams).value();
            case CUSTOMER -> one(random, customers);
            case ORGANISATION -> OwnTargets.ORGANISATION;
        };
        return new AgreedGoal(ids.next(), "G", 1, scope, subject, null, "somebody", terms, null, null, false, null);
    }

    /** Whole months or not; over, running, or still to come. */
    private static Period period(Random random) {
        LocalDate from = FIRST.plusMonths(random.nextInt(18));
        return random.nextBoolean()
                ? new Period(from, from.plusMonths(1 + random.nextInt(6)).minusDays(1))
                : new Period(from.plusDays(random.nextInt(20)), from.plusDays(20L + random.nextInt(20)));
    }

    private void happen(Random random) {
        for (int i = 0; i < 120; i++) {
            PersonId person = one(random, people);
            LocalDate day = FIRST.plusDays(random.nextInt(600));
            LocalDate seen = day.isAfter(TODAY) ? TODAY : day;
            long customer = one(random, customers);
            long deal = sample.won(
                    person,
                    String.valueOf(100 + random.nextInt(900)),
                    random.nextInt(5) == 0 ? "CHF" : home,
                    seen.toString());
            jdbc.sql("update deals set customer_id = ?, engaged_on = ?, stage = ? where id = ?")
                    .params(customer, seen.minusDays(random.nextInt(60)), random.nextInt(3) == 0 ? "LOST" : "WON", deal)
                    .update();
            sample.changed(person, seen.toString());
            long id = ids.next();
            jdbc.sql(
                            "insert into leads (id, external_id, owner_id, customer_id, created_on, status, qualified_on, version)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, 0)")
                    .params(id, "L" + id, person.value(), customer, seen, "QUALIFIED", seen)
                    .update();
        }
        for (PersonId person : people) {
            sample.week(person, Period.week(TODAY.minusDays(14)).from().toString(), 108, 38, 9, 16, 3, 10);
        }
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @OnHsqldb
    static class OnHsqldbTest extends GoalsTogetherContract {}

    @OnPostgres
    static class OnPostgresTest extends GoalsTogetherContract {}
}
