package org.koploper.kpi;

import org.koploper.kpi.KpiReason.Code;
import org.koploper.period.Period;
import org.springframework.stereotype.Component;

/** Whether what began in a period has had the time that it takes. */
@Component
class Maturity {

    private final Kpis kpis;

    Maturity(Kpis kpis) {
        this.kpis = kpis;
    }

    /** Leads are taken to need as long as deals do: mature once nine in ten of those begun then would have been decided. */
    boolean of(Period period) {
        KpiReason reason = kpis.read(Kpi.CLOSING_RATE, KpiScope.organisation(), period, null, KpiBasis.COHORT)
                .reason();
        return reason == null || reason.code() == Code.FROM_QUOTES;
    }
}
