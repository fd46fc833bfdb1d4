package org.koploper.access;

import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Component;

/** Lets in somebody whose name was proved in another way than by a password, by the same rules as a password does. */
@Component
class ProvenSignIn {

    private final SignInUsers users;
    private final Attempts attempts;

    ProvenSignIn(SignInUsers users, Attempts attempts) {
        this.users = users;
        this.attempts = attempts;
    }

    /**
     * The account with that name.
     *
     * @throws LockedException while the name or the address is locked, after too many wrong passwords
     * @throws org.springframework.security.core.AuthenticationException when there is none, or it is blocked
     */
    SignInDetails admit(String name, String address) {
        if (attempts.refused(name, address)) {
            throw new LockedException("too many wrong ones");
        }
        SignInDetails details = users.proven(name);
        if (!details.isEnabled()) {
            throw new DisabledException("blocked");
        }
        attempts.right(name, address);
        return details;
    }
}
