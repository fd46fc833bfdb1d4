package org.koploper.ui.setup;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.koploper.people.FirstStart;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads every page to the set-up as long as nobody can sign in, and from the set-up to the start once it is done. In front
 * of the sign-in, which would be a dead end.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
class SetupFirst extends OncePerRequestFilter {

    static final String PATH = "/setup";

    private static final List<String> NO_PAGES = List.of("/VAADIN/", "/HILLA/", "/api/", "/v3/", "/actuator/");

    private final FirstStart start;

    SetupFirst(FirstStart start) {
        this.start = start;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        if (!opensAPage(request, path)) {
            chain.doFilter(request, response);
        } else if (path.equals(PATH)) {
            if (start.waits()) {
                chain.doFilter(request, response);
            } else {
                response.sendRedirect(request.getContextPath() + "/");
            }
        } else if (start.comesFirst()) {
            response.sendRedirect(request.getContextPath() + PATH);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Files have a dot in their name, and requests of a page that is open carry {@code v-r}. */
    private static boolean opensAPage(HttpServletRequest request, String path) {
        return "GET".equals(request.getMethod())
                && request.getParameter("v-r") == null
                && path.indexOf('.', path.lastIndexOf('/') + 1) < 0
                && NO_PAGES.stream().noneMatch(path::startsWith);
    }
}
