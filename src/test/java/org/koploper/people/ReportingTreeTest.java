package org.koploper.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportingTreeTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private static ReportingLine line(long person, long manager, LocalDate from, LocalDate to) {
        return new ReportingLine(person, manager, from, to);
    }

    private static ReportingLine always(long person, long manager) {
        return line(person, manager, Days.ALWAYS, Days.FOREVER);
    }

    @Test
    void everybodyAboveIsThereOnEveryLevel() {
        var tree = new ReportingTree(List.of(always(1, 2), always(2, 3), always(3, 4)));

        assertThat(tree.above(1)).containsExactly(always(1, 2), always(1, 3), always(1, 4));
        assertThat(tree.above(4)).isEmpty();
    }

    @Test
    void aMoveInTheMiddleMovesEverybodyBelowOnThatDay() {
        var tree = new ReportingTree(
                List.of(always(1, 2), line(2, 3, Days.ALWAYS, JUNE.minusDays(1)), line(2, 5, JUNE, Days.FOREVER)));

        assertThat(tree.above(1))
                .containsExactly(
                        always(1, 2), line(1, 3, Days.ALWAYS, JUNE.minusDays(1)), line(1, 5, JUNE, Days.FOREVER));
    }

    @Test
    void aManagerReachedByTwoWaysIsThereOnceWithoutGapsOrOverlaps() {
        var tree = new ReportingTree(List.of(
                line(1, 2, Days.ALWAYS, JUNE.minusDays(1)),
                line(1, 3, JUNE, Days.FOREVER),
                always(2, 4),
                always(3, 4)));

        assertThat(tree.above(1))
                .containsExactly(
                        line(1, 2, Days.ALWAYS, JUNE.minusDays(1)), line(1, 3, JUNE, Days.FOREVER), always(1, 4));
    }

    @Test
    void twoPeopleMaySwapPlacesOverTheYears() {
        var tree = new ReportingTree(
                List.of(line(1, 2, Days.ALWAYS, MARCH.minusDays(1)), line(2, 1, MARCH, Days.FOREVER)));

        assertThat(tree.above(1)).containsExactly(line(1, 2, Days.ALWAYS, MARCH.minusDays(1)));
        assertThat(tree.above(2)).containsExactly(line(2, 1, MARCH, Days.FOREVER));
    }

    @Test
    void aCircleOnOneDayIsRefused() {
        var tree = new ReportingTree(List.of(always(1, 2), always(2, 3), line(3, 1, MARCH, MARCH)));

        assertThatThrownBy(() -> tree.above(1))
                .isInstanceOf(ReportingCycle.class)
                .hasMessageContaining("[1, 2, 3, 1]");
        assertThatThrownBy(() -> tree.above(2)).isInstanceOf(ReportingCycle.class);
    }

    @Test
    void whoeverWasEverBelowIsAffectedByAChange() {
        var tree = new ReportingTree(List.of(line(1, 2, MARCH, MARCH), always(2, 3), always(7, 8)));

        assertThat(tree.withAllBelow(List.of(3L))).containsExactlyInAnyOrder(1L, 2L, 3L);
    }
}
