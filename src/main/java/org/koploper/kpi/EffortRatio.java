package org.koploper.kpi;

import java.util.Locale;

/** One step from effort to result. Of several weeks or people it is the sum by the sum, never the mean of their ratios. */
public enum EffortRatio {
    /** Decision makers by calls. */
    REACHED,
    /** Meetings by decision makers. */
    AGREED,
    /** Meetings by calls: both steps at once. */
    MET;

    /** What translations and addresses call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of these counts. */
    public EffortShare of(EffortCounts counts) {
        return switch (this) {
            case REACHED -> new EffortShare(counts.decisionMakers(), counts.calls());
            case AGREED -> new EffortShare(counts.meetings(), counts.decisionMakers());
            case MET -> new EffortShare(counts.meetings(), counts.calls());
        };
    }
}
