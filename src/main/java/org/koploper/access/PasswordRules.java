package org.koploper.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a password of one's own must be: long enough, hard to guess for a program that knows common passwords, words and
 * the own name, and not known to have leaked.
 */
@Component
class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** Of five steps, 0 to 4: from here on, not even a stolen hash is guessed in a reasonable time. */
    private static final int HARD_ENOUGH = 3;

    /** What lies behind adds to the strength and costs time to measure. */
    private static final int MEASURED = 64;

    /** So many letters and digits must be left when the own words are taken out. */
    private static final int BESIDES = 8;

    private static final String BETWEEN = "[^\\p{L}\\p{N}]+";

    private final Zxcvbn measure = new Zxcvbn();
    private final PersonNames names;
    private final LeakedPasswords leaked;

    PasswordRules(PersonNames names, LeakedPasswords leaked) {
        this.names = names;
        this.leaked = leaked;
    }

    /** Why a password cannot be used, as the key of a text; empty when it can. */
    Optional<String> problem(Account account, String wanted) {
        return problem(account.username(), names.nameOf(account.person()), wanted);
    }

    /** The same for somebody who has no account yet. */
    Optional<String> problem(String username, String name, String wanted) {
        if (wanted.length() < SHORTEST) {
            return Optional.of("password.too-short");
        }
        if (wanted.length() > LONGEST) {
            return Optional.of("password.too-long");
        }
        if (leaked.contains(wanted)) {
            return Optional.of("password.leaked");
        }
        return tooLittleBesides(ownWords(username, name), wanted) || strength(username, name, wanted) < HARD_ENOUGH
                ? Optional.of("password.easy")
                : Optional.empty();
    }

    /** From 0 (guessed at once) to 4. */
    int strength(Account account, String wanted) {
        return strength(account.username(), names.nameOf(account.person()), wanted);
    }

    /** The same for somebody who has no account yet. */
    int strength(String username, String name, String wanted) {
        return measure.measure(wanted.substring(0, Math.min(wanted.length(), MEASURED)), ownWords(username, name))
                .getScore();
    }

    /** The measure counts every word in a row as one more to guess, also where each is the obvious next one. */
    private static boolean tooLittleBesides(List<String> ownWords, String wanted) {
        String rest = wanted.toLowerCase(Locale.ROOT);
        for (String word : ownWords) {
            rest = rest.replace(word, "");
        }
        return rest.replaceAll("[^\\p{L}\\p{N}]", "").length() < BESIDES;
    }

    private static List<String> ownWords(String username, String name) {
        List<String> own = new ArrayList<>(List.of("koploper", username));
        own.addAll(List.of(username.split(BETWEEN)));
        own.addAll(List.of(name.toLowerCase(Locale.ROOT).split(BETWEEN)));
        own.removeIf(word -> word.length() < 3);
        return own;
    }
}
