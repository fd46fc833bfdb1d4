package org.koploper.kpi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a version was made, by whom and why.
 *
 * @param madeBy name; null for somebody who was erased, and for a program
 * @param reason null for the first one
 */
public record OwnKpiVersion(
        OwnKpi kpi,
        Instant madeAt,
        @Nullable String madeBy,
        @Nullable String reason) {}
