package org.koploper.access;

import org.jspecify.annotations.Nullable;

/**
 * Raised inside the transaction that changed an account; the room of the audit trail listens, so that sign-in does not
 * need to know it.
 *
 * @param action key of the sentence in words, such as {@code account.password-changed}
 */
public record AccountChanged(
        PersonId person,
        String username,
        String action,
        @Nullable String before,
        @Nullable String after) {}
