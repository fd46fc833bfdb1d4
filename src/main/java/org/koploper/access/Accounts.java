package org.koploper.access;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in, with which roles and preferences. */
@Service
public class Accounts {

    /** The shortest password accepted, in characters. */
    public static final int SHORTEST_PASSWORD = 12;

    private static final int LONGEST_PASSWORD = 128;

    private final AccountRows rows;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;

    Accounts(AccountRows rows, PasswordEncoder encoder, ApplicationEventPublisher events) {
        this.rows = rows;
        this.encoder = encoder;
        this.events = events;
    }

    /**
     * Lets a person sign in.
     *
     * @param username an e-mail address or another name, unique whatever its case
     * @param mustChange whether the password has to be changed at the first sign-in
     * @throws IllegalArgumentException when the person has an account or the name is taken
     */
    @PreAuthorize("hasAnyRole('ADMIN') or hasAuthority('SYSTEM')")
    @Transactional
    public void open(PersonId person, String username, String password, boolean mustChange, Set<Role> roles) {
        if (rows.existsById(person.value())
                || rows.findByUsername(Account.normalised(username)).isPresent()) {
            throw new IllegalArgumentException("The account or the name exists already: " + username);
        }
        Account account = rows.save(new Account(person, username, encoder.encode(password), mustChange, roles));
        changed(account, "account.opened", null, new TreeSet<>(roles).toString());
    }

    /** Changes what somebody may do. */
    @PreAuthorize("hasAnyRole('ADMIN') or hasAuthority('SYSTEM')")
    @Transactional
    public void give(PersonId person, Set<Role> roles) {
        Account account = rows.findById(person.value()).orElseThrow();
        String before = new TreeSet<>(account.roles()).toString();
        account.give(roles);
        changed(account, "account.roles-changed", before, new TreeSet<>(roles).toString());
    }

    /**
     * Changes the own password.
     *
     * @return empty when it was changed, otherwise the key of the reason why not
     */
    @PersonOnly
    @Transactional
    public Optional<String> changeOwnPassword(String current, String wanted) {
        Account account = rows.findById(Caller.now().self().value()).orElseThrow();
        if (!encoder.matches(current, account.passwordHash())) {
            return Optional.of("password.current-wrong");
        }
        if (wanted.length() < SHORTEST_PASSWORD) {
            return Optional.of("password.too-short");
        }
        if (wanted.length() > LONGEST_PASSWORD) {
            return Optional.of("password.too-long");
        }
        if (wanted.equals(current)) {
            return Optional.of("password.same");
        }
        account.changePassword(encoder.encode(wanted));
        changed(account, "account.password-changed", null, null);
        return Optional.empty();
    }

    /** Remembers the own language and colour scheme; null goes back to what the browser says. */
    @PersonOnly
    @Transactional
    public void prefer(@Nullable String languageTag, @Nullable String colourScheme) {
        Account account = rows.findById(Caller.now().self().value()).orElseThrow();
        String before = account.languageTag() + " " + account.colourScheme();
        account.prefer(languageTag, colourScheme);
        changed(account, "account.preferences-changed", before, languageTag + " " + colourScheme);
    }

    /** The own preferences. */
    @PersonOnly
    @Transactional(readOnly = true)
    public Preferences preferences() {
        return rows.findById(Caller.now().self().value())
                .map(a -> new Preferences(a.languageTag(), a.colourScheme(), a.mustChange()))
                .orElse(new Preferences(null, null, false));
    }

    /** The account of a person, for administration. */
    @PreAuthorize("hasAnyRole('ADMIN','HR') or hasAuthority('SYSTEM')")
    @Transactional(readOnly = true)
    public Optional<Summary> of(PersonId person) {
        return rows.findById(person.value()).map(a -> new Summary(a.username(), a.roles(), a.enabled()));
    }

    /** Whether nobody can sign in yet. */
    @SystemOnly
    @Transactional(readOnly = true)
    public boolean none() {
        return rows.count() == 0;
    }

    private void changed(Account account, String action, @Nullable String before, @Nullable String after) {
        events.publishEvent(new AccountChanged(account.person(), account.username(), action, before, after));
    }

    /**
     * How somebody wants to see the product.
     *
     * @param mustChangePassword whether the password has to be changed before anything else
     */
    public record Preferences(
            @Nullable String languageTag, @Nullable String colourScheme, boolean mustChangePassword) {}

    /** What administration sees of an account. */
    public record Summary(String username, Set<Role> roles, boolean enabled) {}
}
