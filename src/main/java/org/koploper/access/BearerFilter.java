package org.koploper.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads {@code Authorization: Bearer …}. A wrong token is like none: what follows answers 401. After many wrong ones from
 * an address no token that is new there is looked at for minutes (429); those that worked from there before still do.
 */
class BearerFilter extends OncePerRequestFilter {

    private static final String PREFIX = "Bearer ";

    /** In front of the token, so that a token cannot be taken for the name of an account. */
    private static final String KIND = "token ";

    private final ApiTokens tokens;
    private final Attempts attempts;
    private final AttemptNotes notes;

    BearerFilter(ApiTokens tokens, Attempts attempts, AttemptNotes notes) {
        this.tokens = tokens;
        this.attempts = attempts;
        this.notes = notes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            String token = header.substring(PREFIX.length()).strip();
            if (attempts.refused(KIND + token, request.getRemoteAddr())) {
                response.setHeader("Retry-After", "900");
                WebSecurity.problem(response, 429, "Too Many Requests", "too-many-attempts");
                return;
            }
            tokens.bearer(token)
                    .ifPresentOrElse(bearer -> accept(bearer, token, request), () -> refuse(token, request));
        }
        chain.doFilter(request, response);
    }

    private void accept(ApiTokens.Bearer bearer, String token, HttpServletRequest request) {
        attempts.right(KIND + token, request.getRemoteAddr());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        var authentication = new UsernamePasswordAuthenticationToken(
                bearer.user(), null, AuthorityUtils.createAuthorityList(bearer.authorities()));
        authentication.setDetails(new TokenUsed(bearer.id()));
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
    }

    private void refuse(String token, HttpServletRequest request) {
        Attempts.Outcome outcome = attempts.wrong(KIND + token, request.getRemoteAddr());
        // one record per address says it: a token that nobody has is nobody's account
        notes.note(new Attempts.Outcome(false, outcome.address()), "", request.getRemoteAddr());
    }
}
