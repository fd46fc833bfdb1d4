package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Exact;

/** The lines of one component in one month, in the making: what the rule earns, weighed, limited, rounded. */
final class Payout {

    private final Terms terms;
    private final Component component;
    private final YearMonth month;
    private final List<Reason> factors;
    private final Cap cap;
    private final BudgetUse budget;
    private final List<Line> lines = new ArrayList<>();

    Payout(Terms terms, Component component, YearMonth month, List<Reason> factors, Cap cap, BudgetUse budget) {
        this.terms = terms;
        this.component = component;
        this.month = month;
        this.factors = factors;
        this.cap = cap;
        this.budget = budget;
        cap.enter(month);
        budget.enter(month);
    }

    /** @param about the credit; null for what no credit earns */
    void add(@Nullable Credited about, List<Earning> earnings) {
        Credit credit = about == null ? null : about.credit();
        String deal = credit == null ? null : credit.deal();
        if (about == null) {
            payCarried();
        }
        int first = lines.size();
        for (int i = 0; i < earnings.size(); i++) {
            Earning earning = earnings.get(i);
            Reason rate = earning.rate();
            add(
                    earning.kind(),
                    deal,
                    earning.band(),
                    earning.base().exact(),
                    rate == null ? Exact.ZERO : rate.exact(),
                    stepped(weighed(earning.amount())));
        }
        limitDeal(deal, first);
        if (credit != null && component.sales().divided() && credit.sharing() != null) {
            divide(credit, credit.sharing(), first);
        }
        limitWindow(deal, first);
        if (component.limits().budget() != null) {
            claim(deal, first);
        }
    }

    private void claim(@Nullable String deal, int first) {
        Exact earned = sum(first);
        if (earned.signum() != 0) {
            budget.take(deal, earned.value(), month)
                    .ifPresent(less -> add(LineKind.OVER_BUDGET, deal, Line.NO_BAND, earned, Exact.ZERO, less));
        }
    }

    /** @param rates for a plan that pays in another currency than it calculates in */
    List<Line> close(RateBook rates) {
        if (lines.isEmpty()) {
            Reason nothing = Reason.amount(Label.NOTHING_CREDITED, Formula.SUM, "month:" + month, List.of());
            add(LineKind.NOTHING_CREDITED, null, Line.NO_BAND, Exact.ZERO, Exact.ZERO, nothing);
        }
        if (component.limits().budget() != null) {
            Exact inMonth = sum(0);
            budget.close(month, inMonth.value())
                    .ifPresent(less -> add(budget.closing(), null, Line.NO_BAND, inMonth, Exact.ZERO, less));
        }
        BigDecimal least = component.limits().least();
        if (least != null && sum(0).value().compareTo(least) < 0) {
            Reason total = total();
            Reason floor = limit(Label.FLOOR, least, "/floor");
            Reason raised = Reason.amount(Label.FLOOR, Formula.MOST, null, List.of(total, floor));
            Reason more = Reason.amount(Label.ADDED_TO_FLOOR, Formula.DIFFERENCE, null, List.of(raised, total));
            add(LineKind.FLOOR, null, Line.NO_BAND, total.exact(), Exact.ZERO, more);
        }
        if (!terms.isPaidInItsCurrency()) {
            List<Line> exchanged = new PayExchange(terms, rates, month).of(lines);
            lines.clear();
            lines.addAll(exchanged);
        }
        round();
        return lines;
    }

    private void round() {
        Reason total = total();
        Reason rounded = terms.payout(total);
        Reason difference = Reason.amount(Label.ROUNDING_DIFFERENCE, Formula.DIFFERENCE, null, List.of(rounded, total));
        if (difference.result().signum() != 0) {
            add(LineKind.ROUNDING, null, Line.NO_BAND, total.exact(), Exact.ZERO, difference);
        }
    }

    private Reason total() {
        return Reason.given(Label.SUM_OF_LINES, sum(0), Unit.AMOUNT, "month:" + month);
    }

    private Reason stepped(Reason amount) {
        return terms.rounding().eachStep() ? terms.rounded(Label.ROUNDED_STEP, amount, terms.currency()) : amount;
    }

