package org.koploper.commission.engine;

import java.util.function.LongConsumer;

/** Tries a law on many seeds; what is printed makes the same happen again. */
final class Rounds {

    private static final long SEED = Long.getLong("seed", System.nanoTime());

    private Rounds() {}

    /** @param rounds how many, unless {@code -Drounds=…} says it */
    static void always(Class<?> test, int rounds, LongConsumer law) {
        int count = Integer.getInteger("rounds", rounds);
        System.out.println(test.getSimpleName() + " seed " + SEED + ", " + count + " rounds");
        for (int round = 0; round < count; round++) {
            long seed = SEED + round;
            try {
                law.accept(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Broken with -Dseed=" + seed + " -Drounds=1", e);
            }
        }
    }
}
