package org.koploper.records;

/** How many rows were new, changed something, changed nothing, and were not taken. */
public record Counts(int created, int changed, int unchanged, int rejected) {

    /** Nothing yet. */
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    /** The sum. */
    public Counts plus(Counts other) {
        return new Counts(
                created + other.created,
                changed + other.changed,
                unchanged + other.unchanged,
                rejected + other.rejected);
    }

    /** All rows. */
    public int rows() {
        return created + changed + unchanged + rejected;
    }

    boolean anyWritten() {
        return created + changed > 0;
    }
}
