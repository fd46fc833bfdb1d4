package org.koploper.kpi;

import java.util.Locale;

/** The four numbers of the sales dashboard, each a KPI of the catalogue on its usual basis. */
public enum Meter {
    OPEN(Kpi.OPEN_QUOTES),
    ORDER(Kpi.ORDER_VALUE),
    CLOSING(Kpi.QUOTE_TO_ORDER),
    CYCLE(Kpi.SALES_CYCLE);

    private final Kpi kpi;

    Meter(Kpi kpi) {
        this.kpi = kpi;
    }

    public Kpi kpi() {
        return kpi;
    }

    /** As translations name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
