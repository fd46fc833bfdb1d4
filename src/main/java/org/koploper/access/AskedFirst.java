package org.koploper.access;

import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Sends whoever is not signed in to the sign-in page, with the address they asked for. It travels in the address, because
 * a session may end while that page lies open.
 */
class AskedFirst extends LoginUrlAuthenticationEntryPoint {

    private final RequestUtil vaadinRequests;

    AskedFirst(RequestUtil vaadinRequests) {
        super("/sign-in");
        this.vaadinRequests = vaadinRequests;
    }

    /** Whether it is for this request: a page that somebody opens. */
    boolean isFor(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && !vaadinRequests.isFrameworkInternalRequest(request)
                && address(request).isPresent();
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) {
        return address(request)
                .map(asked ->
                        "/sign-in?" + ContinueAt.PARAMETER + "=" + URLEncoder.encode(asked, StandardCharsets.UTF_8))
                .orElse("/sign-in");
    }

    private static Optional<String> address(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return ContinueAt.local(request.getQueryString() == null ? path : path + "?" + request.getQueryString());
    }
}
