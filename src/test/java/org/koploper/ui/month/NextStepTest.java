package org.koploper.ui.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.commission.TierStand;
import org.koploper.kpi.Goal;
import org.koploper.kpi.GoalScope;
import org.koploper.kpi.GoalState;
import org.koploper.kpi.Metric;
import org.koploper.kpi.OwnMeters;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementState;
import org.koploper.people.PersonRef;
import org.koploper.period.Period;
import org.koploper.ui.month.NextStep.Rule;

/** Which rule decides what to do next. */
class NextStepTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Period MARCH = Period.parse("2026-03");

    @Test
    void whatMustBePutRightComesFirst() {
        assertThat(step("0", null, GoalState.NO_TARGET, null, 3, null).rule()).isEqualTo(Rule.ASK_FOR_PLAN);
        assertThat(step("0", null, GoalState.NO_TARGET, stand("0"), 3, null).rule())
                .isEqualTo(Rule.AGREE_GOAL);
        assertThat(step("-10", "100", GoalState.AT_RISK, stand("0"), 3, null).rule())
                .isEqualTo(Rule.LOOK_AT_CLAWBACK);
    }

    @Test
    void aTierNoFurtherThanOneAverageOrderIsNamedWithItsRate() {
        NextStep near = step("10", "20000", GoalState.AT_RISK, stand("9000"), 3, "1000");

        assertThat(near.rule()).isEqualTo(Rule.NEXT_TIER);
        assertThat(near.amount()).isEqualByComparingTo("1000");
        assertThat(near.rate()).isEqualByComparingTo("0.08");
        assertThat(step("10", "20000", GoalState.AT_RISK, stand("9000"), 3, "999")
                        .rule())
                .isEqualTo(Rule.FOLLOW_UP);
        assertThat(step("10", "20000", GoalState.AT_RISK, stand("10000"), 3, "1000")
                        .rule())
                .as("in the last tier already")
                .isEqualTo(Rule.FOLLOW_UP);
    }

    @Test
    void whoIsBehindFollowsUpQuotesOrMakesNewOnes() {
        NextStep behind = step("10", "20000", GoalState.BEHIND, stand("0"), 3, null);

        assertThat(behind.rule()).isEqualTo(Rule.FOLLOW_UP);
        assertThat(behind.amount()).isEqualByComparingTo("19500");
        assertThat(behind.quotes()).isEqualTo(3);
        assertThat(step("10", "20000", GoalState.BEHIND, stand("0"), 0, null).rule())
                .isEqualTo(Rule.NEW_QUOTES);
    }

    @Test
    void whoIsThereHearsWhatTheNextSaleEarnsAndWhoIsOnTrackGoesOn() {
        NextStep there = step("10", "400", GoalState.REACHED, stand("12000"), 3, null);

        assertThat(there.rule()).isEqualTo(Rule.GOAL_REACHED);
        assertThat(there.rate()).isEqualByComparingTo("0.08");
        assertThat(step("10", "20000", GoalState.ON_TRACK, stand("0"), 3, null).rule())
                .isEqualTo(Rule.KEEP_GOING);
    }

    private static NextStep step(
            String earned,
            @Nullable String target,
            GoalState state,
            @Nullable TierStand stand,
            int quotes,
            @Nullable String averageOrder) {
        Statement statement = new Statement(
                new PersonRef(new PersonId(1), "P1", "An"),
                YearMonth.of(2026, 3),
                EUR,
                StatementState.OPEN,
                new BigDecimal(earned),
                List.of(),
                Instant.EPOCH,
                null,
                null,
                null,
                Map.of());
        Goal goal = new Goal(
                null,
                GoalScope.PERSON,
                "P1",
                "An",
                Metric.REVENUE,
                MARCH,
                "EUR",
                target == null ? null : new BigDecimal(target),
                new BigDecimal("500"),
                null,
                null,
                state,
                List.of());
        OwnMeters meters = new OwnMeters(
                MARCH,
                LocalDate.of(2026, 3, 31),
                "EUR",
                quotes,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                averageOrder == null ? null : new BigDecimal(averageOrder),
                0,
                0,
                null,
                0,
                null);
        return NextStep.of(statement, goal, stand == null ? List.of() : List.of(stand), meters, "Mia");
    }

    /** 5 % up to 10,000, then 8 %. */
    private static TierStand stand(String position) {
        BigDecimal bound = new BigDecimal("10000");
        BigDecimal at = new BigDecimal(position);
        return new TierStand(
                "Commission",
                EUR,
                MARCH,
                at,
                List.of(
                        new TierStand.Tier(BigDecimal.ZERO, bound, new BigDecimal("0.05")),
                        new TierStand.Tier(bound, null, new BigDecimal("0.08"))),
                at.compareTo(bound) >= 0 ? 1 : 0);
    }
}
