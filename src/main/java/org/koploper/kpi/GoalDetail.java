package org.koploper.kpi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that there is about one goal.
 *
 * @param ownerName null where nobody has to reach it
 * @param answers what was said of the present version, in order
 * @param versions what it was, the latest first
 * @param parent of which it is a part; null for none, and where the reader may not see it
 * @param parts by first day; only those that the reader may see
 * @param mayAnswer as what the reader is asked; null for nobody
 * @param mayChange whether the reader may change it
 */
public record GoalDetail(
        GoalStand stand,
        @Nullable String ownerName,
        Smart smart,
        List<GoalAnswer> answers,
        List<GoalVersion> versions,
        @Nullable AgreedGoal parent,
        List<GoalStand> parts,
        GoalAnswer.@Nullable Part mayAnswer,
        boolean mayChange) {

    public GoalDetail {
        answers = List.copyOf(answers);
        versions = List.copyOf(versions);
        parts = List.copyOf(parts);
    }
}
