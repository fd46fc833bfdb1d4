package org.koploper.game;

import java.util.Locale;

/** What happens to equal values. */
public enum TieRule {
    /** Equal values share a rank and the next rank is skipped: 1-2-2-4. */
    SHARED,
    /** Equal values share a rank and no rank is skipped: 1-2-2-3. */
    DENSE,
    /** Who had that value on the earlier day stands above; the same day shares as in {@link #SHARED}. */
    FIRST;

    /** As the interface names it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
