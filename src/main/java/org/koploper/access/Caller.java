package org.koploper.access;

import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Answers who acts now, and lets the product act in its own name. */
public final class Caller {

    /** The authority that only the product itself has. */
    public static final String SYSTEM = "SYSTEM";

    private static final CurrentUser NOBODY = new CurrentUser(null, "nobody", Set.of(), false);

    private Caller() {}

    /** Who acts now; a user without person and roles where nobody is signed in. */
    public static CurrentUser now() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return NOBODY;
        }
        return switch (authentication.getPrincipal()) {
            case CurrentUser user -> user;
            case SignInDetails details -> details.user();
            case LookingAs looking -> looking.user();
            case null, default -> NOBODY;
        };
    }

    /** Whether who acts now was let in by something else than a password. */
    static boolean provenOtherwise() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof SignInDetails details
                && !details.byPassword();
    }

    /**
     * The person who acts now, or whose action the product follows in its own name in the same thread, such as pay after
     * a sale; null where no person is behind it.
     */
    public static @Nullable PersonId behind() {
        PersonId person = now().person();
        if (person != null) {
            return person;
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof PersonId behind ? behind : null;
    }

    /** Whether a token of the whole organisation with this scope acts now; a personal token reaches no further than its person. */
    public static boolean isOrganisationTokenFor(Scope scope) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof CurrentUser user
                && user.person() == null
                && authentication.getAuthorities().stream()
                        .anyMatch(given -> scope.authority().equals(given.getAuthority()));
    }

    /**
     * What tells the one who acts now from all others, whatever they are called: a token, or a person on a screen. Two
     * tokens of one person, or of one name, are two.
     */
    public static String key() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getDetails() instanceof TokenUsed(Long id)) {
            return id == null ? "token" : "token " + id;
        }
        CurrentUser user = now();
        return user.person() == null ? "name " + user.name() : "person " + user.person();
    }

    /** Does something in the product's own name: recalculation after a change, seeding, jobs. */
    public static <T> T asSystem(Supplier<T> work) {
        return as(CurrentUser.SYSTEM, List.of(new SimpleGrantedAuthority(SYSTEM)), work);
    }

    /** Does something in the product's own name. */
    public static void asSystem(Runnable work) {
        asSystem(() -> {
            work.run();
            return true;
        });
    }

    /** Does something in the product's own name, with a name that says which part of it. */
    public static void asSystem(String name, Runnable work) {
        as(new CurrentUser(null, name, Set.of(), true), List.of(new SimpleGrantedAuthority(SYSTEM)), () -> {
            work.run();
            return true;
        });
    }

    static <T> T as(CurrentUser user, List<? extends GrantedAuthority> authorities, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        VaadinSession session = VaadinSession.getCurrent();
        PersonId behind = behind();
        try {
            // in a screen's thread the session's own sign-in would win over the context that is set here
            VaadinSession.setCurrent(null);
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            var authentication = new UsernamePasswordAuthenticationToken(user, null, authorities);
            authentication.setDetails(behind);
            context.setAuthentication(authentication);
            SecurityContextHolder.setContext(context);
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
            VaadinSession.setCurrent(session);
        }
    }
}
