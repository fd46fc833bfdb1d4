package org.koploper.access;

import java.util.EnumSet;
import java.util.Set;

/** The roles that show somebody the pay of others. */
public final class PayRoles {

    private static final Set<Role> ALL = EnumSet.of(Role.FINANCE, Role.MANAGER);

    private PayRoles() {}

    /** Whether one of them is among these. */
    public static boolean in(Set<Role> roles) {
        return ALL.stream().anyMatch(roles::contains);
    }

    /** Whether one of them is among those wanted, and was not there before. */
    public static boolean added(Set<Role> before, Set<Role> wanted) {
        return ALL.stream().anyMatch(role -> wanted.contains(role) && !before.contains(role));
    }
}
