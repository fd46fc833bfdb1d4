package org.koploper.demo;

import java.util.List;
import org.koploper.kpi.Counted;
import org.koploper.kpi.Grouping;
import org.koploper.kpi.KpiDirection;
import org.koploper.kpi.KpiUnit;
import org.koploper.kpi.MetricWording.Words;
import org.koploper.kpi.Only;
import org.koploper.kpi.OwnKpi;
import org.koploper.kpi.OwnKpiTerms;
import org.koploper.kpi.OwnKpis;
import org.koploper.kpi.OwnPart;
import org.springframework.stereotype.Component;

/** A KPI of the firm's own, in its second version: which part of what is sold are services. */
@Component
class DemoKpis {

    private static final OwnPart SERVICES =
            new OwnPart(Counted.REVENUE, Only.EVERYTHING.with(Grouping.FAMILY, List.of("Diensten")));

    private final OwnKpis own;

    DemoKpis(OwnKpis own) {
        this.own = own;
    }

    void make() {
        OwnKpi first = own.create(services("Of every euro that is ordered, the part for services."));
        own.change(
                first.key(),
                first.version(),
                services("Of all revenue, the part for plans, delivery and upkeep."),
                "Montage en onderhoud horen er uitdrukkelijk bij.");
    }

    private static OwnKpiTerms services(String means) {
        return new OwnKpiTerms(
                new Words("Part of services", means),
                new Words("Aandeel diensten", "Van alle omzet het deel voor plannen, levering en onderhoud."),
                KpiUnit.RATIO,
                KpiDirection.HIGHER,
                SERVICES,
                OwnPart.of(Counted.REVENUE));
    }
}
