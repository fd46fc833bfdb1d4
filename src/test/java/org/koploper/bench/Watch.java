package org.koploper.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Seconds on the wall, and of the processors: the latter hardly depend on what else the machine does. */
final class Watch {

    private final long rows;
    private double wall = System.nanoTime() / 1e9;
    private double cpu = cpuNow();

    /** @param rows how many are worked on, for the rate */
    Watch(long rows) {
        this.rows = rows;
    }

    void stop() {
        wall = System.nanoTime() / 1e9 - wall;
        cpu = cpuNow() - cpu;
    }

    double wall() {
        return wall;
    }

    double cpu() {
        return cpu;
    }

    private static double cpuNow() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,9.1f s %,9.1f s CPU %,9.0f rows/s", wall, cpu, rows / wall);
    }
}
