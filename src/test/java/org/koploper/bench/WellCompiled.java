package org.koploper.bench;

import java.lang.management.ManagementFactory;

/** Figures count only where the code is compiled as it is for users; for tests it is compiled in haste. */
final class WellCompiled {

    private WellCompiled() {}

    /** @throws IllegalStateException in a JVM that stops at the first compiler */
    static void orRefuse() {
        if (ManagementFactory.getRuntimeMXBean().getInputArguments().contains("-XX:TieredStopAtLevel=1")) {
            throw new IllegalStateException("Benchmarks want -Dtest.compiler=4");
        }
    }
}
