package org.koploper.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties.Provider;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties.Registration;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The providers of the company's accounts, as Spring Boot's settings name them. What a provider says about itself is asked
 * when the first person goes there, and again until it answers: one that is down keeps nobody from starting the product.
 * What is wrong in the settings themselves does.
 */
@Component
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class CompanyProviders implements ClientRegistrationRepository {

    private static final String HERE = "{baseUrl}";

    private static final String PATH =
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI.substring(1) + "/";

    private final OAuth2ClientProperties settings;
    private final String baseUrl;
    private final Map<String, ClientRegistration> answered = new ConcurrentHashMap<>();

    CompanyProviders(OAuth2ClientProperties settings, @Value("${koploper.base-url}") String baseUrl) {
        this.settings = settings;
        this.baseUrl = baseUrl.strip().replaceAll("/+$", "");
        settings.getRegistration().forEach((id, registration) -> {
            Set<String> scope = registration.getScope();
            if (signsIn(registration) && scope != null && !scope.isEmpty() && !scope.contains(OidcScopes.OPENID)) {
                throw new IllegalStateException("spring.security.oauth2.client.registration." + id
                        + ".scope has to contain openid: only OpenID Connect says who somebody is");
            }
            if (signsIn(registration) && !asksFirst(id, registration)) {
                answered.put(id, ask(id, registration));
            }
        });
    }

    /** All of them, by name. */
    List<SignInWays.Provider> all() {
        Map<String, SignInWays.Provider> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        settings.getRegistration().forEach((id, registration) -> {
            if (signsIn(registration)) {
                byName.put(name(id, registration) + id, new SignInWays.Provider(PATH + id, name(id, registration)));
            }
        });
        return List.copyOf(byName.values());
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        Registration registration = settings.getRegistration().get(id);
        if (registration == null || !signsIn(registration)) {
            return null;
        }
        ClientRegistration known = answered.get(id);
        if (known == null) {
            known = ask(id, registration);
            answered.put(id, known);
        }
        return known;
    }

    private ClientRegistration ask(String id, Registration registration) {
        OAuth2ClientProperties one = new OAuth2ClientProperties();
        one.getRegistration().put(id, registration);
        one.getProvider().putAll(settings.getProvider());
        ClientRegistration asked = Objects.requireNonNull(
                new OAuth2ClientPropertiesMapper(one).asClientRegistrations().get(id));
        ClientRegistration.Builder builder = ClientRegistration.withClientRegistration(asked);
        if (asked.getScopes() == null || asked.getScopes().isEmpty()) {
            builder.scope(OidcScopes.OPENID, OidcScopes.EMAIL, OidcScopes.PROFILE);
        }
        if (!baseUrl.isEmpty()) {
            // what a request says about the host is not what people are sent back to
            builder.redirectUri(Objects.requireNonNull(asked.getRedirectUri()).replace(HERE, baseUrl));
        }
        return builder.build();
    }

    /** Whether the provider has to be asked for what else has to be known. */
    private boolean asksFirst(String id, Registration registration) {
        Provider provider = settings.getProvider().get(Objects.requireNonNullElse(registration.getProvider(), id));
        return provider != null && provider.getIssuerUri() != null;
    }

    private static boolean signsIn(Registration registration) {
        return Optional.ofNullable(registration.getAuthorizationGrantType())
                .map(AuthorizationGrantType.AUTHORIZATION_CODE.getValue()::equals)
                .orElse(true);
    }

    private static String name(String id, Registration registration) {
        return Optional.ofNullable(registration.getClientName()).orElseGet(() -> StringUtils.capitalize(id));
    }
}
