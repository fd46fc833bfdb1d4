package org.koploper.commission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.people.TeamId;

/**
 * A person, a team or a job role on a plan; exactly one of the three. A team's plan holds for everybody in it and in the
 * teams below that have none of their own, a job role's for everybody who has it on the day. A person's own plan comes
 * before that of any team, and that of a team before that of a job role.
 *
 * @param plan id of the plan
 * @param jobRole its name, whatever its capitals
 * @param from first day, included
 * @param to last day, included; null while there is no end
 */
public record Assignment(
        long id,
        long plan,
        @Nullable PersonId person,
        @Nullable TeamId team,
        @Nullable String jobRole,
        LocalDate from,
        @Nullable LocalDate to) {

    /** Whether both hold on some day. */
    boolean overlaps(Assignment other) {
        return !from.isAfter(Coverage.end(other.to)) && !other.from.isAfter(Coverage.end(to));
    }

    /** For the trail: what it is, and its id or name. */
    String who() {
        if (jobRole != null) {
            return "job role " + jobRole;
        }
        return person != null ? "person " + person : "team " + team;
    }
}
