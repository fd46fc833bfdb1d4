package org.koploper.access;

import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** By which ways people sign in: with a password or a passkey, or with the company's account at a provider. */
@Component
public class SignInWays {

    private final boolean passwords;
    private final CompanyProviders providers;
    private final PasskeyParty passkeys;

    SignInWays(
            @Value("${koploper.sign-in.passwords}") boolean passwords,
            CompanyProviders providers,
            PasskeyParty passkeys) {
        if (!passwords && providers.all().isEmpty()) {
            throw new IllegalArgumentException("koploper.sign-in.passwords=false needs another way to sign in:"
                    + " spring.security.oauth2.client.registration.…, see docs/operations.md");
        }
        this.passwords = passwords;
        this.providers = providers;
        this.passkeys = passkeys;
    }

    /** Whether everybody may sign in with a password. */
    public boolean passwords() {
        return passwords;
    }

    /** Whether somebody with these roles may: administrators always, or nobody could come in while a provider is down. */
    public boolean passwordsFor(Set<Role> roles) {
        return passwords || roles.contains(Role.ADMIN);
    }

    /** Whether there are passkeys at all. */
    public boolean passkeys() {
        return passkeys.operations().isPresent();
    }

    /** Whether somebody with these roles may sign in with a passkey: where a password would do, and nowhere else. */
    boolean passkeysFor(Set<Role> roles) {
        return passkeys() && passwordsFor(roles);
    }

    /** Where people can sign in with the company's account, by name; mostly empty. */
    public List<Provider> providers() {
        return providers.all();
    }

    /**
     * Where people can sign in with the company's account.
     *
     * @param path the address in this product that leads there, without a slash before it
     * @param name as people know it
     */
    public record Provider(String path, String name) {}
}
