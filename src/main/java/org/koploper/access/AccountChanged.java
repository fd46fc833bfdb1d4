package org.koploper.access;

import org.jspecify.annotations.Nullable;

/**
 * Raised inside the transaction that changed an account; the room of the audit trail listens, so that sign-in does not
 * need to know it.
 *
 * @param action key of the sentence in words, such as {@code account.password-changed}
 * @param reason why, in the words of who changed it; null where none is asked for
 */
public record AccountChanged(
        PersonId person,
        String username,
        String action,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason) {

    AccountChanged(PersonId person, String username, String action, @Nullable String before, @Nullable String after) {
        this(person, username, action, before, after, null);
    }
}
