package org.koploper.access;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts now.
 *
 * @param person null for the system itself and for API tokens of the organisation
 * @param name as shown in the audit trail
 * @param roles empty for the system
 * @param system whether this is the product itself: jobs, listeners, seeding
 * @param viewer the administrator who only looks as this person; null where people act for themselves
 */
public record CurrentUser(
        @Nullable PersonId person,
        String name,
        Set<Role> roles,
        boolean system,
        @Nullable CurrentUser viewer) {

    /** The product itself. */
    public static final CurrentUser SYSTEM = new CurrentUser(null, "Koploper", Set.of(), true);

    /** Who looks as another administers nothing meanwhile, and sees everybody's pay only where they do so themselves. */
    public CurrentUser {
        Set<Role> held = EnumSet.noneOf(Role.class);
        held.addAll(roles);
        if (viewer != null) {
            held.remove(Role.ADMIN);
            if (!viewer.has(Role.FINANCE)) {
                held.remove(Role.FINANCE);
            }
        }
        roles = Set.copyOf(held);
    }

    public CurrentUser(@Nullable PersonId person, String name, Set<Role> roles, boolean system) {
        this(person, name, roles, system, null);
    }

    /** Whether somebody only looks as this person: nothing is changed then. */
    public boolean onlyLooks() {
        return viewer != null;
    }

    /** Who signed in: the viewer, or where nobody looks as another, this user. */
    public CurrentUser signedIn() {
        return viewer == null ? this : viewer;
    }

    /** Whether this is that person. */
    public boolean is(PersonId other) {
        return other.equals(person);
    }

    /** Whether this user has that role. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** The person; fails where nobody is signed in or a token acts, so call it only behind a sign-in. */
    public PersonId self() {
        if (person == null) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return person;
    }
}
