package org.koploper.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Does something in the name of a user with these roles. */
public final class As {

    private As() {}

    public static <T> T user(@Nullable PersonId person, Set<Role> roles, Supplier<T> work) {
        return as(new CurrentUser(person, "test", roles, false), work);
    }

    /** Where the name of who does it matters. */
    public static <T> T named(PersonId person, String name, Set<Role> roles, Supplier<T> work) {
        return as(new CurrentUser(person, name, roles, false), work);
    }

    /** An administrator, with perhaps more roles, who looks as somebody with these. */
    public static <T> T looking(PersonId viewer, Set<Role> own, PersonId person, Set<Role> roles, Supplier<T> work) {
        CurrentUser administrator = new CurrentUser(viewer, "viewer", own, false);
        return as(new CurrentUser(person, "test", roles, false, administrator), work);
    }

    private static <T> T as(CurrentUser user, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            List<GrantedAuthority> authorities = new ArrayList<>();
            user.roles().forEach(role -> authorities.add(new SimpleGrantedAuthority(role.authority())));
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new UsernamePasswordAuthenticationToken(user, null, authorities));
            SecurityContextHolder.setContext(context);
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
