package org.koploper.access;

import java.util.Locale;

/** What an API token may be used for. */
public enum Scope {
    /** Importing files and records. */
    IMPORTS,
    /** Reading records of every kind: all of them, unless the token acts for one person. Pay needs {@link #STATEMENTS} too. */
    RECORDS,
    /** Reading boards, KPIs and goals. */
    BOARDS,
    /** Reading statements: everybody's, unless the token acts for one person. */
    STATEMENTS,
    /** Keeping the webhooks of the organisation: not for one person alone, unless that person is an administrator. */
    WEBHOOKS;

    /** The authority that controllers ask for. */
    public String authority() {
        return "SCOPE_" + name().toLowerCase(Locale.ROOT);
    }
}
