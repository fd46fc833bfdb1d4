package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.koploper.records.RecordConflict;
import org.koploper.records.RecordRefused;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Goals as people propose, answer, change and hand them out. */
abstract class GoalDeskContract {

    private static final Set<Role> REP = Set.of(Role.REP);
    private static final Set<Role> MANAGER = Set.of(Role.MANAGER);

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

    @Test
    void aTotalIsMeasuredAgainstAsManyDaysBefore() {
        sold(an, "300000", 3);

        GoalDetail goal = proposed(draft(GoalReading.TOTAL, "0.14"));

        GoalTerms terms = goal.stand().agreed().terms();
        assertThat(terms.baseline()).isEqualByComparingTo("300000");
        assertThat(terms.target()).isEqualByComparingTo("342000");
        assertThat(terms.baselinePeriod()).isEqualTo(months(-3, 3));
        assertThat(goal.stand().value()).isZero();
        assertThat(goal.stand().progress()).isZero();
    }

    @Test
    void aLevelIsMeasuredAgainstTheMonthBefore() {
        sold(an, "100000", 1);

        GoalTerms terms =
                proposed(draft(GoalReading.LEVEL, "0.14")).stand().agreed().terms();

        assertThat(terms.baseline()).isEqualByComparingTo("100000");
        assertThat(terms.target()).isEqualByComparingTo("114000");
        assertThat(terms.baselinePeriod()).isEqualTo(months(-1, 1));
    }

    @Test
    void withNothingBeforeThereIsNothingToRaise() {
        assertThat(As.user(mia, MANAGER, () -> desk.preview(draft(GoalReading.TOTAL, "0.14")))
                        .target())
                .isNull();
        assertThatThrownBy(() -> proposed(draft(GoalReading.TOTAL, "0.14"))).isInstanceOf(RecordRefused.class);
    }

    @Test
    void aGoalIsAcceptedWhenItsOwnerDoesSoToo() {
        sold(an, "300000", 3);
        GoalDetail goal = proposed(draft(GoalReading.TOTAL, "0.14"));
        assertThat(goal.smart().acceptance()).isEqualTo(Acceptance.PROPOSED);

        As.user(an, REP, () -> answer(goal, true, null));

        GoalDetail accepted = found(an, goal);
        assertThat(accepted.smart().acceptance()).isEqualTo(Acceptance.ACCEPTED);
        assertThat(accepted.answers()).extracting(GoalAnswer::name).containsExactly("Mia", "An");
    }

    @Test
    void whoObjectsSaysWhatAndTheLastWordCounts() {
        sold(an, "300000", 3);
        GoalDetail goal = proposed(draft(GoalReading.TOTAL, "0.14"));
        assertThatThrownBy(() -> As.user(an, REP, () -> answer(goal, false, " ")))
                .isInstanceOf(IllegalArgumentException.class);

        As.user(an, REP, () -> answer(goal, false, "December is short"));
        assertThat(found(mia, goal).smart().acceptance()).isEqualTo(Acceptance.DISCUSSED);
        assertThat(found(mia, goal).answers().getLast().said()).isEqualTo("December is short");

        As.user(an, REP, () -> answer(goal, true, null));
        assertThat(found(mia, goal).smart().acceptance()).isEqualTo(Acceptance.ACCEPTED);
    }

