package org.koploper.sales;

/** Where a deal stands. */
public enum DealStage {
    PROSPECTING,
    ENGAGING,
    QUOTED,
    WON,
    LOST,
    /** Won before, and taken back since. */
    CANCELLED;

    /** Whether it can still be won. */
    public boolean isOpen() {
        return this == PROSPECTING || this == ENGAGING || this == QUOTED;
    }
}
