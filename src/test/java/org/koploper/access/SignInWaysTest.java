package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;

/** What the settings of signing in allow, and what is refused before the product starts. */
class SignInWaysTest {

    private final OAuth2ClientProperties settings = new OAuth2ClientProperties();
    private final OAuth2ClientProperties.Registration registration = new OAuth2ClientProperties.Registration();

    @BeforeEach
    void oneProvider() {
        registration.setClientId("koploper");
        settings.getRegistration().put("company", registration);
    }

    @Test
    void whatIsWrongInTheSettingsIsSaidAtTheStart() {
        assertThatThrownBy(() -> new CompanyProviders(settings, "")).hasMessageContaining("Provider ID");

        registration.setProvider("google");
        registration.setScope(Set.of("email"));
        assertThatThrownBy(() -> new CompanyProviders(settings, "")).hasMessageContaining("has to contain openid");

        registration.setScope(null);
        var good = new CompanyProviders(settings, "https://koploper.example.org/");
        assertThat(good.findByRegistrationId("company").getRedirectUri())
                .isEqualTo("https://koploper.example.org/{action}/oauth2/code/{registrationId}");
        registration.setAuthorizationGrantType("client_credentials");
        assertThat(good.all()).isEmpty();
    }

    @Test
    void nobodyShutsOutEverybody() {
        assertThatThrownBy(() -> new SignInWays(
                        false,
                        new CompanyProviders(new OAuth2ClientProperties(), ""),
                        new PasskeyParty(null, null, "")))
                .hasMessageContaining("needs another way to sign in");
        registration.setProvider("google");
        var ways = new SignInWays(false, new CompanyProviders(settings, ""), new PasskeyParty(null, null, ""));
        assertThat(ways.passwordsFor(Set.of(Role.REP, Role.ADMIN))).isTrue();
        assertThat(ways.passwordsFor(Set.of(Role.FINANCE))).isFalse();
    }
}
