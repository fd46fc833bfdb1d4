package org.koploper.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the protective headers on every response, before anything else can finish it: screens are forwarded inside the
 * server, and what Spring Security writes last came too late for them. Nothing but the files of the product itself may be
 * kept by a browser or a proxy, and no redirect names the host of the request, which anybody can make up.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SafeHeaders extends OncePerRequestFilter {

    /** For everything that is not a screen: no scripts at all. Screens get theirs from {@link PagePolicy}. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    /** The script for passkeys, and what it asks the server. */
    private static final String SIGN_IN_POLICY =
            POLICY + "; script-src 'self'; connect-src 'self'; manifest-src 'self'";

    /** The service worker hands on what the browser asks for. */
    private static final String WORKER_POLICY = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

    private static final String NOT_USED = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(),"
            + " microphone=(), midi=(), payment=(), usb=()";

    private static final List<String> FILES = List.of(
            "/VAADIN/build/",
            "/VAADIN/static/",
            "/icons/",
            "/aura/",
            "/styles.css",
            "/sign-in.css",
            "/answer.css",
            "/passkey.js");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        if (CodeAddresses.is(request)) {
            // the address is the credential: no page, file or server learns it, and no search engine lists it
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("X-Robots-Tag", "noindex, nofollow");
        } else {
            response.setHeader("Referrer-Policy", "same-origin");
        }
        response.setHeader(
                "Content-Security-Policy",
                switch (request.getRequestURI()
                        .substring(request.getContextPath().length())) {
                    case "/sign-in" -> SIGN_IN_POLICY;
                    case "/sw.js" -> WORKER_POLICY;
                    default -> POLICY;
                });
        response.setHeader("Permissions-Policy", NOT_USED);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        boolean file = FILES.stream().anyMatch(request.getRequestURI()::startsWith);
        if (!file) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, new Guarded(response, request, !file));
    }

    /** Keeps to what was decided here, whatever comes after. */
    private static final class Guarded extends HttpServletResponseWrapper {

        private static final Set<String> CACHING = Set.of("cache-control", "expires", "pragma");

        /** For a sign-in form of Vaadin's, which is not used: the address asked for, with the host of the request. */
        private static final String VAADIN_LOGIN = "Saved-url";

        private final String host;
        private final int port;
        private final boolean personal;

        Guarded(HttpServletResponse response, HttpServletRequest request, boolean personal) {
            super(response);
            this.host = request.getServerName();
            this.port = request.getServerPort();
            this.personal = personal;
        }

        @Override
        public void setHeader(String name, String value) {
            if (!decided(name)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!decided(name)) {
                super.addHeader(name, value);
            }
        }

        @Override
        public void setDateHeader(String name, long value) {
            if (!decided(name)) {
                super.setDateHeader(name, value);
            }
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(withoutHost(location));
        }

        @Override
        public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
            super.sendRedirect(withoutHost(location), status, clearBuffer);
        }

        private boolean decided(String name) {
            return name.equalsIgnoreCase(VAADIN_LOGIN) || personal && CACHING.contains(name.toLowerCase(Locale.ROOT));
        }

        private String withoutHost(String location) {
            if (!location.startsWith("http")) {
                return location;
            }
            URI target = URI.create(location);
            if (!host.equalsIgnoreCase(target.getHost()) || port != port(target)) {
                // another server, such as the one people sign in at with the company's account
                return location;
            }
            String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
            return target.getRawQuery() == null ? path : path + "?" + target.getRawQuery();
        }

        private static int port(URI target) {
            return target.getPort() != -1
                    ? target.getPort()
                    : target.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        }
    }
}
