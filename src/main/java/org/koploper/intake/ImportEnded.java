package org.koploper.intake;

import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;

/**
 * An import that nobody was waiting for ended: one in the background, or one that was interrupted.
 *
 * @param failed whether nothing was done, or not all of it
 * @param startedBy null where a token of the organisation or the product started it
 */
public record ImportEnded(
        long id, String fileName, boolean failed, @Nullable PersonId startedBy) {}
