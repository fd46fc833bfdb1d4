package org.koploper.records;

import java.util.List;

/**
 * What became of taking a batch back.
 *
 * @param removed records that the batch had created
 * @param restored records that it had changed
 * @param left why the others stayed; only the first {@value #MOST_NAMED} of them
 */
public record Undone(int removed, int restored, List<Obstacle> left) {

    /** So many records are named, of those that stay. */
    public static final int MOST_NAMED = 1_000;

    /** How many went back. */
    public int records() {
        return removed + restored;
    }
}
