package org.koploper.notice;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What can stand between a mail and its server, as far as whoever runs the product can do something about it. */
public enum MailFault {
    /** The server cannot be reached: it is down, the name or the port is wrong, or a firewall is between. */
    UNREACHABLE,
    /** The server does not accept the name and the password we sign in with. */
    SIGN_IN_REFUSED,
    /** The server takes no mails for that address. */
    ADDRESS_REFUSED,
    /** The server answered, and refused. */
    REFUSED,
    /** The mail could not be written at all. */
    NOT_WRITTEN;

    private static final int LONGEST = 300;

    static MailFault of(MailException refused) {
        if (refused instanceof MailAuthenticationException) {
            return SIGN_IN_REFUSED;
        }
        if (!(refused instanceof MailSendException sending)) {
            return NOT_WRITTEN;
        }
        MailFault found = REFUSED;
        for (Throwable cause = deepest(sending); cause != null; cause = next(cause)) {
            switch (cause) {
                case AuthenticationFailedException wrong -> {
                    return SIGN_IN_REFUSED;
                }
                case SendFailedException some
                when some.getInvalidAddresses() != null && some.getInvalidAddresses().length > 0 ->
                    found = ADDRESS_REFUSED;
                case IOException away -> found = UNREACHABLE;
                default -> {
                    // look further
                }
            }
        }
        return found;
    }

    private static Throwable deepest(MailSendException sending) {
        Exception[] of = sending.getMessageExceptions();
        return of.length > 0 ? of[0] : sending;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : cause.getCause();
    }

    /** What the server itself said, in its own words; empty where it said nothing. */
    static String answer(MailException refused) {
        Throwable said = refused instanceof MailSendException sending ? deepest(sending) : refused;
        Throwable next = next(said);
        while (next != null) {
            said = next;
            next = next(said);
        }
        String words = said.getMessage();
        return words == null
                ? ""
                : words.strip().substring(0, Math.min(LONGEST, words.strip().length()));
    }
}
