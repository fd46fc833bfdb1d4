package org.koploper.commission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan that pays somebody over some days, whether through a person's or a team's assignment.
 *
 * @param from first day, included
 * @param to last day, included; null while there is no end
 */
public record AssignedPlan(
        PlanRef plan,
        PlanVersion version,
        LocalDate from,
        @Nullable LocalDate to) {}
