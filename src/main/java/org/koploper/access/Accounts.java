package org.koploper.access;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.koploper.access.AccountRefused.Reason;
import org.koploper.storage.Once;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in, with which roles and preferences. */
@Service
public class Accounts {

    /** The shortest password accepted, in characters. */
    public static final int SHORTEST_PASSWORD = PasswordRules.SHORTEST;

    /** The longest name to sign in with, in characters. */
    public static final int LONGEST_NAME = 320;

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 1000;

    private final AccountRows rows;
    private final PasswordEncoder encoder;
    private final PasswordRules rules;
    private final Attempts attempts;
    private final OwnPassword own;
    private final PasskeyRows passkeys;
    private final ApplicationEventPublisher events;

    Accounts(
            AccountRows rows,
            PasswordEncoder encoder,
            PasswordRules rules,
            Attempts attempts,
            OwnPassword own,
            PasskeyRows passkeys,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.encoder = encoder;
        this.rules = rules;
        this.attempts = attempts;
        this.own = own;
        this.passkeys = passkeys;
        this.events = events;
    }

    /**
     * Lets a person sign in with a password made here, which has to be changed at the first sign-in.
     *
     * @param username an e-mail address or another name without spaces, unique whatever its case
     * @return the password, known to nobody else and kept nowhere
     * @param reason why; asked for where a role shows the pay of others
     * @throws AccountRefused when the person has an account, the name cannot be used or is taken, or the reason is missing
     */
    @PreAuthorize("hasAnyRole('ADMIN')")
    @Transactional
    public String open(PersonId person, String username, Set<Role> roles, @Nullable String reason) {
        String name = Account.normalised(username);
        if (!Account.canBeName(name)) {
            throw new AccountRefused(Reason.NAME_UNUSABLE);
        }
        if (rows.existsById(person.value())) {
            throw new AccountRefused(Reason.HAS_ACCOUNT);
        }
        if (rows.findByUsername(name).isPresent()) {
            throw new AccountRefused(Reason.NAME_TAKEN);
        }
        askWhy(PayRoles.in(roles), reason);
        String password = OneTimePassword.create();
        Account account = rows.save(new Account(person, name, encoder.encode(password), true, roles));
        changed(account, "account.opened", null, new TreeSet<>(roles).toString(), reason);
        return password;
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
        changed(account, "account.opened", null, new TreeSet<>(roles).toString(), null);
    }

    /**
     * Lets somebody sign in, or not any more, keeping the account and all it is about; nothing happens where it is so
     * already. Tokens that act for the person follow.
     *
     * @throws AccountRefused for blocking the own account, or the last one that can administer the product
     */
    @PreAuthorize("hasAnyRole('ADMIN') or hasAuthority('SYSTEM')")
    @Transactional
    public void enable(PersonId person, boolean on) {
        Account account = rows.findById(person.value()).orElseThrow();
        if (account.enabled() == on) {
            return;
        }
        if (!on) {
            if (Caller.now().is(person)) {
                throw new AccountRefused(Reason.OWN_ACCOUNT);
            }
            keepAnAdministrator(account);
        }
        account.enable(on);
        changed(account, on ? "account.enabled" : "account.disabled", null, null, null);
    }

    /**
     * Changes what somebody may do.
     *
     * @param read what the person could do as it was read
     * @param reason why; asked for where a role is added that shows the pay of others
     * @throws AccountChangedMeanwhile when the person may do something else by now
     * @throws AccountRefused when that would leave nobody to administer the product, when the reason is missing, or when
     *     somebody would give themselves a role: whoever administers could otherwise look up everybody's pay
     */
    @PreAuthorize("hasAnyRole('ADMIN') or hasAuthority('SYSTEM')")
    @Transactional
    public void give(PersonId person, Set<Role> read, Set<Role> roles, @Nullable String reason) {
        Account account = rows.findById(person.value()).orElseThrow();
        AccountChangedMeanwhile.unlessSame(read, account.roles());
        if (!roles.contains(Role.ADMIN)) {
            keepAnAdministrator(account);
        }
        if (Caller.now().is(person) && !account.roles().containsAll(roles)) {
            throw new AccountRefused(Reason.OWN_ACCOUNT);
        }
        askWhy(PayRoles.added(account.roles(), roles), reason);
        String before = new TreeSet<>(account.roles()).toString();
        account.give(roles);
        changed(account, "account.roles-changed", before, new TreeSet<>(roles).toString(), reason);
    }

