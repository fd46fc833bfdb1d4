package org.koploper.ui.kpi;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Counted;
import org.koploper.kpi.Grouping;
import org.koploper.kpi.KpiDirection;
import org.koploper.kpi.KpiUnit;
import org.koploper.kpi.OwnKpi;
import org.koploper.kpi.OwnKpiRefused.Fault;
import org.koploper.kpi.OwnKpiTerms;
import org.koploper.kpi.OwnPart;
import org.koploper.ui.chart.Unit;
import org.koploper.ui.kit.Formats;

/** KPIs of one's own in the language of the reader. */
final class OwnKpiTexts {

    private OwnKpiTexts() {}

    static String name(OwnKpi kpi) {
        return kpi.terms().words(Formats.here().locale()).name();
    }

    /** Such as "Revenue of product family Solar or Heat, divided by orders". */
    static String sentence(OwnKpiTerms terms) {
        OwnPart whole = terms.whole();
        return whole == null ? part(terms.part()) : translate("own-kpis.divided", part(terms.part()), part(whole));
    }

    static String part(OwnPart part) {
        Formats formats = Formats.here();
        String counted = counted(part.what());
        if (part.only().isEverything()) {
            return counted;
        }
        List<String> only = part.only().values().entrySet().stream()
                .map(one -> translate("own-kpis.only." + one.getKey().key(), String.join(" / ", one.getValue())))
                .toList();
        return translate("own-kpis.narrowed", counted, formats.listed(only));
    }

    static String counted(Counted what) {
        return translate("counted." + what.key());
    }

    static String aspect(Grouping aspect) {
        return translate("own-kpis.by." + aspect.key());
    }

    static String unit(KpiUnit unit) {
        return translate("own-kpis.unit." + unit.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static String direction(KpiDirection direction) {
        return translate("own-kpis.direction." + direction.name().toLowerCase(Locale.ROOT));
    }

    /** What is wrong and what helps. */
    static String fault(Fault fault) {
        Object[] args = switch (fault.code()) {
            case "not-by" ->
                new Object[] {
                    counted(named(fault.args().getFirst())), by(fault.args().get(1))
                };
            case "nowhere" ->
                new Object[] {
                    counted(named(fault.args().getFirst())),
                    counted(named(fault.args().get(1)))
                };
            case "values" -> new Object[] {by(fault.args().getFirst())};
            default -> fault.args().toArray();
        };
        return translate("own-kpis.fault." + fault.code(), args);
    }

    private static Counted named(String key) {
        return Counted.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String by(String key) {
        return translate("own-kpis.by." + key);
    }

    /** As its values are written. */
    static Unit written(KpiUnit unit, @Nullable String currency) {
        return switch (unit) {
            case RATIO -> Unit.share();
            case MONEY -> Unit.money(currency == null ? null : java.util.Currency.getInstance(currency));
            default -> Unit.number();
        };
    }
}
