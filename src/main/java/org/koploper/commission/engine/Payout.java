package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The lines of one component in one month, closed by its rounding or by the word that nothing was credited. */
final class Payout {

    private final Terms terms;
    private final Component component;
    private final YearMonth month;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Integer, BigDecimal> baseByBand = new TreeMap<>();
    private final Map<Integer, Reason> rateByBand = new TreeMap<>();

    Payout(Terms terms, Component component, YearMonth month) {
        this.terms = terms;
        this.component = component;
        this.month = month;
    }

    void add(Credited credited, List<Earning> earnings) {
        for (Earning earning : earnings) {
            Reason base = earning.base();
            Reason rate = earning.rate();
            Reason amount = Reason.amount(earning.label(), Formula.PRODUCT, credited.source(), List.of(base, rate));
            lines.add(new Line(
                    LineKind.DEAL,
                    component.name(),
                    credited.credit().deal(),
                    month,
                    earning.band(),
                    base.result(),
                    rate.result(),
                    amount.result(),
                    amount));
            baseByBand.merge(earning.band(), base.result(), BigDecimal::add);
            rateByBand.put(earning.band(), rate);
        }
    }

    List<Line> close() {
        if (lines.isEmpty()) {
            Reason nothing = Reason.amount(Label.NOTHING_CREDITED, Formula.SUM, "month:" + month, List.of());
            lines.add(of(LineKind.NOTHING_CREDITED, BigDecimal.ZERO, nothing));
            return lines;
        }
        Reason total = Reason.amount(Label.UNROUNDED_TOTAL, Formula.SUM, null, totals());
        Rounding rounding = terms.rounding();
        String source = terms.source() + "/rounding";
        Reason decimals = Reason.given(Label.DECIMALS, BigDecimal.valueOf(rounding.decimals()), Unit.COUNT, source);
        Reason rounded =
                Reason.amount(Label.ROUNDED_TOTAL, Formula.rounded(rounding.mode()), source, List.of(total, decimals));
        Reason difference = Reason.amount(Label.ROUNDING_DIFFERENCE, Formula.DIFFERENCE, null, List.of(rounded, total));
        if (difference.result().signum() != 0) {
            lines.add(of(LineKind.ROUNDING, total.result(), difference));
        }
        return lines;
    }

    /** The total by rate and not by deal: as exact, and as short for a thousand deals as for one. */
    private List<Reason> totals() {
        List<Reason> totals = new ArrayList<>(baseByBand.size());
        baseByBand.forEach((band, base) -> {
            Reason sum = Reason.given(Label.BASE_AT_RATE, base, Unit.AMOUNT, "month:" + month);
            Reason rate = Objects.requireNonNull(rateByBand.get(band));
            totals.add(Reason.amount(Label.TOTAL_AT_RATE, Formula.PRODUCT, null, List.of(sum, rate)));
        });
        return totals;
    }

    private Line of(LineKind kind, BigDecimal base, Reason reason) {
        return new Line(
                kind, component.name(), null, month, Line.NO_BAND, base, BigDecimal.ZERO, reason.result(), reason);
    }
}
