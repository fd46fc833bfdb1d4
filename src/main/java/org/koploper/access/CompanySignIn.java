package org.koploper.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Signing in with the company's account, by OpenID Connect. Whatever goes wrong leads back to the sign-in page, which says
 * it in plain words; what the one who runs the product has to know stands in the log.
 */
@Component
class CompanySignIn {

    private static final Logger LOG = LoggerFactory.getLogger(CompanySignIn.class);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final CompanyProviders providers;
    private final CompanyAccount accounts;

    CompanySignIn(CompanyProviders providers, CompanyAccount accounts) {
        this.providers = providers;
        this.accounts = accounts;
    }

    /** Adds it to the sign-in of the screens, where there is a provider. */
    void addTo(HttpSecurity http, AuthenticationSuccessHandler next) throws Exception {
        if (providers.all().isEmpty()) {
            return;
        }
        ClientHttpRequestFactory calls = calls();
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(providers)
                .authorizedClientRepository(new NothingKept())
                .authorizationEndpoint(there -> there.authorizationRequestRepository(new KeptRequests()))
                .tokenEndpoint(token -> token.accessTokenResponseClient(tokens(calls)))
                .userInfoEndpoint(info -> info.oidcUserService(users(calls)))
                .successHandler(next)
                .failureHandler(CompanySignIn::back)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2LoginAuthenticationFilter>() {
                    @Override
                    public <F extends OAuth2LoginAuthenticationFilter> F postProcess(F filter) {
                        filter.setAuthenticationResultConverter(accounts);
                        return filter;
                    }
                })
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(CompanySignIn::back);
                        return filter;
                    }
                }));
    }

    private static void back(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.sendRedirect("/sign-in?" + reason(e) + ContinueAt.handedOn(request));
    }

    /** What the sign-in page is told. An account that is missing and one that is blocked are the same to it. */
    private static String reason(AuthenticationException e) {
        if (e instanceof LockedException) {
            return "wait";
        }
        if (e instanceof OAuth2AuthenticationException fault) {
            return switch (fault.getError().getErrorCode()) {
                case CompanyAccount.UNVERIFIED -> "unverified";
                case "access_denied", "login_required", "interaction_required", "consent_required" -> "cancelled";
                case "authorization_request_not_found", "invalid_nonce", "invalid_request" -> "again";
                default -> unreachable(fault.getError().getErrorCode(), e);
            };
        }
        return e.getCause() == null ? "refused" : unreachable("no way there", e);
    }

    private static String unreachable(String code, AuthenticationException e) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
        // the code may come from an address that anybody can write
        LOG.warn(
                "Nobody can sign in with the company's account now: {}, {}",
                code.replaceAll("[^\\w. -]", "?"),
                cause.getClass().getSimpleName());
        return "unreachable";
    }

    private static ClientHttpRequestFactory calls() {
        var calls = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        calls.setReadTimeout(ANSWER);
        return calls;
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokens(ClientHttpRequestFactory calls) {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(calls)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    /** Asks who that is once more only where the token does not tell the mail address. */
    private static OAuth2UserService<OidcUserRequest, OidcUser> users(ClientHttpRequestFactory calls) {
        RestTemplate rest = new RestTemplate(calls);
        rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService further = new DefaultOAuth2UserService();
        further.setRestOperations(rest);
        OidcUserService users = new OidcUserService();
        users.setOauth2UserService(further);
        users.setRetrieveUserInfo(asked -> asked.getIdToken().getEmail() == null
                && asked.getClientRegistration()
                                .getProviderDetails()
                                .getUserInfoEndpoint()
                                .getUri()
                        != null);
        return asked -> {
            try {
                return users.loadUser(asked);
            } catch (IllegalArgumentException nothingInIt) {
                throw new OAuth2AuthenticationException(new OAuth2Error("invalid_user_info_response"), nothingInIt);
            }
        };
    }

    /** Nothing is done at a provider in anybody's name later, so its tokens are dropped. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // dropped
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // there is none
        }
    }
}
