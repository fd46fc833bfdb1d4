package org.koploper.kpi;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads how long leads waited, beyond the one in the middle. */
@Service
public class LeadResponses {

    private final FactReader facts;
    private final Clock clock;

    LeadResponses(FactReader facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Of the leads that came in on these days.
     *
     * @param asOf the last day that counts; null: today
     */
    @PreAuthorize("isAuthenticated() and @kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public LeadResponse of(KpiScope scope, Period period, @Nullable LocalDate asOf) {
        Slot slot = Slot.of("", period, asOf == null ? LocalDate.now(clock) : asOf);
        Sums sums = Objects.requireNonNull(
                facts.over(EnumSet.of(Measure.RESPONSE, Measure.TIMED_LEADS), scope, List.of(slot))
                        .get(""));
        return new LeadResponse(sums.of(Measure.TIMED_LEADS).intValue(), sums.counts(Measure.RESPONSE));
    }
}
