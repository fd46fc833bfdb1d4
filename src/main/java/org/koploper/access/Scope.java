package org.koploper.access;

import java.util.Locale;

/** What an API token may be used for. */
public enum Scope {
    /** Importing files and records. */
    IMPORTS,
    /** Reading boards, KPIs and goals. */
    BOARDS,
    /** Reading statements: everybody's, unless the token acts for one person. */
    STATEMENTS;

    /** The authority that controllers ask for. */
    public String authority() {
        return "SCOPE_" + name().toLowerCase(Locale.ROOT);
    }
}
