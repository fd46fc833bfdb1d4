package org.koploper.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * What Spring Security holds of somebody who signed in, by whatever way. Its kind of token for the company's account asks
 * for an {@link OAuth2User}; nothing of what the provider said is kept.
 */
final class SignInDetails implements UserDetails, OAuth2User, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final transient CurrentUser user;
    private final String username;
    private final boolean enabled;
    private final boolean byPassword;
    private @Nullable String passwordHash;

    /** Without a hash: who that is was proved in another way. */
    SignInDetails(CurrentUser user, String username, @Nullable String passwordHash, boolean enabled) {
        this.user = user;
        this.byPassword = passwordHash != null;
        this.username = username;
        this.passwordHash = passwordHash;
        this.enabled = enabled;
    }

    CurrentUser user() {
        return user;
    }

    /** Whether it was a password that let this person in. */
    boolean byPassword() {
        return byPassword;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public String getName() {
        return username;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.copyOf(user.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList());
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
