package org.koploper.ui.kit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands on the way to a target.
 *
 * @param share value divided by target: 0.68 for 68 percent; may lie above 1 or below 0
 * @param expected the share expected by now; null where that is not known
 * @param value as written, such as {@code € 68.000}
 * @param target as written
 */
public record Pace(BigDecimal share, @Nullable BigDecimal expected, State state, String value, String target) {

    /** In one word. */
    public enum State {
        NOT_STARTED("pace.not-started", StatusBadge.Tone.NEUTRAL),
        ON_TRACK("pace.on-track", StatusBadge.Tone.GOOD),
        BEHIND("pace.behind", StatusBadge.Tone.WARN),
        AT_RISK("pace.at-risk", StatusBadge.Tone.BAD),
        REACHED("pace.reached", StatusBadge.Tone.GOOD),
        MISSED("pace.missed", StatusBadge.Tone.BAD);

        private final String key;
        private final StatusBadge.Tone tone;

        State(String key, StatusBadge.Tone tone) {
            this.key = key;
            this.tone = tone;
        }

        /** Translation key of the word. */
        public String key() {
            return key;
        }

        /** How good that is. */
        public StatusBadge.Tone tone() {
            return tone;
        }
    }
}
