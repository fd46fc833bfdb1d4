package org.koploper.kpi;

import java.util.Locale;

/** Where somebody stands against a target; always said in words, never by colour alone. */
public enum GoalState {
    /** Nobody agreed a target: neither 0 nor 100 %. */
    NO_TARGET,
    /** Its first day is still to come. */
    NOT_STARTED,
    /** At least the whole target. */
    REACHED,
    /** At least 99 % of what was expected by now. */
    ON_TRACK,
    /** At least 81 % of what was expected by now. */
    BEHIND,
    /** Less than that. */
    AT_RISK,
    /** Its last day is past and the target was not reached. */
    ENDED_MISSED;

    /** As the interface names it: {@code on-track}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
