package org.koploper.ledger;

import java.util.List;

/** A month stays open; nothing was changed. */
public class NotClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It is closed already. */
        ALREADY_CLOSED,
        /** It is not over yet. */
        NOT_OVER,
        /** An earlier month, which is named, has to be closed first. */
        EARLIER_IS_OPEN,
        /** Something was changed and is still being computed. */
        BEING_COMPUTED,
        /** Lines wait for an exchange rate, an invoice, a cost, a score or a quota; the first of them is named: whose, of what deal or component. */
        LACKS_RATE,
        /** As above. */
        LACKS_INVOICE,
        /** As above. */
        LACKS_COST,
        /** As above. */
        LACKS_SCORE,
        /** As above. */
        LACKS_QUOTA,
        /** The totals are no longer those that were confirmed. */
        OTHER_TOTALS
    }

    private final Reason reason;
    private final transient List<String> names;

    NotClosed(Reason reason, String... names) {
        super(reason.name());
        this.reason = reason;
        this.names = List.of(names);
    }

    public Reason reason() {
        return reason;
    }

    /** What the reason names: months as {@code 2026-10}, persons by name, deals by id. */
    public List<String> names() {
        return names;
    }
}
