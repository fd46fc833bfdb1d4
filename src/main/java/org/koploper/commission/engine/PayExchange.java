package org.koploper.commission.engine;

import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the lines of a month into the currency that the plan pays in, all at one rate. */
final class PayExchange {

    private final Terms terms;
    private final RateBook rates;
    private final YearMonth month;

    PayExchange(Terms terms, RateBook rates, YearMonth month) {
        this.terms = terms;
        this.rates = rates;
        this.month = month;
    }

    /** Without a rate, one line of zero for each deal that says so, and one for what is about none. */
    List<Line> of(List<Line> lines) {
        Optional<Reason> rate = rates.pay(month);
        if (rate.isPresent()) {
            return lines.stream().map(line -> exchanged(line, rate.get())).toList();
        }
        Reason none = Reason.amount(Label.NO_RATE, Formula.SUM, rates.paySource(month), List.of());
        Set<@Nullable String> deals = new LinkedHashSet<>();
        return lines.stream()
                .filter(line -> deals.add(line.deal()))
                .map(line -> line.kind() == LineKind.NOTHING_CREDITED ? line : waiting(line, none))
                .toList();
    }

    private Line waiting(Line line, Reason none) {
        LineKind kind = line.deal() == null ? line.kind() : LineKind.DEAL;
        return new Line(kind, line.component(), line.deal(), month, none);
    }

    private Line exchanged(Line line, Reason rate) {
        Reason paid = Reason.amount(
                Label.PAID_IN, Formula.PRODUCT, line.reason().place(), List.of(calculated(line.reason()), rate));
        Reason amount =
                terms.rounding().eachStep() ? terms.rounded(Label.ROUNDED_STEP, paid, terms.payCurrency()) : paid;
        return line.exchanged(amount);
    }

    /** The same reason, saying that its amounts are not in the currency of pay. */
    private static Reason calculated(Reason reason) {
        return new Reason(
                reason.label(),
                reason.formula(),
                reason.operands().stream().map(PayExchange::calculated).toList(),
                reason.result(),
                reason.unit() == Unit.AMOUNT ? Unit.CALCULATED : reason.unit(),
                reason.source());
    }
}
