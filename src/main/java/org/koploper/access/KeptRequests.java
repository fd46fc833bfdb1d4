package org.koploper.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Keeps, in the session, what somebody took along to a provider; and where they go on to when they are back. */
class KeptRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private final HttpSessionOAuth2AuthorizationRequestRepository session =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return session.loadAuthorizationRequest(request);
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest kept = ContinueAt.asked(request)
                .map(address -> OAuth2AuthorizationRequest.from(asked)
                        .attributes(attributes -> attributes.put(ContinueAt.PARAMETER, address))
                        .build())
                .orElse(asked);
        session.saveAuthorizationRequest(kept, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = session.removeAuthorizationRequest(request, response);
        if (asked != null) {
            request.setAttribute(ContinueAt.PARAMETER, asked.getAttribute(ContinueAt.PARAMETER));
        }
        return asked;
    }
}
