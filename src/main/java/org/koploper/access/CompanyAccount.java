package org.koploper.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Finds the account of somebody whom a provider vouches for: by the mail address, which the provider has to have checked.
 * Nobody gets an account by this, and nothing that the provider said is kept.
 */
@Component
class CompanyAccount implements Converter<OAuth2LoginAuthenticationToken, OAuth2AuthenticationToken> {

    /** The provider does not say that it checked the mail address. */
    static final String UNVERIFIED = "mail_unverified";

    private final ProvenSignIn signIn;
    private final Set<String> trusted;

    CompanyAccount(ProvenSignIn signIn, @Value("${koploper.sign-in.mail-trusted}") Set<String> trusted) {
        this.signIn = signIn;
        this.trusted = Set.copyOf(trusted);
    }

    @Override
    public OAuth2AuthenticationToken convert(OAuth2LoginAuthenticationToken vouched) {
        String provider = vouched.getClientRegistration().getRegistrationId();
        String mail = vouched.getPrincipal() instanceof OidcUser user ? checkedMail(user, provider) : null;
        if (mail == null) {
            // before any account is looked for: it says nothing about one
            throw new OAuth2AuthenticationException(UNVERIFIED);
        }
        String address =
                vouched.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        SignInDetails details = signIn.admit(Account.normalised(mail), address);
        return new OAuth2AuthenticationToken(details, details.getAuthorities(), provider);
    }

    private @Nullable String checkedMail(OidcUser user, String provider) {
        String mail = user.getEmail();
        boolean checked = Boolean.TRUE.equals(user.getEmailVerified())
                // what says expressly that nobody checked it is not trusted by any setting
                || user.getEmailVerified() == null && trusted.contains(provider);
        // some letters turn into others of ASCII when they are made small: two addresses would be one here
        return mail != null && checked && mail.chars().allMatch(sign -> sign < 128) ? mail : null;
    }
}
