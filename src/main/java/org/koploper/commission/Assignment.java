package org.koploper.commission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.people.TeamId;

/**
 * A person or a team on a plan; exactly one of the two. A team's plan holds for everybody in it and in the teams below
 * that have none of their own; a person's own plan comes before that of any team.
 *
 * @param plan id of the plan
 * @param from first day, included
 * @param to last day, included; null while there is no end
 */
public record Assignment(
        long id,
        long plan,
        @Nullable PersonId person,
        @Nullable TeamId team,
        LocalDate from,
        @Nullable LocalDate to) {}
