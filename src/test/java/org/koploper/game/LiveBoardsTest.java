package org.koploper.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time stands still unless a test moves it. */
class LiveBoardsTest {

    private final ManualTime time = new ManualTime();
    private final LiveBoards boards = new LiveBoards(time);
    private final List<Long> calls = new ArrayList<>();

    @Test
    void theFirstChangeIsToldAtOnce() {
        boards.onChange(this::called);
        boards.changed();
        time.passes(0);

        assertThat(calls).containsExactly(0L);
    }

    @Test
    void aHundredChangesInASecondAreToldAtOnceAndOnceMoreAtTheEnd() {
        boards.onChange(this::called);
        for (int i = 0; i < 100; i++) {
            boards.changed();
            time.passes(9);
        }
        time.passes(5000);

        assertThat(calls).containsExactly(0L, 1000L);
    }

    @Test
    void aChangeThatComesWhileAListenerReadsIsToldAfterwards() {
        boards.onChange(() -> {
            called();
            if (calls.size() == 1) {
                boards.changed();
            }
        });
        boards.changed();
        time.passes(5000);

        assertThat(calls).containsExactly(0L, 1000L);
    }

    @Test
    void afterAQuietTimeAChangeIsToldAtOnceAgain() {
        boards.onChange(this::called);
        boards.changed();
        time.passes(3000);
        boards.changed();
        time.passes(0);

        assertThat(calls).containsExactly(0L, 3000L);
    }

    @Test
    void aListenerThatFailsHurtsNobodyAndIsToldAgain() {
        List<Long> failed = new ArrayList<>();
        boards.onChange(() -> {
            failed.add(time.millis);
            throw new IllegalStateException("broken on purpose");
        });
        boards.onChange(this::called);
        boards.changed();
        time.passes(2000);
        boards.changed();
        time.passes(2000);

        assertThat(calls).containsExactly(0L, 2000L);
        assertThat(failed).containsExactly(0L, 2000L);
    }

    @Test
    void whoWasTakenBackIsNotCalledAgain() {
        LiveBoards.Registration registration = boards.onChange(this::called);
        boards.changed();
        time.passes(0);
        boards.changed();
        registration.remove();
        time.passes(5000);
        boards.changed();
        time.passes(5000);

        assertThat(calls).containsExactly(0L);
    }

    private void called() {
        calls.add(time.millis);
    }

    private static final class ManualTime implements Later {

        private long millis;
        private final List<Due> waiting = new ArrayList<>();

        @Override
        public long now() {
            return millis * 1_000_000;
        }

        @Override
        public void run(Duration delay, Runnable work) {
            waiting.add(new Due(millis + Math.max(0, delay.toMillis()), work));
        }

        void passes(long wanted) {
            long end = millis + wanted;
            while (waiting.stream().anyMatch(due -> due.at() <= end)) {
                Due next = waiting.stream()
                        .min((a, b) -> Long.compare(a.at(), b.at()))
                        .orElseThrow();
                waiting.remove(next);
                millis = next.at();
                next.work().run();
            }
            millis = end;
        }

        private record Due(long at, Runnable work) {}
    }
}
