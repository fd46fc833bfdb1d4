package org.koploper.access;

import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Asks somebody who is signed in for their password once more: a session left open must not be where it is guessed. */
@Component
class OwnPassword {

    /** Instead of an address: who guesses the password of an open session has it, wherever that is. */
    private static final String HERE = "";

    private final PasswordEncoder encoder;
    private final Attempts attempts;

    OwnPassword(PasswordEncoder encoder, Attempts attempts) {
        this.encoder = encoder;
        this.attempts = attempts;
    }

    /** Why that does not do, as the key of a text; empty when it is the password. */
    Optional<String> problem(Account account, String given) {
        String guessed = "own password of " + account.person();
        Lock turn = attempts.turn(guessed);
        turn.lock();
        try {
            if (attempts.refused(guessed, HERE)) {
                return Optional.of("password.wait");
            }
            if (!encoder.matches(given, account.passwordHash())) {
                attempts.wrong(guessed, HERE);
                return Optional.of("password.current-wrong");
            }
            attempts.right(guessed, HERE);
            return Optional.empty();
        } finally {
            turn.unlock();
        }
    }
}
