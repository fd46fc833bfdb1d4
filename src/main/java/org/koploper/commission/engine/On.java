package org.koploper.commission.engine;

/** What moves through the bounds of a rule. */
public enum On {
    /** What the component counts, in its own unit. */
    COUNTED,
    /** What the component counts as a fraction of the quota. */
    ATTAINMENT,
    /** What the rule itself has paid out. */
    OUTPUT,
    /** The margin of the credit as a fraction of its price; each credit alone. */
    MARGIN_ON_PRICE,
    /** The margin of the credit as a fraction of its cost; each credit alone. */
    MARGIN_ON_COST;

    /** Whether each credit is looked at alone, by its margin. */
    public boolean isMargin() {
        return this == MARGIN_ON_PRICE || this == MARGIN_ON_COST;
    }
}
