package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of one component in one month, in the making: what the rule earns, weighed, limited, rounded. */
final class Payout {

    private final Terms terms;
    private final Component component;
    private final YearMonth month;
    private final List<Reason> factors;
    private final Cap cap;
    private final List<Line> lines = new ArrayList<>();

    Payout(Terms terms, Component component, YearMonth month, List<Reason> factors, Cap cap) {
        this.terms = terms;
        this.component = component;
        this.month = month;
        this.factors = factors;
        this.cap = cap;
        cap.enter(month);
    }

    /** @param about the credit; null for what no credit earns */
    void add(@Nullable Credited about, List<Earning> earnings) {
        String deal = about == null ? null : about.credit().deal();
        int first = lines.size();
        for (Earning earning : earnings) {
            Reason rate = earning.rate();
            add(
                    earning.kind(),
                    deal,
                    earning.band(),
                    earning.base().result(),
                    rate == null ? BigDecimal.ZERO : rate.result(),
                    weighed(earning.amount()));
        }
        limitDeal(deal, first);
        limitWindow(deal, first);
    }

    List<Line> close() {
        if (lines.isEmpty()) {
            Reason nothing = Reason.amount(Label.NOTHING_CREDITED, Formula.SUM, "month:" + month, List.of());
            add(LineKind.NOTHING_CREDITED, null, Line.NO_BAND, BigDecimal.ZERO, BigDecimal.ZERO, nothing);
        }
        Reason total = Reason.given(Label.SUM_OF_LINES, sum(0), Unit.AMOUNT, "month:" + month);
        BigDecimal least = component.limits().least();
        if (least != null && total.result().compareTo(least) < 0) {
            Reason floor = limit(Label.FLOOR, least, "/floor");
            Reason raised = Reason.amount(Label.FLOOR, Formula.MOST, null, List.of(total, floor));
            Reason more = Reason.amount(Label.ADDED_TO_FLOOR, Formula.DIFFERENCE, null, List.of(raised, total));
            add(LineKind.FLOOR, null, Line.NO_BAND, total.result(), BigDecimal.ZERO, more);
            total = raised;
        }
        Rounding rounding = terms.rounding();
        String source = terms.source() + "/rounding";
        Reason decimals = Reason.given(Label.DECIMALS, BigDecimal.valueOf(rounding.decimals()), Unit.COUNT, source);
        Reason rounded =
                Reason.amount(Label.ROUNDED_TOTAL, Formula.rounded(rounding.mode()), source, List.of(total, decimals));
        Reason difference = Reason.amount(Label.ROUNDING_DIFFERENCE, Formula.DIFFERENCE, null, List.of(rounded, total));
        if (difference.result().signum() != 0) {
            add(LineKind.ROUNDING, null, Line.NO_BAND, total.result(), BigDecimal.ZERO, difference);
        }
        return lines;
    }

    private Reason weighed(Reason amount) {
        if (factors.isEmpty()) {
            return amount;
        }
        List<Reason> operands = new ArrayList<>(factors.size() + 1);
        operands.add(amount);
        operands.addAll(factors);
        return Reason.amount(Label.WEIGHED, Formula.PRODUCT, amount.source(), operands);
    }

    private void limitDeal(@Nullable String deal, int first) {
        BigDecimal most = component.limits().perDeal();
        BigDecimal earned = sum(first);
        if (most == null || deal == null || earned.abs().compareTo(most) <= 0) {
            return;
        }
        boolean isPay = earned.signum() > 0;
        Reason earning = Reason.given(Label.EARNED_ON_DEAL, earned, Unit.AMOUNT, "deal:" + deal);
        Reason limit = limit(Label.MOST_PER_DEAL, isPay ? most : most.negate(), "/most per deal");
        Reason limited =
                Reason.amount(Label.MOST_PER_DEAL, isPay ? Formula.LEAST : Formula.MOST, null, List.of(earning, limit));
        Reason less = Reason.amount(Label.CAPPED_DEAL, Formula.DIFFERENCE, null, List.of(limited, earning));
        add(LineKind.CAPPED_DEAL, deal, Line.NO_BAND, earned, BigDecimal.ZERO, less);
    }

    /** By deal, in their order: F(before + earned) - F(before), where F is what is paid of what is earned. */
    private void limitWindow(@Nullable String deal, int first) {
        BigDecimal most = component.limits().most();
        if (most == null) {
            return;
        }
        BigDecimal earned = sum(first);
        Reason before = Reason.given(Label.EARNED_BEFORE, cap.earned(), Unit.AMOUNT, cap.source());
        Reason earning = Reason.given(
                Label.EARNED_ON_DEAL, earned, Unit.AMOUNT, deal == null ? "month:" + month : "deal:" + deal);
        Reason after = Reason.amount(Label.EARNED_AFTER, Formula.SUM, null, List.of(before, earning));
        cap.add(earned);
        Reason limit = limit(Label.MOST_IN_WINDOW, most, "/most");
        // from after to before, so that what is beyond the limit is taken off
        Reason less = Reason.amount(Label.CAPPED, Formula.EXCESS, null, List.of(after, before, limit));
        if (less.result().signum() != 0) {
            add(LineKind.CAPPED, deal, Line.NO_BAND, earned, BigDecimal.ZERO, less);
        }
    }

    private Reason limit(Label label, BigDecimal limit, String field) {
        return Reason.given(label, limit, Unit.AMOUNT, terms.source() + "/" + component.name() + field);
    }

    private BigDecimal sum(int first) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = first; i < lines.size(); i++) {
            sum = sum.add(lines.get(i).amount());
        }
        return sum;
    }

    private void add(LineKind kind, @Nullable String deal, int band, BigDecimal base, BigDecimal rate, Reason reason) {
        lines.add(new Line(kind, component.name(), deal, month, band, base, rate, reason.result(), reason));
    }
}
