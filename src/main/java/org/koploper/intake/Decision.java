package org.koploper.intake;

import org.jspecify.annotations.Nullable;

/**
 * What shall be done with all rows that have a certain problem in a certain field.
 *
 * @param action {@value #SKIP}: the rows stay out; {@value #EMPTY}: the cell counts as empty; {@value #USE}: it counts
 *     as {@code value}
 * @param value for {@value #USE}; decimals with a dot, dates as {@code yyyy-MM-dd}
 */
public record Decision(String action, @Nullable String value) {

    /** The rows stay out. */
    public static final String SKIP = "skip";

    /** The cell counts as empty. */
    public static final String EMPTY = "empty";

    /** The cell counts as a value. */
    public static final String USE = "use";
}
