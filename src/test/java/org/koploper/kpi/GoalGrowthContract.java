package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.koploper.period.PeriodKind;
import org.koploper.records.RecordRefused;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;

/** What goals are measured against, and how they grow. */
abstract class GoalGrowthContract extends GoalScene {

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

    @OnHsqldb
    static class OnHsqldbTest extends GoalGrowthContract {}

    @OnPostgres
    static class OnPostgresTest extends GoalGrowthContract {}
}