    /** What the others who share the deal get of it is taken off, so that the parts of all add up to the cent. */
    private void divide(Credit credit, Sharing sharing, int first) {
        Source deal = Source.deal(credit.deal());
        Exact earned = sum(first);
        Reason whole = Reason.given(Label.WHOLE_PAY, earned, Unit.AMOUNT, deal);
        List<Reason> shares = sharing.weights().stream()
                .map(share -> Reason.given(Label.SHARE_OF_EACH, share, Unit.RATE, Source.split(credit.deal())))
                .toList();
        Reason part = Allotment.of(Label.PART_OF_PAY, deal, whole, terms, sharing.place(), shares);
        Reason less = Reason.amount(Label.PAID_TO_OTHERS, Formula.DIFFERENCE, deal, List.of(part, whole));
        if (less.result().signum() != 0) {
            add(LineKind.DIVIDED, credit.deal(), Line.NO_BAND, earned, Exact.ZERO, less);
        }
    }

    /** What earlier windows earned beyond their limit is the first that this one pays. */
    private void payCarried() {
        BigDecimal most = component.limits().most();
        BigDecimal carried = cap.takeCarried();
        if (most != null && carried.signum() > 0) {
            Reason left = Reason.given(Label.BEYOND_EARLIER_LIMIT, carried, Unit.AMOUNT, cap.source());
            Reason paid = Reason.amount(
                    Label.FROM_EARLIER_LIMIT,
                    Formula.LEAST,
                    null,
                    List.of(left, limit(Label.MOST_IN_WINDOW, most, "/most")));
            add(LineKind.FROM_CAP, null, Line.NO_BAND, Exact.of(carried), Exact.ZERO, paid);
        }
    }

    private Reason weighed(Reason amount) {
        if (factors.isEmpty()) {
            return amount;
        }
        List<Reason> operands = new ArrayList<>(factors.size() + 1);
        operands.add(amount);
        operands.addAll(factors);
        return Reason.amount(Label.WEIGHED, Formula.PRODUCT, amount.place(), operands);
    }

    private void limitDeal(@Nullable String deal, int first) {
        BigDecimal most = component.limits().perDeal();
        if (most == null || deal == null) {
            return;
        }
        Exact earned = sum(first);
        if (earned.abs().value().compareTo(most) <= 0) {
            return;
        }
        boolean isPay = earned.signum() > 0;
        Reason earning = Reason.given(Label.EARNED_ON_DEAL, earned, Unit.AMOUNT, Source.deal(deal));
        Reason limit = limit(Label.MOST_PER_DEAL, isPay ? most : most.negate(), "/most per deal");
        Reason limited =
                Reason.amount(Label.MOST_PER_DEAL, isPay ? Formula.LEAST : Formula.MOST, null, List.of(earning, limit));
        Reason less = Reason.amount(Label.CAPPED_DEAL, Formula.DIFFERENCE, null, List.of(limited, earning));
        add(LineKind.CAPPED_DEAL, deal, Line.NO_BAND, earned, Exact.ZERO, less);
    }

    /** By deal, in their order: F(before + earned) - F(before), where F is what is paid of what is earned. */
    private void limitWindow(@Nullable String deal, int first) {
        BigDecimal most = component.limits().most();
        if (most == null) {
            return;
        }
        Exact earned = sum(first);
        Reason before = Reason.given(Label.EARNED_BEFORE, cap.earned(), Unit.AMOUNT, cap.source());
        Reason earning = Reason.given(
                Label.EARNED_ON_DEAL, earned, Unit.AMOUNT, deal == null ? "month:" + month : Source.deal(deal));
        Reason after = Reason.amount(Label.EARNED_AFTER, Formula.SUM, null, List.of(before, earning));
        cap.add(earned.value());
        Reason limit = limit(Label.MOST_IN_WINDOW, most, "/most");
        // from after to before, so that what is beyond the limit is taken off
        Reason less = Reason.amount(Label.CAPPED, Formula.EXCESS, null, List.of(after, before, limit));
        if (less.result().signum() != 0) {
            add(LineKind.CAPPED, deal, Line.NO_BAND, earned, Exact.ZERO, less);
        }
    }

    private Reason limit(Label label, BigDecimal limit, String field) {
        return Reason.given(label, limit, Unit.AMOUNT, terms.source() + "/" + component.name() + field);
    }

    private Exact sum(int first) {
        Exact sum = Exact.ZERO;
        for (int i = first; i < lines.size(); i++) {
            sum = sum.plus(lines.get(i).reason().exact());
        }
        return sum;
    }

    private void add(LineKind kind, @Nullable String deal, int band, Exact base, Exact rate, Reason reason) {
        lines.add(new Line(kind, component.name(), deal, month, band, base, rate, reason));
    }
}
