package org.koploper.game;

import java.time.Duration;

/** Time as {@link Coalesced} needs it, so that tests need not wait. */
interface Later {

    /** Nanoseconds since some moment. */
    long now();

    /** Runs the work on another thread once the delay (zero: at once) is over. */
    void run(Duration delay, Runnable work);
}
