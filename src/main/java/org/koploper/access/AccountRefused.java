package org.koploper.access;

/** A change of an account that would do harm or is not possible; nothing was changed. */
public class AccountRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The person may sign in already. */
        HAS_ACCOUNT,
        /** Somebody else signs in with that name. */
        NAME_TAKEN,
        /** No name, one that is too long, or one with spaces in it. */
        NAME_UNUSABLE,
        /** Nobody would be left who can administer the product. */
        LAST_ADMINISTRATOR,
        /** Nobody shuts oneself out. */
        OWN_ACCOUNT,
        /** What lets somebody see the pay of others is done with a reason only. */
        REASON_MISSING,
        /** Nobody looks as somebody who may not sign in. */
        BLOCKED,
        /** Nobody looks as somebody who sees everybody's pay, without doing so themselves. */
        SEES_ALL_PAY,
        /** Without the administration, which stays out, nothing is left to look at. */
        NOTHING_TO_SEE
    }

    private final Reason reason;

    AccountRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
