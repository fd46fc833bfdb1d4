package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneAheadTest {

    @Test
    void allAreUsedInTheirOrderByWhoeverAsked() {
        List<Integer> used = new ArrayList<>();
        Thread caller = Thread.currentThread();

        OneAhead.forEach(numbers(50), number -> 2 * number, twice -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            used.add(twice);
        });

        assertThat(used)
                .isEqualTo(numbers(50).stream().map(number -> 2 * number).toList());
    }

    @Test
    void theNextIsComputedWhileTheLastIsUsed() {
        CountDownLatch second = new CountDownLatch(1);
        List<Boolean> used = new ArrayList<>();

        OneAhead.forEach(
                numbers(2),
                number -> {
                    if (number == 1) {
                        second.countDown();
                    }
                    return number;
                },
                number -> used.add(arrives(second)));

        assertThat(used).containsExactly(true, true);
    }

    @Test
    void nothingIsComputedBeyondTheNext() {
        AtomicInteger computed = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();

        OneAhead.forEach(
                numbers(20),
                number -> {
                    computed.incrementAndGet();
                    return number;
                },
                number -> ahead.add(computed.get() - number));

        assertThat(ahead).hasSize(20).allMatch(count -> count <= 2);
    }

    @Test
    void aFaultOfTheComputingIsThatOfTheWhole() {
        List<Integer> used = new ArrayList<>();

        assertThatThrownBy(() -> OneAhead.forEach(
                        numbers(5),
                        number -> {
                            if (number == 2) {
                                throw new IllegalArgumentException("two");
                            }
                            return number;
                        },
                        used::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two");
        assertThat(used).containsExactly(0, 1);
    }

    @Test
    void aFaultOfTheUsingEndsItToo() {
        assertThatThrownBy(() -> OneAhead.forEach(numbers(5), number -> number, number -> {
                    throw new IllegalStateException("full");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("full");
    }

    @Test
    void partsAreAsHeavyAsAskedButForTheFirst() {
        assertThat(OneAhead.parts(numbers(8), number -> 1, 3))
                .containsExactly(List.of(0), List.of(1, 2, 3), List.of(4, 5, 6), List.of(7));
        assertThat(OneAhead.parts(numbers(3), number -> 10, 3)).containsExactly(List.of(0), List.of(1), List.of(2));
        assertThat(OneAhead.parts(numbers(0), number -> 1, 3)).isEmpty();
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static boolean arrives(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
