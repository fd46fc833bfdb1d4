package org.koploper.game;

import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;

/**
 * Raised inside the transaction in which somebody gives a colleague kudos.
 *
 * @param giver null where the giver hides the own name on boards
 */
public record KudosGiven(
        long id, PersonId receiver, @Nullable String giver) {}
