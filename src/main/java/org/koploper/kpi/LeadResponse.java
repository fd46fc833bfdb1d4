package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * How long leads waited for a first contact.
 *
 * @param arrived leads whose moment of arrival is known
 * @param answered how many were answered after so many minutes
 */
public record LeadResponse(int arrived, NavigableMap<Integer, BigDecimal> answered) {

    private static final int PERCENT = 100;

    /** Those that had a contact at all. */
    public int answers() {
        return Quantiles.all(answered).intValue();
    }

    /** Nobody has contacted them since. */
    public int unanswered() {
        return arrived - answers();
    }

    /** Answered after more than {@code above} minutes and after {@code upTo} at most. */
    public int between(int above, int upTo) {
        return Quantiles.all(answered.subMap(above, false, upTo, true)).intValue();
    }

    /** Answered after at most so many minutes. */
    public int within(int minutes) {
        return Quantiles.all(answered.headMap(minutes, true)).intValue();
    }

    /** The minutes that so many percent of the answered leads waited at most; null where none was. */
    public @Nullable Integer percentile(int percent) {
        return Quantiles.upTo(answered, BigDecimal.valueOf(percent).divide(BigDecimal.valueOf(PERCENT)));
    }
}