    @Test
    void onlyTheOwnerAndThoseAboveAreAsked() {
        sold(an, "300000", 3);
        GoalDetail goal = proposed(draft(GoalReading.TOTAL, "0.14"));

        assertThatThrownBy(() -> As.user(stranger, REP, () -> answer(goal, true, null)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> As.user(stranger, Set.of(Role.FINANCE), () -> answer(goal, true, null)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPersonsGoalIsSeenByThePersonThoseAboveHrFinanceAndAdministration() {
        sold(an, "300000", 3);
        GoalDetail goal = proposed(draft(GoalReading.TOTAL, "0.14"));
        String id = goal.stand().externalId();

        for (Role role : List.of(Role.HR, Role.FINANCE, Role.ADMIN)) {
            assertThat(ids(stranger, Set.of(role))).contains(id);
            assertThat(As.user(stranger, Set.of(role), () -> book.find(id))).isPresent();
        }
        assertThat(ids(an, REP)).contains(id);
        assertThat(ids(mia, MANAGER)).contains(id);
        for (PersonId other : List.of(bo, stranger)) {
            assertThat(ids(other, REP)).doesNotContain(id);
            assertThat(As.user(other, REP, () -> book.find(id))).isEmpty();
            assertThatThrownBy(() -> As.user(
                            other, REP, () -> book.development(goal.stand().agreed(), PeriodKind.WEEK, true)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> As.user(other, REP, () -> desk.preview(draft(GoalReading.TOTAL, "0.14"))))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void nobodySetsAGoalForOneselfOrForAForeignTeam() {
        sold(an, "300000", 3);
        assertThatThrownBy(() -> As.user(an, MANAGER, () -> desk.propose(draft(GoalReading.TOTAL, "0.14"))))
                .isInstanceOf(RecordRefused.class);
        TeamId foreign = sample.team("Foreign", null);
        assertThatThrownBy(() -> As.user(
                        mia, MANAGER, () -> desk.propose(aiming(GoalScope.TEAM, sample.externalId(foreign), "1000"))))
                .isInstanceOf(RecordRefused.class);
    }

    @Test
    void aChangedGoalIsANewVersionWithItsReasonAndItsOldCurve() {
        sold(an, "300000", 3);
        GoalDetail goal = proposed(draft(GoalReading.TOTAL, "0.14"));
        As.user(an, REP, () -> answer(goal, true, null));
        LocalDate to = goal.stand().period().to();
        int version = goal.stand().agreed().version();
        String id = goal.stand().externalId();

        assertThatThrownBy(() -> As.user(mia, MANAGER, () -> {
                    desk.change(id, version, new BigDecimal("330000"), to, GoalShape.LINEAR, " ");
                    return null;
                }))
                .isInstanceOf(RecordRefused.class);
        As.user(mia, MANAGER, () -> {
            desk.change(id, version, new BigDecimal("330000"), to, GoalShape.LINEAR, "A holiday more");
            return null;
        });

        GoalDetail changed = found(mia, goal);
        assertThat(changed.stand().target()).isEqualByComparingTo("330000");
        assertThat(changed.versions()).singleElement().satisfies(old -> {
            assertThat(old.terms().target()).isEqualByComparingTo("342000");
            assertThat(old.terms().shape()).isEqualTo(GoalShape.WORKING_DAYS);
            assertThat(old.reason()).isEqualTo("A holiday more");
            assertThat(old.endedBy()).isEqualTo("Mia");
        });
        // everybody is asked anew
        assertThat(changed.smart().acceptance()).isEqualTo(Acceptance.PROPOSED);
        GoalDevelopment development =
                As.user(mia, MANAGER, () -> book.development(changed.stand().agreed(), PeriodKind.MONTH, true));
        assertThat(development.steps().getLast().expected()).isEqualByComparingTo("330000");
        assertThat(development.steps().getLast().earlier()).isEqualByComparingTo("342000");
        assertThatThrownBy(() -> As.user(mia, MANAGER, () -> {
                    desk.change(id, version, new BigDecimal("1"), to, GoalShape.LINEAR, "Too late");
                    return null;
                }))
                .isInstanceOf(RecordConflict.class);
    }

    @Test
    void theTotalOfRevenueIsTheTargetUntilItIsStoppedAndNothingElseIs() {
        sold(an, "300000", 1);
        Period period = months(0, 3);
        proposed(draft(GoalReading.LEVEL, "0.14"));
        assertThat(target(period)).isNull();
        GoalDetail total = proposed(draft(GoalReading.TOTAL, "0.14"));
        assertThat(target(period)).isEqualByComparingTo("342000");

        As.user(mia, MANAGER, () -> {
            desk.stop(total.stand().externalId(), total.stand().agreed().version(), "Another plan");
            return null;
        });

        assertThat(target(period)).isNull();
        assertThat(found(an, total).stand().agreed().stopped()).isTrue();
    }

    @Test
    void partsNeedNotAddUpAndTheGapIsWhatIsMissing() {
        sold(an, "300000", 3);
        String whole =
                As.user(mia, MANAGER, () -> desk.propose(aiming(GoalScope.TEAM, sample.externalId(team), "412000")));
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        shares.put(sample.externalId(an), new BigDecimal("200000.5"));
        shares.put(sample.externalId(bo), new BigDecimal("180000"));

        As.user(mia, MANAGER, () -> desk.distribute(whole, GoalScope.PERSON, shares));

        GoalDetail goal = As.user(mia, MANAGER, () -> book.find(whole)).orElseThrow();
        assertThat(goal.parts()).hasSize(2);
        BigDecimal all = goal.parts().stream().map(GoalStand::target).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(all.add(new BigDecimal("31999.5")))
                .isEqualByComparingTo(goal.stand().target());
        // An sees her own part of it, and not that of Bo
        GoalDetail seen = As.user(an, REP, () -> book.find(whole)).orElseThrow();
        assertThat(seen.parts()).extracting(GoalStand::subject).containsExactly(sample.externalId(an));
        assertThat(found(an, seen.parts().getFirst().externalId()).parent())
                .extracting(AgreedGoal::externalId)
                .isEqualTo(whole);
    }

    @Test
    void theGrowthThatIsNeededIsPlacedInTheHistory() {
        // 13 periods of three months: 100, 200, then 150 each; so growth of 14 % was reached once in twelve
        sample.won(an, "100", first(-39).toString());
        sample.won(an, "200", first(-36).toString());
        sample.changed(an, first(-39).toString());
        sample.changed(an, first(-36).toString());
        for (int i = -33; i < 0; i += 3) {
            sample.won(an, "150", first(i).toString());
            sample.changed(an, first(i).toString());
        }

        Smart.History history =
                proposed(draft(GoalReading.TOTAL, "0.14")).smart().history();

        assertThat(history).isNotNull();
        assertThat(history.needed()).isEqualByComparingTo("0.14");
        assertThat(history.best()).isEqualByComparingTo("1");
        assertThat(history.reached()).isEqualTo(1);
        assertThat(history.periods()).isEqualTo(12);
        assertThat(history.isRare()).isTrue();
    }

    @Test
    void aLevelDevelopsFromItsBaselineMonthByMonth() {
        sold(an, "100000", 1);
        GoalDetail goal = proposed(new GoalDraft(
                GoalScope.PERSON,
                sample.externalId(an),
                GoalKpi.REVENUE,
                GoalReading.LEVEL,
                GoalShape.COMPOUND,
                months(0, 3),
                new BigDecimal("0.14"),
                null,
                null,
                null,
                null));

        GoalDevelopment development =
                As.user(an, REP, () -> book.development(goal.stand().agreed(), PeriodKind.DAY, true));

        assertThat(development.step()).isEqualTo(PeriodKind.MONTH);
        assertThat(development.steps())
                .extracting(step -> step.expected().setScale(0, java.math.RoundingMode.HALF_UP))
                .containsExactly(
                        new BigDecimal("100000"),
                        new BigDecimal("104464"),
                        new BigDecimal("109128"),
                        new BigDecimal("114000"));
        assertThat(development.steps().getFirst().reached()).isEqualByComparingTo("100000");
    }

    private GoalDraft draft(GoalReading reading, String change) {
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

    private GoalDraft aiming(GoalScope scope, String whose, String target) {
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

    private GoalDetail proposed(GoalDraft draft) {
        String id = As.user(mia, MANAGER, () -> desk.propose(draft));
        return found(mia, id);
    }

    private GoalDetail found(PersonId by, GoalDetail goal) {
        return found(by, goal.stand().externalId());
    }

    private GoalDetail found(PersonId by, String id) {
        return As.user(by, by.equals(mia) ? MANAGER : REP, () -> book.find(id)).orElseThrow();
    }

    private Object answer(GoalDetail goal, boolean accepted, @Nullable String said) {
        desk.answer(goal.stand().externalId(), accepted, said);
        return goal;
    }

    private List<String> ids(PersonId by, Set<Role> roles) {
        return As.user(by, roles, () -> book.list(GoalQuery.of(months(0, 3)))).stream()
                .map(AgreedGoal::externalId)
                .toList();
    }

    private @Nullable BigDecimal target(Period period) {
        OwnTarget own = Caller.asSystem(() -> targets.inside(period, GoalScope.PERSON, Metric.REVENUE))
                .get(an.value());
        return own == null ? null : own.amount();
    }

    /** That much in the months before this one, on the first day of the first of them. */
    private void sold(PersonId person, String value, int monthsAgo) {
        sample.won(person, value, first(-monthsAgo).toString());
        sample.changed(person, first(-monthsAgo).toString());
    }

    private LocalDate first(int months) {
        return month.plusMonths(months).atDay(1);
    }

    private Period months(int from, int count) {
        return new Period(first(from), first(from + count).minusDays(1));
    }

    @OnHsqldb
    static class OnHsqldbTest extends GoalDeskContract {}

    @OnPostgres
    static class OnPostgresTest extends GoalDeskContract {}
}
