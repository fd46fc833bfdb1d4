package org.koploper.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session at its next click once the account was blocked, its roles were changed since the sign-in, or nothing was
 * done in it for too long; ends looking as somebody once that took long enough, or that account changed; and keeps the list
 * of open sessions.
 */
class StillAllowed extends OncePerRequestFilter {

    private final AccountRows rows;
    private final SessionTable table;
    private final Looks looks;

    StillAllowed(AccountRows rows, SessionTable table, Looks looks) {
        this.rows = rows;
        this.table = table;
        this.looks = looks;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/VAADIN/build/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (isSignedIn()) {
            CurrentUser user = Caller.now().signedIn();
            if (session == null) {
                // ended at this very moment
                SecurityContextHolder.clearContext();
            } else if (SessionTable.ended(session) || table.isIdle(session) || !holds(user)) {
                SessionTable.invalidate(session);
                SecurityContextHolder.clearContext();
            } else {
                table.seen(session, user.self(), request);
                if (Caller.now().onlyLooks() && (looks.isOver(session) || !holds(Caller.now()))) {
                    looks.end(session).ifPresent(SecurityContextHolder::setContext);
                }
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isSignedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && (authentication.getPrincipal() instanceof SignInDetails
                        || authentication.getPrincipal() instanceof LookingAs);
    }

    /** Whether the account still may what it could as this began. */
    private boolean holds(CurrentUser user) {
        return rows.findById(user.self().value())
                .filter(Account::enabled)
                .map(account -> new CurrentUser(user.person(), user.name(), account.roles(), false, user.viewer()))
                .filter(now -> now.roles().equals(user.roles()))
                .isPresent();
    }
}
