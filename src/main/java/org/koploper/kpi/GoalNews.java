package org.koploper.kpi;

import java.util.List;
import org.koploper.access.PersonId;

/** Raised inside the transaction in which somebody proposed, changed or answered a goal; for those whom it concerns. */
public record GoalNews(What what, AgreedGoal goal, List<PersonId> readers) {

    public GoalNews {
        readers = List.copyOf(readers);
    }

    /** What happened. */
    public enum What {
        PROPOSED,
        CHANGED,
        ACCEPTED,
        DISCUSSED
    }
}
