package org.koploper.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Counts wrong secrets by a key, in memory that does not grow beyond a bound. The first ones are free, then each wait is
 * twice as long as the one before, then a lock of minutes follows, and each lock in a row is longer. Not thread-safe by
 * itself.
 *
 * @param <K> what is counted by
 */
final class Tries<K> {

    /** How long a key is remembered after its last wrong secret. */
    static final Duration MEMORY = Duration.ofHours(24);

    private static final Duration SHORTEST_LOCK = Duration.ofMinutes(15);
    private static final int LONGEST_LOCK = 2;
    private static final int LOOKED_AT = 64;

    private final int free;
    private final int locksAt;
    private final int bound;
    private final LinkedHashMap<K, Count> counts = new LinkedHashMap<>(64, 0.75f, true);

    /**
     * @param free so many wrong ones cost nothing
     * @param locksAt so many lead to a lock
     * @param bound so many keys are remembered at most
     */
    Tries(int free, int locksAt, int bound) {
        this.free = free;
        this.locksAt = locksAt;
        this.bound = bound;
    }

    /** Whether nothing may be tried at this moment. */
    boolean waits(K key, Instant now) {
        Count count = counts.get(key);
        return count != null && now.isBefore(count.until);
    }

    /** Whether nothing may be tried for minutes. */
    boolean locked(K key, Instant now) {
        Count count = counts.get(key);
        return count != null && count.locked && now.isBefore(count.until);
    }

    /**
     * One more wrong secret.
     *
     * @return whether this one led to a lock
     */
    boolean wrong(K key, Instant now) {
        Count count = counts.computeIfAbsent(key, fresh -> new Count());
        if (count.last.plus(MEMORY).isBefore(now)) {
            count.locks = 0;
            count.wrong = 0;
        }
        count.last = now;
        count.wrong++;
        count.locked = count.wrong >= locksAt;
        if (count.locked) {
            count.until = now.plus(SHORTEST_LOCK.multipliedBy(1L << Math.min(count.locks, LONGEST_LOCK)));
            count.locks++;
            count.wrong = 0;
        } else if (count.wrong > free) {
            count.until = now.plusSeconds(1L << Math.min(count.wrong - free - 1, 6));
        }
        makeRoom(now);
        return count.locked;
    }

    /** The right secret was given. */
    void forget(K key) {
        counts.remove(key);
    }

    /** Forgets all keys that match; answers whether one of them was locked. */
    boolean forgetAll(Predicate<K> matching, Instant now) {
        boolean locked = anyLocked(matching, now);
        counts.keySet().removeIf(matching);
        return locked;
    }

    boolean anyLocked(Predicate<K> matching, Instant now) {
        return counts.entrySet().stream()
                .anyMatch(entry -> matching.test(entry.getKey())
                        && entry.getValue().locked
                        && now.isBefore(entry.getValue().until));
    }

    int size() {
        return counts.size();
    }

    /** Lets the longest untouched go that is not locked: a flood of names must not lift anybody's lock. */
    private void makeRoom(Instant now) {
        while (counts.size() > bound) {
            Iterator<Map.Entry<K, Count>> eldest = counts.entrySet().iterator();
            K victim = null;
            for (int i = 0; i < LOOKED_AT && eldest.hasNext() && victim == null; i++) {
                Map.Entry<K, Count> entry = eldest.next();
                if (!now.isBefore(entry.getValue().until)) {
                    victim = entry.getKey();
                }
            }
            counts.remove(victim == null ? counts.firstEntry().getKey() : victim);
        }
    }

    private static final class Count {
        private int wrong;
        private int locks;
        private boolean locked;
        private Instant last = Instant.EPOCH;
        private Instant until = Instant.EPOCH;
    }
}
