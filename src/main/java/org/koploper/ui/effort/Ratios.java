package org.koploper.ui.effort;

import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;
import org.koploper.kpi.Effort;
import org.koploper.kpi.EffortCounts;
import org.koploper.kpi.EffortRatio;
import org.koploper.kpi.EffortShare;
import org.koploper.kpi.EffortWeek;
import org.koploper.ui.kit.Kpi;

/** The steps from effort to result over all weeks together, each with both numbers and what is known of the truth. */
class Ratios extends Div {

    Ratios(Effort effort) {
        EffortCounts totals = effort.totals();
        add(Kpi.list(Stream.concat(
                        Stream.of(EffortRatio.values()).map(ratio -> ratio(ratio, ratio.of(totals))),
                        Stream.of(callsADay(effort)))
                .toArray(Kpi[]::new)));
    }

    private Kpi ratio(EffortRatio ratio, EffortShare share) {
        BigDecimal rate = share.rate();
        Kpi kpi = new Kpi(
                        getTranslation("effort.ratio." + ratio.key()),
                        rate == null ? null : EffortWords.rate(rate),
                        null)
                .from(
                        share.lack() == EffortShare.Lack.NOTHING
                                ? getTranslation("effort.nothing." + ratio.key())
                                : EffortWords.counts(share));
        share.proportion()
                .ifPresent(known -> kpi.from(getTranslation("effort.truth", EffortWords.between(known.interval()))));
        return kpi.means(
                List.of(getTranslation("effort.means." + ratio.key()), getTranslation("effort.means.interval")));
    }

    private Kpi callsADay(Effort effort) {
        BigDecimal days = effort.weeks().stream().map(EffortWeek::days).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal calls = BigDecimal.valueOf(effort.totals().calls());
        return new Kpi(
                        getTranslation("effort.line.calls-a-day"),
                        days.signum() == 0 ? null : EffortWords.tenth(calls.divide(days, MathContext.DECIMAL64)),
                        null)
                .from(getTranslation(
                        "effort.calls-in-days",
                        EffortWords.number(effort.totals().calls()),
                        EffortWords.tenth(days)))
                .means(List.of(getTranslation("effort.means.calls-a-day")));
    }
}
