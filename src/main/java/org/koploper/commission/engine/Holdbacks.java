package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is kept of the months before, and until when. */
final class Holdbacks {

    private final PayTerms.@Nullable Holdback terms;
    private final Terms plan;
    private final TreeMap<YearMonth, BigDecimal> kept = new TreeMap<>();

    Holdbacks(PayTerms.@Nullable Holdback terms, Terms plan) {
        this.terms = terms;
        this.plan = plan;
    }

    /** @param earned what is due without any draw; nothing is kept of less than nothing */
    void keep(Settlement.MonthLines lines, BigDecimal earned) {
        if (terms == null || earned.signum() <= 0) {
            return;
        }
        Reason share = Reason.given(Label.HOLDBACK_SHARE, terms.share(), Unit.RATE, plan.source() + "/holdback");
        Reason part = lines.of(Label.HELD_BACK, Formula.PRODUCT, lines.due(earned), share);
        Reason amount = lines.rounded(Label.HELD_BACK, part);
        lines.add(LineKind.HELD_BACK, terms.name(), null, lines.minus(Label.HELD_BACK, amount));
        kept.put(lines.month(), amount.result());
    }

    void pay(Settlement.MonthLines lines) {
        if (terms == null) {
            return;
        }
        YearMonth of = lines.month().minusMonths(terms.months());
        BigDecimal amount = kept.remove(of);
        if (amount != null) {
            Reason reason = Reason.given(Label.HOLDBACK_PAID, amount, Unit.AMOUNT, "month:" + of);
            lines.add(LineKind.HOLDBACK_PAID, terms.name(), null, lines.of(Label.HOLDBACK_PAID, Formula.SUM, reason));
        }
    }
}
