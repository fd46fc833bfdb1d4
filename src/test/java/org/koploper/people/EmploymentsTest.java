package org.koploper.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koploper.people.Employments.Said;
import org.koploper.people.Employments.Stretch;

class EmploymentsTest {

    private static final LocalDate START = LocalDate.of(2024, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Stretch FULL = new Stretch(START, null, BigDecimal.ONE);

    @Test
    void anotherFactorHoldsFromTodayAndWhatPeopleSayStartsWhereItStarted() {
        List<Stretch> after = Employments.changed(List.of(FULL), new Said(START, null, HALF), TODAY);

        assertThat(after)
                .containsExactly(
                        new Stretch(START, TODAY.minusDays(1), BigDecimal.ONE), new Stretch(TODAY, null, HALF));
        assertThat(Employments.said(after)).isEqualTo(new Said(START, null, HALF));
    }

    @Test
    void theSameSaidAgainChangesNothing() {
        List<Stretch> once = Employments.changed(List.of(FULL), new Said(START, null, HALF), TODAY);

        assertThat(Employments.changed(once, Employments.said(once), TODAY.plusDays(1)))
                .isEqualTo(once);
    }

    @Test
    void anotherStartCorrectsTheEmployment() {
        assertThat(Employments.changed(List.of(FULL), new Said(START.plusMonths(1), null, null), TODAY))
                .containsExactly(new Stretch(START.plusMonths(1), null, BigDecimal.ONE));
    }

    @Test
    void aStartAfterTheEndIsANewEmployment() {
        Stretch ended = new Stretch(START, LocalDate.of(2025, 1, 31), BigDecimal.ONE);

        assertThat(Employments.changed(List.of(ended), new Said(TODAY, null, null), TODAY))
                .containsExactly(ended, new Stretch(TODAY, null, BigDecimal.ONE));
    }

    @Test
    void anEndBeforeTheLastChangeOfTheFactorTakesThatChangeAway() {
        List<Stretch> changed = Employments.changed(List.of(FULL), new Said(START, null, HALF), TODAY);

        assertThat(Employments.changed(changed, new Said(START, TODAY.minusDays(10), null), TODAY))
                .containsExactly(new Stretch(START, TODAY.minusDays(10), BigDecimal.ONE));
    }

    @Test
    void nothingSaidMakesNoEmployment() {
        assertThat(Employments.changed(List.of(), Said.NOTHING, TODAY)).isEmpty();
    }
}
