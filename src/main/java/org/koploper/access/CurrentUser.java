package org.koploper.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts now.
 *
 * @param person null for the system itself and for API tokens of the organisation
 * @param name as shown in the audit trail
 * @param roles empty for the system
 * @param system whether this is the product itself: jobs, listeners, seeding
 */
public record CurrentUser(@Nullable PersonId person, String name, Set<Role> roles, boolean system) {

    /** The product itself. */
    public static final CurrentUser SYSTEM = new CurrentUser(null, "Koploper", Set.of(), true);

    public CurrentUser {
        roles = Set.copyOf(roles);
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
