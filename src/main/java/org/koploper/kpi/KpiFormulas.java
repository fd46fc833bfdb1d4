package org.koploper.kpi;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How each KPI is made of measures. */
final class KpiFormulas {

    private static final Set<Kpi> BY_COHORT_TOO = EnumSet.of(Kpi.CLOSING_RATE, Kpi.QUALIFIED_LEADS, Kpi.QUOTE_TO_ORDER);

    private static final Set<Kpi> BY_COHORT_ONLY =
            EnumSet.of(Kpi.HIT_RATE, Kpi.LEAD_TO_SALE, Kpi.LEAD_TO_APPOINTMENT, Kpi.APPOINTMENT_TO_SALE);

    private KpiFormulas() {}

    static List<KpiBasis> bases(Kpi kpi) {
        if (BY_COHORT_ONLY.contains(kpi)) {
            return List.of(KpiBasis.COHORT);
        }
        return BY_COHORT_TOO.contains(kpi) ? List.of(KpiBasis.CLOSE, KpiBasis.COHORT) : List.of(KpiBasis.CLOSE);
    }
}
