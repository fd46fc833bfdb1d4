package org.koploper.kpi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a goal was, until it changed.
 *
 * @param number 1 for the first
 * @param endedBy name of the person who changed it; null for a program or the product
 * @param reason why; null where nothing was said, as in imports
 */
public record GoalVersion(
        int number,
        GoalTerms terms,
        Instant endedAt,
        @Nullable String endedBy,
        @Nullable String reason) {}
