package org.koploper.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signing in with a passkey: the script of the sign-in page asks for a challenge, brings what the device made of it, and is
 * told where to go on. The filters are Spring Security's; what they prove counts as a password does.
 */
class PasskeySignIn extends AbstractHttpConfigurer<PasskeySignIn, HttpSecurity> {

    private static final String ADDRESS = "/sign-in/passkey";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebAuthnRelyingPartyOperations operations;
    private final ProvenSignIn signIn;
    private final SignInWays ways;

    PasskeySignIn(WebAuthnRelyingPartyOperations operations, ProvenSignIn signIn, SignInWays ways) {
        this.operations = operations;
        this.signIn = signIn;
        this.ways = ways;
    }

    @Override
    public void configure(HttpSecurity http) {
        var challenges = new PublicKeyCredentialRequestOptionsFilter(operations);
        challenges.setRequestMatcher(post(ADDRESS + "/options"));
        http.addFilterBefore(challenges, AuthorizationFilter.class);

        var checks = new Checks();
        checks.setRequiresAuthenticationRequestMatcher(post(ADDRESS));
        checks.setAuthenticationManager(this::proven);
        checks.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
        checks.setAuthenticationSuccessHandler((request, response, signedIn) ->
                goOn(response, ContinueAt.asked(request).orElse("/")));
        checks.setAuthenticationFailureHandler((request, response, refused) -> goOn(
                response,
                (refused instanceof LockedException ? "/sign-in?wait" : "/sign-in?passkey")
                        + ContinueAt.handedOn(request)));
        http.addFilterBefore(checks, UsernamePasswordAuthenticationFilter.class);
    }

    private static PathPatternRequestMatcher post(String address) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, address);
    }

    private static void goOn(HttpServletResponse response, String address) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write(JSON.writeValueAsString(Map.of("goOn", address)));
    }

    /** Whose passkey that is. */
    private Authentication proven(Authentication given) {
        try {
            var request = ((WebAuthnAuthenticationRequestToken) given).getWebAuthnRequest();
            String username = operations.authenticate(request).getName();
            return UsernamePasswordAuthenticationToken.authenticated(username, null, List.of());
        } catch (RuntimeException unknownOrForged) {
            throw new BadCredentialsException("no such passkey", unknownOrForged);
        }
    }

    /** Leads from the passkey to the account. */
    private final class Checks extends WebAuthnAuthenticationFilter {

        @Override
        public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
            Authentication proven = proven(request, response);
            SignInDetails details = signIn.admit(proven.getName(), request.getRemoteAddr());
            if (!ways.passkeysFor(details.user().roles())) {
                throw new DisabledException("not by passkey");
            }
            var signedIn = UsernamePasswordAuthenticationToken.authenticated(details, null, details.getAuthorities());
            signedIn.setDetails(new WebAuthenticationDetails(request));
            return signedIn;
        }

        private Authentication proven(HttpServletRequest request, HttpServletResponse response) {
            try {
                return super.attemptAuthentication(request, response);
            } catch (IOException | ServletException unreadable) {
                throw new BadCredentialsException("unreadable", unreadable);
            }
        }
    }
}
