package org.koploper.access;

import java.util.List;
import java.util.Locale;

/** What an API token may be used for. */
public enum Scope {
    /** Importing files and records. */
    IMPORTS(Role.ADMIN),
    /** Reading boards, KPIs and goals. */
    BOARDS(),
    /** Reading statements: everybody's, unless the token acts for one person. */
    STATEMENTS(Role.FINANCE);

    private final List<Role> roles;

    Scope(Role... roles) {
        this.roles = List.of(roles);
    }

    /** The roles that a token of the organisation acts with inside this scope. */
    public List<Role> roles() {
        return roles;
    }

    /** The authority that controllers ask for. */
    public String authority() {
        return "SCOPE_" + name().toLowerCase(Locale.ROOT);
    }
}
