package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;

class GroupsTest {

    @Test
    void manyPayeesAreComputedAThousandAtATime() {
        List<List<PersonId>> groups = Groups.of(spans(1, 2_500), List.of());

        assertThat(groups).extracting(List::size).containsExactly(1_000, 1_000, 500);
        assertThat(groups.stream().flatMap(List::stream)).isEqualTo(persons(1, 2_500));
    }

    @Test
    void whoeverIsPaidTogetherIsOneGroupHoweverMany() {
        Set<PersonId> plan = new HashSet<>(persons(11, 1_510));

        List<List<PersonId>> groups = Groups.of(spans(1, 2_000), List.of(plan));

        assertThat(groups).contains(persons(11, 1_510));
        assertThat(groups.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(persons(1, 2_000));
    }

    @Test
    void onlyThoseWhoHaveMovedAreComputed() {
        Set<PersonId> plan = new HashSet<>(persons(1, 100));

        assertThat(Groups.of(spans(50, 60), List.of(plan))).containsExactly(persons(50, 60));
    }

    @Test
    void whoeverIsInTwoPlansIsComputedOnce() {
        Set<PersonId> one = new HashSet<>(persons(1, 10));
        Set<PersonId> other = new HashSet<>(persons(10, 20));

        assertThat(Groups.of(spans(1, 20), List.of(one, other))).containsExactly(persons(1, 10), persons(11, 20));
    }

    @Test
    void nobodyIsNoGroup() {
        assertThat(Groups.of(Spans.from(List.of(), YearMonth.of(2026, 1)), List.of(Set.of(new PersonId(1)))))
                .isEmpty();
    }

    private static Spans spans(long first, long last) {
        return Spans.from(persons(first, last), YearMonth.of(2026, 1));
    }

    private static List<PersonId> persons(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(PersonId::new).toList();
    }
}
