package org.koploper.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/** The most that is alive, looked at every few seconds after a full collection: what is needed, and not what lies about. */
final class PeakHeap {

    private static final int MEGABYTE = 1 << 20;
    private static final int PAUSE = 10_000;

    private final AtomicLong most = new AtomicLong();

    PeakHeap() {
        Thread.ofPlatform().daemon().name("peak-heap").start(() -> {
            while (true) {
                most.accumulateAndGet(now(), Math::max);
                try {
                    Thread.sleep(PAUSE);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    /** Forgets what was, and begins with what is needed now. */
    void begin() {
        most.set(now());
    }

    /** Since it began, now included: what is measured can be over before anybody looked. */
    long megabytes() {
        return most.accumulateAndGet(now(), Math::max) / MEGABYTE;
    }

    private static long now() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
