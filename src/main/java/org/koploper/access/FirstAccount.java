package org.koploper.access;

import java.util.Optional;
import java.util.Set;
import org.koploper.access.AccountRefused.Reason;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The account of whoever sets the product up. The password is their own from the beginning and has to keep the same rules
 * as every own password.
 */
@Service
public class FirstAccount {

    private final AccountRows rows;
    private final PasswordEncoder encoder;
    private final PasswordRules rules;

    FirstAccount(AccountRows rows, PasswordEncoder encoder, PasswordRules rules) {
        this.rows = rows;
        this.encoder = encoder;
        this.rules = rules;
    }

    /** Whether nobody can sign in. */
    @SystemOnly
    @Transactional(readOnly = true)
    public boolean missing() {
        return !rows.existsByEnabledTrue();
    }

    /** Why that password cannot be used, as the key of a text; empty when it can. */
    @SystemOnly
    public Optional<String> problem(String username, String name, String password) {
        return rules.problem(Account.normalised(username), name, password);
    }

    /** How hard that password would be to guess, from 0 (at once) to 4. */
    @SystemOnly
    public int strength(String username, String name, String password) {
        return rules.strength(Account.normalised(username), name, password);
    }

    /**
     * Opens it, with the role of an administrator. What it belongs to is recorded by who calls this, in the same
     * transaction.
     *
     * @throws AccountRefused when the name to sign in with cannot be used or is taken
     */
    @SystemOnly
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(PersonId person, String username, String password, String languageTag) {
        String name = Account.normalised(username);
        if (!Account.canBeName(name)) {
            throw new AccountRefused(Reason.NAME_UNUSABLE);
        }
        if (rows.findByUsername(name).isPresent()) {
            throw new AccountRefused(Reason.NAME_TAKEN);
        }
        Account account = new Account(person, name, encoder.encode(password), false, Set.of(Role.ADMIN));
        account.prefer(languageTag, null);
        rows.save(account);
    }
}