    /**
     * Gives a forgotten password a successor, which has to be changed at the next sign-in, lifts a lock, and removes passkeys:
     * who else has come to know the password may have added one.
     *
     * @param reason why; asked for where the account shows the pay of others, since who has the password can sign in
     * @return the password, known to nobody else and kept nowhere
     * @throws AccountRefused for the own account: that password is changed by who knows it; or when the reason is missing
     */
    @PreAuthorize("hasAnyRole('ADMIN')")
    @Transactional
    public String resetPassword(PersonId person, @Nullable String reason) {
        Account account = rows.findById(person.value()).orElseThrow();
        if (Caller.now().is(person)) {
            throw new AccountRefused(Reason.OWN_ACCOUNT);
        }
        askWhy(PayRoles.in(account.roles()), reason);
        String password = OneTimePassword.create();
        account.resetPassword(encoder.encode(password));
        passkeys.removeAll(person);
        attempts.lift(account.username());
        changed(account, "account.password-reset", null, null, reason);
        return password;
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
        Optional<String> wrong = own.problem(account, current);
        if (wrong.isPresent()) {
            return wrong;
        }
        if (wanted.equals(current)) {
            return Optional.of("password.same");
        }
        Optional<String> problem = rules.problem(account, wanted);
        if (problem.isPresent()) {
            return problem;
        }
        account.changePassword(encoder.encode(wanted));
        changed(account, "account.password-changed", null, null, null);
        return Optional.empty();
    }

    /** How hard a password of the own would be to guess, from 0 (at once) to 4; nothing of it is kept. */
    @PersonOnly
    @Transactional(readOnly = true)
    public int strength(String wanted) {
        return rules.strength(rows.findById(Caller.now().self().value()).orElseThrow(), wanted);
    }

    /** Remembers the own language and colour scheme; null goes back to what the browser says. */
    @PersonOnly
    @Transactional
    public void prefer(@Nullable String languageTag, @Nullable String colourScheme) {
        Account account = rows.findById(Caller.now().self().value()).orElseThrow();
        String before = account.languageTag() + " " + account.colourScheme();
        account.prefer(languageTag, colourScheme);
        changed(account, "account.preferences-changed", before, languageTag + " " + colourScheme, null);
    }

    /** Remembers whether the own screens show their rows close together, and whether single keys are shortcuts on them. */
    @PersonOnly
    @Transactional
    public void work(boolean compact, boolean singleKeys) {
        Account account = rows.findById(Caller.now().self().value()).orElseThrow();
        String before = account.working();
        account.work(compact, singleKeys);
        changed(account, "account.preferences-changed", before, account.working(), null);
    }

    /** The own preferences. */
    @PersonOnly
    @Transactional(readOnly = true)
    public Preferences preferences() {
        PersonId self = Caller.now().self();
        return Once.read(
                new Preferring(self),
                () -> rows.findById(self.value())
                        .map(a -> new Preferences(
                                a.languageTag(),
                                a.colourScheme(),
                                a.compact(),
                                a.singleKeys(),
                                // who was let in otherwise may never have seen the password that was made
                                a.mustChange() && !Caller.provenOtherwise()))
                        .orElse(Preferences.NONE));
    }

    /** The account of a person, for administration. */
    @PreAuthorize("hasAnyRole('ADMIN','HR') or hasAuthority('SYSTEM')")
    @Transactional(readOnly = true)
    public Optional<Summary> of(PersonId person) {
        return rows.findById(person.value()).map(a -> new Summary(a.username(), a.roles(), a.enabled()));
    }

    private void keepAnAdministrator(Account account) {
        // the product itself may close everything, such as the accounts of demo data
        if (Caller.now().system() || !account.enabled() || !account.roles().contains(Role.ADMIN)) {
            return;
        }
        // two administrators may take the role from each other at the same moment: the second waits here, then counts
        rows.lockEnabled(Role.ADMIN);
        if (rows.countOthers(Role.ADMIN, account.person().value()) == 0) {
            throw new AccountRefused(Reason.LAST_ADMINISTRATOR);
        }
    }

    private static void askWhy(boolean needed, @Nullable String reason) {
        if (needed && !Caller.now().system() && (reason == null || reason.isBlank())) {
            throw new AccountRefused(Reason.REASON_MISSING);
        }
    }

    private void changed(
            Account account, String action, @Nullable String before, @Nullable String after, @Nullable String reason) {
        events.publishEvent(new AccountChanged(account.person(), account.username(), action, before, after, reason));
    }

    /**
     * How somebody wants to see the product and to work with it.
     *
     * @param compact whether rows stand close together
     * @param singleKeys whether single keys are shortcuts
     * @param mustChangePassword whether the password has to be changed before anything else
     */
    public record Preferences(
            @Nullable String languageTag,
            @Nullable String colourScheme,
            boolean compact,
            boolean singleKeys,
            boolean mustChangePassword) {

        /** Of who said nothing. */
        public static final Preferences NONE = new Preferences(null, null, false, true, false);
    }

    private record Preferring(PersonId self) {}

    /** What administration sees of an account. */
    public record Summary(String username, Set<Role> roles, boolean enabled) {}
}
