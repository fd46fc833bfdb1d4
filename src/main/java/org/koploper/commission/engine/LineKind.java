package org.koploper.commission.engine;

/** What a line of a statement is about. */
public enum LineKind {
    /** A deal, or the part of it that lies in one band. */
    DEAL,
    /** What earlier deals earn more or less since this one reached or left a band that rerates. */
    RERATED,
    /** What a deal earns beyond the most that one deal may. */
    CAPPED_DEAL,
    /** What a deal that earned as a whole pays to the others who share it. */
    DIVIDED,
    /** What earlier windows earned beyond their limit, as far as this one has room for it. */
    FROM_CAP,
    /** What a deal earns beyond the most that the component may pay. */
    CAPPED,
    /** What is earned beyond what is left of a budget. */
    OVER_BUDGET,
    /** What an objective earns. */
    OBJECTIVE,
    /** What a place in a ranking earns. */
    PRIZE,
    /** What rounding the month would have carried beyond a budget of which first come is first served. */
    BUDGET_CENTS,
    /** What is added up to the least that the component pays. */
    FLOOR,
    /** A component without any credit in the month: zero, said aloud. */
    NOTHING_CREDITED,
    /** What rounding the component's payout of the month adds or takes. */
    ROUNDING,
    /** Earned on a deal but not due yet, taken off. */
    HELD,
    /** Held, but given up: put back against what is cancelled. */
    FREED,
    /** What has become due of a deal. */
    RELEASED,
    /** Paid although it is not earned yet, to be taken back. */
    DRAWN,
    /** Paid although it is not earned, for good. */
    GUARANTEED,
    /** Taken back of what was drawn. */
    RECOVERED,
    /** Kept back of what was earned in the month. */
    HELD_BACK,
    /** Paid of what was kept back. */
    HOLDBACK_PAID,
    /** Taken back of what a deal was paid that ended early. */
    CLAWED_BACK,
    /** Given up of what a deal that ended early had still to be paid. */
    CANCELLED,
    /** A month below nothing, left for later; or taken for that from a later month. */
    CARRIED,
    /** What a closed month turns out to differ by, taken off again since the plan forgives so little. */
    FORGIVEN;

    /** Whether it is a part of what is earned, and not of when it is paid. */
    public boolean isEarned() {
        return compareTo(ROUNDING) <= 0 || this == CLAWED_BACK || this == CANCELLED || this == FORGIVEN;
    }
}
