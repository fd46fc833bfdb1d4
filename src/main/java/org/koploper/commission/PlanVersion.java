package org.koploper.commission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a plan over some days.
 *
 * @param plan id of the plan
 * @param number counted from 1
 * @param from first day, included
 * @param to last day, included; null while there is no end
 * @param document the rules as they were written, JSON
 */
public record PlanVersion(
        long plan, int number, LocalDate from, @Nullable LocalDate to, String document) {}
