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
 * Gives every request an id that stands in all its lines of the log, in its answer ({@code X-Request-Id}), and in the
 * reference that a user is told when something fails. It says nothing about who asked.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestId extends OncePerRequestFilter {

    /** Name under which the id stands in the log. */
    public static final String KEY = "request";

    RequestId() {}

    /** The id of the running request; outside of one, a new id. */
    public static String current() {
        String id = MDC.get(KEY);
        return id == null ? create() : id;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = create();
        response.setHeader("X-Request-Id", id);
        MDC.put(KEY, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(KEY);
        }
    }

    private static String create() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }
}
