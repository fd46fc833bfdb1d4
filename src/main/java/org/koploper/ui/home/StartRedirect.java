package org.koploper.ui.home;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.koploper.access.Caller;
import org.koploper.ui.shell.Destination;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads a browser that opens the bare address on before the application starts. {@link HomeView} does the same inside
 * the application; there a first page would keep the bare address, and the menu would not know where it is.
 */
@Component
class StartRedirect extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Destination> start =
                opensTheBareAddress(request) ? Destination.startOf(Caller.now()) : Optional.empty();
        if (start.isPresent()) {
            response.sendRedirect(request.getContextPath() + "/" + start.get().path());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Requests of the running application carry {@code v-r}. */
    private static boolean opensTheBareAddress(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && "/".equals(request.getServletPath())
                && request.getParameter("v-r") == null;
    }
}
