package org.koploper.kpi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;

/**
 * What somebody said of a version of a goal.
 *
 * @param said in their own words; never null for {@link Answer#DISCUSSED}
 */
public record GoalAnswer(
        PersonId person,
        String name,
        Part part,
        Answer answer,
        @Nullable String said,
        Instant at) {

    /** As what somebody answers. */
    public enum Part {
        /** Who has to reach it. */
        OWNER,
        /** Who stands above. */
        MANAGER
    }

    /** What is said. */
    public enum Answer {
        /** Made, or changed: whoever proposes stands behind it. */
        PROPOSED,
        ACCEPTED,
        /** Wants to talk about it first. */
        DISCUSSED
    }
}
