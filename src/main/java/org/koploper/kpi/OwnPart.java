package org.koploper.kpi;

/**
 * One side of a KPI of one's own.
 *
 * @param what is counted
 * @param only what of it
 */
public record OwnPart(Counted what, Only only) {

    /** All of it. */
    public static OwnPart of(Counted what) {
        return new OwnPart(what, Only.EVERYTHING);
    }
}
