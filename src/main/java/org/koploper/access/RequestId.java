package org.koploper.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id that stands in all its lines of the log, in its answer ({@code X-Request-Id}), in what it leaves
 * in the trail, and in the reference that a user is told when something fails. It says nothing about who asked. A page about
 * an error, and an answer that another thread goes on with, are of the same request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestId extends OncePerRequestFilter {

    /** Name under which the id stands in the log. */
    public static final String KEY = "request";

    private static final String KEPT = RequestId.class.getName() + ".kept";

    RequestId() {}

    /** The id of the running request; outside of one, a new id. */
    public static String current() {
        return Origin.now().map(Origin::request).orElseGet(RequestId::create);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = request.getAttribute(KEPT) instanceof String kept ? kept : create();
        request.setAttribute(KEPT, id);
        response.setHeader("X-Request-Id", id);
        MDC.put(KEY, id);
        // behind a proxy that is trusted, the server itself has put the client's address here; of somebody without an
        // account, who answers what they were asked, it is nobody's business
        Origin.begin(id, CodeAddresses.is(request) ? "" : request.getRemoteAddr());
        try {
            chain.doFilter(request, response);
        } finally {
            Origin.end();
            MDC.remove(KEY);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static String create() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }
}
