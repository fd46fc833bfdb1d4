package org.koploper.storage;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What one request asks for several times is read {@link Once}, whichever way it came in. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OncePerRequest extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Once.open();
        try {
            chain.doFilter(request, response);
        } finally {
            Once.close();
        }
    }
}
