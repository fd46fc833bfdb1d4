package org.koploper.records;

import org.koploper.audit.Trail;

/**
 * What shall be done with a stream of rows.
 *
 * @param kind name of the kind of record
 * @param mode how far it goes
 * @param batch id of the batch, from the common sequence
 * @param action for the trail, such as {@code import.committed}
 * @param subject for the trail
 * @param remedies what was decided about problems that may turn up
 */
public record Order(String kind, Mode mode, long batch, String action, Trail.Subject subject, Remedies remedies) {

    /** Without anything decided. */
    public Order(String kind, Mode mode, long batch, String action, Trail.Subject subject) {
        this(kind, mode, batch, action, subject, Remedies.NONE);
    }

    /** How far it goes. */
    public enum Mode {
        /** Says what would happen and writes nothing. */
        DRY_RUN,
        /** Takes every row that is right; one transaction per chunk. */
        TAKE_WHAT_IS_RIGHT,
        /** One transaction; one wrong row, and nothing is written. */
        ALL_OR_NOTHING
    }
}
