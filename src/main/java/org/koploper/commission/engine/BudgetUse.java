package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Money;
import org.koploper.period.Period;

/** What is left of a budget for one payee, given what others earn of it. */
final class BudgetUse {

    private final @Nullable Budget budget;
    private final Terms terms;
    private final Claims claims;
    private final String source;
    private @Nullable Period window;
    /** Earned of it in this window, whatever was left. */
    private BigDecimal earned = BigDecimal.ZERO;
    /** Paid to the payee of that by the end of the last month, rounded as it was. */
    private BigDecimal left = BigDecimal.ZERO;
    /** Whether the last month paid a part only, or what rounding could have carried beyond the budget. */
    private boolean cut;

    BudgetUse(Component component, Terms terms, History history) {
        this.budget = component.limits().budget();
        this.terms = terms;
        this.claims = history.beside().claims(component.name());
        this.source = terms.source() + "/" + component.name() + "/budget";
    }

    void enter(YearMonth month) {
        if (budget != null && (window == null || !window.contains(month.atDay(1)))) {
            window = budget.over().window(month.atDay(1));
            earned = BigDecimal.ZERO;
            left = BigDecimal.ZERO;
            cut = false;
        }
    }

    /** What is taken off what a deal, or what is about none, earns: F(before + earned) - F(before) for everybody in turn. */
    Optional<Reason> take(@Nullable String deal, BigDecimal amount, YearMonth month) {
        if (budget == null || budget.overrun() == Budget.Overrun.PRO_RATA) {
            earned = earned.add(amount);
            return Optional.empty();
        }
        BigDecimal others = claims.before().getOrDefault(deal == null ? month.toString() : deal, BigDecimal.ZERO);
        Reason before = Reason.amount(
                Label.BUDGET_CLAIMED,
                Formula.SUM,
                null,
                List.of(
                        Reason.given(Label.CLAIMED_BY_OTHERS, others, Unit.AMOUNT, place()),
                        Reason.given(Label.EARNED_BEFORE, earned, Unit.AMOUNT, place())));
        Reason earning = Reason.given(
                Label.EARNED_ON_DEAL, amount, Unit.AMOUNT, deal == null ? "month:" + month : Source.deal(deal));
        Reason after = Reason.amount(Label.EARNED_AFTER, Formula.SUM, null, List.of(before, earning));
        earned = earned.add(amount);
        Reason less = Reason.amount(Label.OVER_BUDGET, Formula.EXCESS, null, List.of(after, before, amount()));
        return less.result().signum() == 0 ? Optional.empty() : Optional.of(less);
    }

    /**
     * What is taken off what the month has earned: so that all are cut by the same part, negative where it is given back; or
     * what rounding has given whoever came first more, and is not there any more.
     */
    Optional<Reason> close(YearMonth month, BigDecimal inMonth) {
        if (budget == null) {
            return Optional.empty();
        }
        return budget.overrun() == Budget.Overrun.FIRST_COME ? served(month, inMonth) : shared(month, inMonth);
    }

    /** What {@link #close} is about: a claim on no deal may have gone beyond the budget in the same month. */
    LineKind closing() {
        return budget != null && budget.overrun() == Budget.Overrun.FIRST_COME
                ? LineKind.BUDGET_CENTS
                : LineKind.OVER_BUDGET;
    }

    /** First come: what is there of the budget once the others are paid to the cent, and the payee was in earlier months. */
    private Optional<Reason> served(YearMonth month, BigDecimal inMonth) {
        if (!terms.isPaidInItsCurrency()) {
            return Optional.empty();
        }
        Reason total = Reason.given(Label.EARNED_IN_MONTH, inMonth, Unit.AMOUNT, "month:" + month);
        Reason rounded = terms.payout(total);
        BigDecimal toOthers = claims.paid().getOrDefault(month, BigDecimal.ZERO);
        List<Reason> paid = List.of(
                Reason.given(Label.PAID_OUT_TO_OTHERS, toOthers, Unit.AMOUNT, place()),
                Reason.given(Label.LEFT_BEFORE, left, Unit.AMOUNT, place()));
        Reason gone = Reason.amount(Label.PAID_OUT_OF_BUDGET, Formula.SUM, null, paid);
        Reason there = Reason.amount(Label.LEFT_OF_BUDGET, Formula.DIFFERENCE, null, List.of(inCents(), gone));
        Reason due = Reason.amount(Label.LEFT_OF_BUDGET, Formula.LEAST, null, List.of(rounded, there));
        left = left.add(due.result());
        if (due.result().compareTo(rounded.result()) == 0) {
            return Optional.empty();
        }
        return Optional.of(Reason.amount(Label.OVER_BUDGET, Formula.DIFFERENCE, null, List.of(due, total)));
    }

