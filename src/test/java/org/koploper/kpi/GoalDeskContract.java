package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
import org.springframework.security.access.AccessDeniedException;

/** Goals as people propose, answer, change and hand them out. */
abstract class GoalDeskContract extends GoalScene {

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

    @OnHsqldb
    static class OnHsqldbTest extends GoalDeskContract {}

    @OnPostgres
    static class OnPostgresTest extends GoalDeskContract {}
}
