package org.koploper.access;

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
        Account account = rows.findByUsername(Account.normalised(username))
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
        CurrentUser user = new CurrentUser(account.person(), names.nameOf(account.person()), account.roles(), false);
        return new SignInDetails(user, account.username(), account.passwordHash(), account.enabled());
    }
}
