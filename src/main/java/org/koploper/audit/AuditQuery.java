package org.koploper.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;

/**
 * Which records of the trail somebody asks for.
 *
 * @param text is in the name or the number of what it was done to, in who did it, or in the reason; empty for any
 * @param actor who did it; {@link #NOBODY} for the product and programs, null for anybody
 * @param action such as {@code deal.won}; null for any
 * @param kind of what it was done to, such as {@code deal}; null for any
 * @param request the id of the request it was done in; null for any, and for what was done in none
 * @param from not before; null for no bound
 * @param to before this moment; null for no bound
 * @param oldestFirst instead of the newest
 */
public record AuditQuery(
        String text,
        @Nullable PersonId actor,
        @Nullable String action,
        @Nullable String kind,
        @Nullable String request,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean oldestFirst) {

    /** Stands for what no person did: the product itself, and tokens of the organisation. */
    public static final PersonId NOBODY = new PersonId(0);
}
