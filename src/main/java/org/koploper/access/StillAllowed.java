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
 * done in it for too long; and keeps the list of open sessions.
 */
class StillAllowed extends OncePerRequestFilter {

    private final AccountRows rows;
    private final SessionTable table;

    StillAllowed(AccountRows rows, SessionTable table) {
        this.rows = rows;
        this.table = table;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/VAADIN/build/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignInDetails details) {
            HttpSession session = request.getSession(false);
            boolean ended = session != null && (SessionTable.ended(session) || table.isIdle(session));
            if (ended || !holds(details.user())) {
                if (session != null) {
                    SessionTable.invalidate(session);
                }
                SecurityContextHolder.clearContext();
            } else if (session != null) {
                table.seen(session, details.user().self(), request);
            }
        }
        chain.doFilter(request, response);
    }

    private boolean holds(CurrentUser user) {
        return rows.findById(user.self().value())
                .filter(Account::enabled)
                .filter(account -> account.roles().equals(user.roles()))
                .isPresent();
    }
}
