package org.koploper.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Finds the account for a sign-in. */
@Service
class SignInUsers implements UserDetailsService {

    private final AccountRows rows;
    private final PersonNames names;

    SignInUsers(AccountRows rows, PersonNames names) {
        this.rows = rows;
        this.names = names;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        Account account = find(username);
        return details(account, account.passwordHash());
    }

    /** The same for somebody whose name was proved in another way than by a password. */
    SignInDetails proven(String username) {
        return details(find(username), null);
    }

    private Account find(String username) {
        return rows.findByUsername(Account.normalised(username))
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }

    private SignInDetails details(Account account, @Nullable String passwordHash) {
        CurrentUser user = new CurrentUser(account.person(), names.nameOf(account.person()), account.roles(), false);
        return new SignInDetails(user, account.username(), passwordHash, account.enabled());
    }
}
