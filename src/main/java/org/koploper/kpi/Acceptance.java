package org.koploper.kpi;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far owner and manager agree on the present version of a goal. */
public enum Acceptance {
    /** It came from a file or a program: whoever agreed did so elsewhere. */
    NOT_ASKED,
    /** Somebody proposed it, and not everybody has answered. */
    PROPOSED,
    /** Somebody wants to talk about it. */
    DISCUSSED,
    /** Owner and manager stand behind it. */
    ACCEPTED;

    /** As the interface and translations name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The last word of each part counts.
     *
     * @param answers of one version, in their order
     * @param managed whether anybody stands above the owner; otherwise the owner is enough
     */
    static Acceptance of(List<GoalAnswer> answers, boolean managed) {
        Map<GoalAnswer.Part, GoalAnswer.Answer> last = new EnumMap<>(GoalAnswer.Part.class);
        answers.forEach(answer -> last.put(answer.part(), answer.answer()));
        if (last.isEmpty()) {
            return NOT_ASKED;
        }
        if (last.containsValue(GoalAnswer.Answer.DISCUSSED)) {
            return DISCUSSED;
        }
        boolean whole =
                last.containsKey(GoalAnswer.Part.OWNER) && (!managed || last.containsKey(GoalAnswer.Part.MANAGER));
        return whole ? ACCEPTED : PROPOSED;
    }
}
