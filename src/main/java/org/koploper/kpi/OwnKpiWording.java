package org.koploper.kpi;

import java.util.Locale;
import java.util.Optional;
import org.koploper.kpi.MetricWording.Words;
import org.springframework.stereotype.Component;

/** What KPIs of one's own are called, for every screen and mail that knows no more than their key. */
@Component
public class OwnKpiWording {

    private final OwnKpiRows rows;

    OwnKpiWording(OwnKpiRows rows) {
        this.rows = rows;
    }

    /** As its newest version says, a retired one too; empty when there is none of that key. */
    public Optional<Words> of(String key, Locale language) {
        return key.startsWith(OwnKpi.PREFIX)
                ? rows.find(key, null).map(kpi -> kpi.terms().words(language))
                : Optional.empty();
    }
}
