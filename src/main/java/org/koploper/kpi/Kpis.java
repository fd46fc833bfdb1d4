package org.koploper.kpi;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.SignedInOnly;
import org.koploper.period.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads KPIs of persons, teams, customers and the organisation. The number of statements depends on no number of records. */
@Service
public class Kpis {

    /** Every KPI, the numbered ones in their order, each followed by those that stand beside it. */
    @SignedInOnly
    public List<Kpi> catalogue() {
        return List.of(Kpi.values());
    }

    /**
     * One number.
     *
     * @param asOf the day a state is read on, and the last day that counts; null: today
     * @param basis null: the usual one of the KPI; one that it does not have is answered with a reason
     */
    @PreAuthorize("@kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public Reading read(Kpi kpi, KpiScope scope, Period period, @Nullable LocalDate asOf, @Nullable KpiBasis basis) {
        return new Reading(kpi, null, null, null, null, null, KpiReason.of(KpiReason.Code.NOT_HERE));
    }

    /**
     * The same taken apart, in the order of the keys; times in theirs, the empty ones included, others only where there is
     * something. By person only those whose numbers the reader may see.
     */
    @PreAuthorize("@kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public Map<String, Reading> by(
            Kpi kpi,
            KpiScope scope,
            Period period,
            @Nullable LocalDate asOf,
            @Nullable KpiBasis basis,
            Grouping grouping) {
        return Map.of();
    }
}
