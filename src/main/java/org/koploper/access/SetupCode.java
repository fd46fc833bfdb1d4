package org.koploper.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The code that lets somebody set the product up: made at a start at which nobody can sign in, shown once, in the log, to
 * whoever runs the product, and kept here as a hash only. It has 79 bits, and wrong ones are slowed down and stopped as
 * wrong passwords are.
 */
@Component
public class SetupCode {

    /** In place of a name to sign in with; nobody has one with a space. */
    private static final String NAME = "set-up code";

    private final Attempts attempts;
    private final AttemptNotes notes;
    private volatile byte @Nullable [] hash;

    SetupCode(Attempts attempts, AttemptNotes notes) {
        this.attempts = attempts;
        this.notes = notes;
    }

    /** A new code, in place of any before; known to nobody else and kept nowhere. */
    public String create() {
        String code = OneTimePassword.create();
        hash = hash(code);
        return code;
    }

    /** Whether there is a code that has not been used. */
    public boolean waits() {
        return hash != null;
    }

    /** What was typed, from that address; with or without hyphens, in whatever case. */
    public Answer check(String typed, String address) {
        Lock turn = attempts.turn(NAME);
        turn.lock();
        try {
            byte[] wanted = hash;
            if (wanted == null) {
                return Answer.OVER;
            }
            if (attempts.refused(NAME, address)) {
                return Answer.WAIT;
            }
            if (MessageDigest.isEqual(wanted, hash(typed))) {
                attempts.right(NAME, address);
                return Answer.RIGHT;
            }
            notes.note(attempts.wrong(NAME, address), NAME, address);
            return Answer.WRONG;
        } finally {
            turn.unlock();
        }
    }

    /** It has done its work: from now on every code is one too many. */
    public void forget() {
        hash = null;
    }

    private static byte[] hash(String code) {
        String signs = code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        try {
            return MessageDigest.getInstance("SHA-256").digest(signs.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a typed code is worth. */
    public enum Answer {
        RIGHT,
        WRONG,
        /** Not even looked at: too many wrong ones came before. */
        WAIT,
        /** There is nothing to set up any more. */
        OVER
    }
}
