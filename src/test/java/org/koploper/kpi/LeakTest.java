package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.koploper.kpi.Leak.Against;
import org.koploper.kpi.Leak.Finding;

/** Where the way from lead to order leaks, and when nobody can say. */
class LeakTest {

    @Test
    void aStepThatFellByMoreThanChanceExplainsLeaks() {
        Leak leak = Leak.among(
                List.of(
                        step(Kpi.LEAD_TO_APPOINTMENT, 20, 100, 45, 100, null),
                        step(Kpi.APPOINTMENT_TO_SALE, 10, 20, 23, 45, null)),
                true);

        assertThat(leak.finding()).isEqualTo(Finding.LOSES);
        assertThat(leak.step()).isEqualTo(Kpi.LEAD_TO_APPOINTMENT);
        assertThat(leak.against()).isEqualTo(Against.BEFORE);
        assertThat(leak.rates().first().hits()).isEqualTo(20);
    }

    @Test
    void aFallThatChanceExplainsIsNone() {
        // 46 % after 60 %, of 35 and 100: once in seven times by chance
        Leak leak = Leak.among(List.of(step(Kpi.QUOTE_TO_ORDER, 16, 35, 60, 100, null)), true);

        assertThat(leak.finding()).isEqualTo(Finding.NO_DIFFERENCE);
        assertThat(leak.step()).isNull();
    }

    @Test
    void ofAFewNothingIsSaid() {
        Leak leak = Leak.among(List.of(step(Kpi.QUOTE_TO_ORDER, 0, 9, 60, 100, null)), true);

        assertThat(leak.finding()).isEqualTo(Finding.TOO_LITTLE);
    }

    @Test
    void ofSeveralTheOneThatCostsTheLargestPartOfTheOrdersIsNamed() {
        // a third less appointments, but two thirds less sales of those
        Leak leak = Leak.among(
                List.of(
                        step(Kpi.LEAD_TO_APPOINTMENT, 400, 1000, 600, 1000, null),
                        step(Kpi.APPOINTMENT_TO_SALE, 60, 400, 270, 600, null)),
                true);

        assertThat(leak.step()).isEqualTo(Kpi.APPOINTMENT_TO_SALE);
    }

    @Test
    void theMoreIsLookedAtTheMoreItTakes() {
        // once in some twenty-five times by chance: enough when it is asked alone, not as one of four questions
        Conversion alone = step(Kpi.QUOTE_TO_ORDER, 14, 50, 25, 50, null);
        Conversion quiet = step(Kpi.LEAD_TO_APPOINTMENT, 50, 100, 50, 100, null);

        assertThat(Leak.among(List.of(alone), true).finding()).isEqualTo(Finding.LOSES);
        assertThat(Leak.among(List.of(alone, quiet, quiet, quiet), true).finding())
                .isEqualTo(Finding.NO_DIFFERENCE);
    }

    @Test
    void youngLeadsAreNotHeldAgainstOldOnesButAgainstOthersOfTheSameAge() {
        Conversion young = step(Kpi.LEAD_TO_APPOINTMENT, 5, 100, 60, 100, null);
        assertThat(Leak.among(List.of(young), false).finding()).isEqualTo(Finding.TOO_LITTLE);

        Conversion beside =
                step(Kpi.LEAD_TO_APPOINTMENT, 5, 100, 60, 100, new Conversion.Rest(number(50), number(100)));
        assertThat(Leak.among(List.of(beside), false).against()).isEqualTo(Against.REST);

        Conversion decided = step(Kpi.QUOTE_TO_ORDER, 5, 100, 60, 100, null);
        assertThat(Leak.among(List.of(decided), false).against())
                .as("decisions have no age")
                .isEqualTo(Against.BEFORE);
    }

    @Test
    void whoIsBetterThanOthersDoesNotLeak() {
        Leak leak = Leak.among(List.of(step(Kpi.QUOTE_TO_ORDER, 80, 100, 20, 100, null)), true);

        assertThat(leak.finding()).isEqualTo(Finding.NO_DIFFERENCE);
    }

    private static Conversion step(
            Kpi kpi, int part, int whole, int partBefore, int wholeBefore, Conversion.@Nullable Rest rest) {
        return new Conversion(reading(kpi, part, whole), reading(kpi, partBefore, wholeBefore), rest);
    }

    private static Reading reading(Kpi kpi, int part, int whole) {
        return new Reading(kpi, null, number(part), number(whole), number(whole), null, null);
    }

    private static BigDecimal number(int number) {
        return BigDecimal.valueOf(number);
    }
}
