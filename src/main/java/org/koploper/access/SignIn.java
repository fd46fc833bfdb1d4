package org.koploper.access;

import java.util.concurrent.locks.Lock;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in with name and password. Unknown names, blocked accounts, accounts that may not sign in by password
 * and wrong passwords cost the same single comparison of a hash and get the same answer; what {@link Attempts} refuses is not compared at all, whatever the password.
 */
@Component
class SignIn implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final Attempts attempts;
    private final AttemptNotes notes;

    SignIn(SignInUsers users, PasswordEncoder encoder, SignInWays ways, Attempts attempts, AttemptNotes notes) {
        this.passwords = new DaoAuthenticationProvider(users);
        this.passwords.setPasswordEncoder(encoder);
        // asked after the password: a quicker answer would tell that the account exists
        this.passwords.setPreAuthenticationChecks(user -> {});
        this.passwords.setPostAuthenticationChecks(user -> {
            if (!user.isEnabled()) {
                throw new DisabledException("blocked");
            }
            if (!(user instanceof SignInDetails details)
                    || !ways.passwordsFor(details.user().roles())) {
                throw new DisabledException("not by password");
            }
        });
        this.attempts = attempts;
        this.notes = notes;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String name = Account.normalised(given.getName());
        String address =
                given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        Lock turn = attempts.turn(name);
        turn.lock();
        try {
            if (attempts.refused(name, address)) {
                throw new LockedException("too many wrong ones");
            }
            Authentication signedIn = passwords.authenticate(given);
            attempts.right(name, address);
            return signedIn;
        } catch (LockedException | InternalAuthenticationServiceException neverCompared) {
            throw neverCompared;
        } catch (AuthenticationException wrong) {
            notes.note(attempts.wrong(name, address), name, address);
            throw wrong;
        } finally {
            turn.unlock();
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
