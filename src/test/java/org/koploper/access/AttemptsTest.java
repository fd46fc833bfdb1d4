package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How guessing is slowed down and stopped, with a clock that stands still until it is moved. */
class AttemptsTest {

    private static final String HOME = "192.0.2.1";

    private final HandClock clock = new HandClock();
    private final Attempts attempts = new Attempts(clock);

    @Test
    void theFirstOnesAreFreeThenEachWaitIsTwiceAsLong() {
        for (int i = 0; i < Attempts.FREE; i++) {
            assertThat(attempts.refused("ann", HOME)).isFalse();
            attempts.wrong("ann", HOME);
        }
        assertThat(attempts.refused("ann", HOME)).isFalse();

        for (int seconds = 1; seconds <= 8; seconds *= 2) {
            attempts.wrong("ann", HOME);
            clock.forward(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(attempts.refused("ann", HOME)).as(seconds + " s").isTrue();
            clock.forward(Duration.ofMillis(1));
            assertThat(attempts.refused("ann", HOME)).as(seconds + " s").isFalse();
        }
        assertThat(attempts.wrong("ann", HOME).name()).isTrue();
    }

    @Test
    void aLockEndsAfterMinutesAndTheNextOneIsLonger() {
        for (int minutes : new int[] {15, 30, 60, 60}) {
            lock("ann", HOME);
            clock.forward(Duration.ofMinutes(minutes).minusSeconds(1));
            assertThat(attempts.refused("ann", HOME)).as(minutes + " min").isTrue();
            clock.forward(Duration.ofSeconds(1));
            assertThat(attempts.refused("ann", HOME)).as(minutes + " min").isFalse();
        }
    }

    @Test
    void aLockHereDoesNotLockTheSameNameElsewhere() {
        lock("ann", "198.51.100.7");

        assertThat(attempts.refused("ann", HOME)).isFalse();
        assertThat(attempts.refused("bob", "198.51.100.7")).isFalse();
    }

    @Test
    void aNameTriedFromManyAddressesIsLockedForStrangersAndNotForItsOwnerAtTheUsualPlace() {
        attempts.right("ann", HOME);

        boolean locked = false;
        for (int i = 0; i < Attempts.LOCKS_ALL_AT; i++) {
            locked = attempts.wrong("ann", "198.51.100." + i).name();
        }

        assertThat(locked).isTrue();
        assertThat(attempts.refused("ann", "203.0.113.9")).isTrue();
        assertThat(attempts.refused("ann", HOME)).isFalse();
    }

    @Test
    void anAddressThatTriesManyNamesIsLockedAndNotWhoSignsInFromThereEveryDay() {
        attempts.right("ann", HOME);

        boolean locked = false;
        for (int i = 0; i < Attempts.LOCKS_ALL_AT; i++) {
            locked = attempts.wrong("name " + i, HOME).address();
        }

        assertThat(locked).isTrue();
        assertThat(attempts.refused("somebody else", HOME)).isTrue();
        assertThat(attempts.refused("ann", HOME)).isFalse();
    }

    @Test
    void allAddressesOfOneHouseholdCountAsOne() {
        for (int i = 0; i < Attempts.LOCKS_AT; i++) {
            attempts.wrong("ann", "2001:db8:1:2::" + i);
        }

        assertThat(attempts.refused("ann", "2001:db8:1:2:ffff::1")).isTrue();
        assertThat(attempts.refused("ann", "2001:db8:1:3::1")).isFalse();
    }

    @Test
    void anAdministratorLiftsALock() {
        lock("ann", HOME);
        assertThat(attempts.locked("ann")).isTrue();

        assertThat(attempts.lift("ann")).isTrue();

        assertThat(attempts.locked("ann")).isFalse();
        assertThat(attempts.refused("ann", HOME)).isFalse();
    }

    @Test
    void memoryIsBoundedAndAFloodOfNamesLiftsNoLock() {
        lock("ann", HOME);

        for (int i = 0; i < 100_000; i++) {
            attempts.wrong("name " + i, "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255));
        }

        System.out.println("Attempts: 100,000 names from 100,000 addresses leave " + attempts.size() + " entries");
        assertThat(attempts.size()).isLessThanOrEqualTo(4 * Attempts.BOUND);
        assertThat(attempts.refused("ann", HOME)).isTrue();
    }

    private void lock(String name, String address) {
        for (int i = 0; i < Attempts.LOCKS_AT; i++) {
            attempts.wrong(name, address);
        }
    }

    /** A clock that is moved by hand. */
    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-11-25T09:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
