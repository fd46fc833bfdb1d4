package org.koploper.views;

/** A saved view was not accepted. */
public class ViewRefused extends RuntimeException {

    private final Reason reason;

    ViewRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        NAME_MISSING,
        NAME_TOO_LONG,
        NAME_TAKEN,
        TOO_MANY,
        TOO_LONG,
        NO_TEAM
    }
}
