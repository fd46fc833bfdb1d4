package org.koploper.people;

import java.util.List;

/**
 * Refuses reporting lines that lead back to where they started. The desk finds those of today row by row; this is the
 * last guard, also for other days.
 */
class ReportingCycle extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param chain persons from the one who reports up to the same one again */
    ReportingCycle(List<Long> chain) {
        super("Reporting lines lead back to where they started, through the persons " + chain);
    }
}
