package org.koploper.commission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan that pays somebody over some days, whether through an assignment of that person, of a team or of a job role.
 *
 * @param from first day, included
 * @param to last day, included; null while there is no end
 */
public record AssignedPlan(
        PlanRef plan,
        PlanVersion version,
        LocalDate from,
        @Nullable LocalDate to) {}
