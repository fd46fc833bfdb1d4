package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.testing.As;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager with two people, and goals for them. */
abstract class GoalScene {

    static final Set<Role> REP = Set.of(Role.REP);
    static final Set<Role> MANAGER = Set.of(Role.MANAGER);

    @Autowired
    ApplicationContext context;

    @Autowired
    GoalDesk desk;

    @Autowired
    GoalBook book;

    @Autowired
    OwnTargets targets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    SalesSample sample;
    PersonId mia;
    PersonId an;
    PersonId bo;
    PersonId stranger;
    TeamId team;
    YearMonth month;

    @BeforeEach
    void aManagerWithTwoPeople() {
        sample = new SalesSample(context);
        sample.home();
        mia = sample.person("Mia");
        an = sample.person("An");
        bo = sample.person("Bo");
        stranger = sample.person("Stranger");
        team = sample.team("Antwerp", null);
        for (PersonId rep : List.of(an, bo)) {
            sample.member(rep, team, "2020-01-01", null);
            sample.reportsTo(rep, mia);
        }
        month = YearMonth.now(clock);
    }

    GoalDraft draft(GoalReading reading, String change) {
        return new GoalDraft(
                GoalScope.PERSON,
                sample.externalId(an),
                GoalKpi.REVENUE,
                reading,
                GoalShape.WORKING_DAYS,
                months(0, 3),
                new BigDecimal(change),
                null,
                null,
                null,
                null);
    }

    GoalDraft aiming(GoalScope scope, String whose, String target) {
        return new GoalDraft(
                scope,
                whose,
                GoalKpi.REVENUE,
                GoalReading.TOTAL,
                GoalShape.WORKING_DAYS,
                months(0, 3),
                null,
                new BigDecimal(target),
                null,
                null,
                null);
    }

    GoalDetail proposed(GoalDraft draft) {
        String id = As.user(mia, MANAGER, () -> desk.propose(draft));
        return found(mia, id);
    }

    GoalDetail found(PersonId by, GoalDetail goal) {
        return found(by, goal.stand().externalId());
    }

    GoalDetail found(PersonId by, String id) {
        return As.user(by, by.equals(mia) ? MANAGER : REP, () -> book.find(id)).orElseThrow();
    }

    Object answer(GoalDetail goal, boolean accepted, @Nullable String said) {
        desk.answer(goal.stand().externalId(), accepted, said);
        return goal;
    }

    List<String> ids(PersonId by, Set<Role> roles) {
        return As.user(by, roles, () -> book.list(GoalQuery.of(months(0, 3)))).stream()
                .map(AgreedGoal::externalId)
                .toList();
    }

    @Nullable
    BigDecimal target(Period period) {
        OwnTarget own = Caller.asSystem(() -> targets.inside(period, GoalScope.PERSON, Metric.REVENUE))
                .get(an.value());
        return own == null ? null : own.amount();
    }

    /** That much in the months before this one, on the first day of the first of them. */
    void sold(PersonId person, String value, int monthsAgo) {
        sample.won(person, value, first(-monthsAgo).toString());
        sample.changed(person, first(-monthsAgo).toString());
    }

    LocalDate first(int months) {
        return month.plusMonths(months).atDay(1);
    }

    Period months(int from, int count) {
        return new Period(first(from), first(from + count).minusDays(1));
    }
}
