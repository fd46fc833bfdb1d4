package org.koploper.access;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/** What a session holds of an administrator who looks as somebody else: as whom, how long, and who they are themselves. */
final class LookingAs implements AuthenticatedPrincipal {

    private final Authentication signedIn;
    private final CurrentUser user;
    private final String username;
    private final Instant until;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * @param signedIn the administrator's own sign-in
     * @param user as whom
     * @param username what that person signs in with
     */
    LookingAs(Authentication signedIn, CurrentUser user, String username, Instant until) {
        this.signedIn = signedIn;
        this.user = user;
        this.username = username;
        this.until = until;
    }

    CurrentUser user() {
        return user;
    }

    String username() {
        return username;
    }

    Instant until() {
        return until;
    }

    @Override
    public String getName() {
        return username;
    }

    /** Whether it ends now: of several who end it at once, one. */
    boolean ends() {
        return ended.compareAndSet(false, true);
    }

    /** What the session holds while it lasts. */
    SecurityContext context() {
        String[] authorities = user.roles().stream().map(Role::authority).toArray(String[]::new);
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                this, null, AuthorityUtils.createAuthorityList(authorities)));
    }

    /** What the session holds afterwards. */
    SecurityContext before() {
        return new SecurityContextImpl(signedIn);
    }
}