    private Optional<Reason> shared(YearMonth month, BigDecimal inMonth) {
        boolean wasCut = cut;
        Reason now = left(month);
        if (!cut && !wasCut) {
            left = left.add(paid(inMonth));
            return Optional.empty();
        }
        Reason before = Reason.given(Label.LEFT_BEFORE, left, Unit.AMOUNT, place());
        left = paid(now.result());
        Reason grown = Reason.amount(Label.LEFT_OF_BUDGET, Formula.DIFFERENCE, null, List.of(now, before));
        Reason total = Reason.given(Label.EARNED_IN_MONTH, inMonth, Unit.AMOUNT, "month:" + month);
        Reason less = Reason.amount(Label.OVER_BUDGET, Formula.DIFFERENCE, null, List.of(grown, total));
        return less.result().signum() == 0 ? Optional.empty() : Optional.of(less);
    }

    /**
     * All that the payee has earned of it, or a part of the budget as large as of what everybody has. What all have earned
     * is shared out to the cent as soon as rounding each month of each payee could carry it beyond the budget. It says what
     * the others have earned together, since what each of them has is nobody else's business.
     */
    private Reason left(YearMonth month) {
        List<BigDecimal> others = claims.others().getOrDefault(month, List.of()).stream()
                .map(other -> other.max(BigDecimal.ZERO))
                .toList();
        Reason own = Reason.given(Label.EARNED_IN_WINDOW, earned, Unit.AMOUNT, place());
        BigDecimal byOthers = others.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Reason together = Reason.given(Label.CLAIMED_BY_OTHERS, byOthers, Unit.AMOUNT, place());
        Reason all = Reason.amount(Label.EARNED_BY_ALL, Formula.SUM, null, List.of(together, own));
        cut = all.result().add(slack(month, others.size() + 1)).compareTo(amount().result()) > 0;
        if (!cut || earned.signum() <= 0) {
            return own;
        }
        Reason most = all.result().compareTo(inCents().result()) > 0 ? inCents() : all;
        Reason product = Reason.amount(Label.BUDGET_TIMES_EARNED, Formula.PRODUCT, null, List.of(most, own));
        Reason part = Reason.amount(Label.PART_OF_BUDGET, Formula.QUOTIENT, null, List.of(product, all));
        Reason whole = terms.rounded(Label.PART_OF_BUDGET, part, terms.currency());
        BigDecimal rest = allotted(most, others).subtract(whole.result());
        if (rest.signum() == 0) {
            return whole;
        }
        Reason cent = Reason.given(Label.CENT_LEFT_OVER, rest, Unit.AMOUNT, place());
        return Reason.amount(Label.LEFT_OF_BUDGET, Formula.SUM, place(), List.of(whole, cent));
    }

    /** So that the parts of all add up to the cent. */
    private BigDecimal allotted(Reason most, List<BigDecimal> others) {
        int at = Math.min(claims.place(), others.size());
        List<Reason> everybody = new ArrayList<>();
        others.forEach(other -> everybody.add(Reason.given(Label.CLAIMED_BY_OTHERS, other, Unit.AMOUNT, place())));
        everybody.add(at, Reason.given(Label.EARNED_IN_WINDOW, earned, Unit.AMOUNT, place()));
        return Allotment.of(Label.LEFT_OF_BUDGET, place(), most, terms, at, everybody)
                .result();
    }

    /** The most that rounding adds to the payouts of that many people in the months of the window until that one. */
    private BigDecimal slack(YearMonth month, int people) {
        if (!terms.isPaidInItsCurrency()) {
            return BigDecimal.ZERO;
        }
        Period days = java.util.Objects.requireNonNull(window);
        long months = ChronoUnit.MONTHS.between(YearMonth.from(days.from()), month) + 1;
        return BigDecimal.valueOf(people * months, terms.rounding().decimals());
    }

    private BigDecimal paid(BigDecimal amount) {
        return terms.isPaidInItsCurrency() ? terms.rounding().round(amount) : amount;
    }

    private Reason amount() {
        return Reason.given(
                Label.BUDGET, java.util.Objects.requireNonNull(budget).amount(), Unit.AMOUNT, source);
    }

    /** What of it can be paid. */
    private Reason inCents() {
        int cents = Money.decimals(terms.currency());
        Reason decimals = Reason.given(Label.DECIMALS, BigDecimal.valueOf(cents), Unit.COUNT, source);
        return amount().result().scale() <= cents
                ? amount()
                : Reason.amount(Label.BUDGET, Formula.ROUNDED_DOWN, source, List.of(amount(), decimals));
    }

    private String place() {
        return "window:" + java.util.Objects.requireNonNull(window).key();
    }
}
