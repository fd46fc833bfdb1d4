package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.koploper.period.Period;

/** What caps and budgets leave of what a component earns; month by month, and always from the first one. */
final class OracleLimits {

    private final Component component;
    private final History history;
    private final Function<YearMonth, Map<String, Fraction>> earned;
    private final BiPredicate<Component, YearMonth> pays;
    private final Terms terms;

    /**
     * @param earned in a month, by deal and, for what is about none, by the month; before cap and budget
     * @param pays whether a component pays anything in a month
     */
    OracleLimits(
            Component component,
            History history,
            Function<YearMonth, Map<String, Fraction>> earned,
            BiPredicate<Component, YearMonth> pays,
            Terms terms) {
        this.component = component;
        this.history = history;
        this.earned = earned;
        this.pays = pays;
        this.terms = terms;
    }

    /** @param all of the month, with what is about no deal */
    record Left(Fraction all, Map<String, Fraction> deals) {}

    Left of(YearMonth month) {
        Map<String, Fraction> capped = capped(month);
        Budget budget = component.limits().budget();
        if (budget == null) {
            return left(capped, month);
        }
        return budget.overrun() == Budget.Overrun.FIRST_COME
                ? firstCome(budget, capped, month)
                : new Left(proRata(budget, month), deals(capped, month));
    }

    private static Left left(Map<String, Fraction> amounts, YearMonth month) {
        return new Left(amounts.values().stream().reduce(Fraction.ZERO, Fraction::plus), deals(amounts, month));
    }

    private static Map<String, Fraction> deals(Map<String, Fraction> amounts, YearMonth month) {
        Map<String, Fraction> deals = new LinkedHashMap<>(amounts);
        deals.remove(month.toString());
        return deals;
    }

    private Map<String, Fraction> capped(YearMonth month) {
        Map<String, Fraction> all = earned.apply(month);
        if (component.limits().most() == null) {
            return all;
        }
        Period window = component.limits().window().window(month.atDay(1));
        Fraction carried = carried(window);
        Fraction sum = carried;
        boolean isFirst = true;
        for (YearMonth one = YearMonth.from(window.from()); one.isBefore(month); one = one.plusMonths(1)) {
            sum = sum.plus(total(one));
            isFirst &= !pays.test(component, one);
        }
        Map<String, Fraction> capped = new LinkedHashMap<>();
        for (Map.Entry<String, Fraction> one : all.entrySet()) {
            Fraction before = capped(sum);
            sum = sum.plus(one.getValue());
            capped.put(one.getKey(), capped(sum).minus(before));
        }
        if (isFirst) {
            capped.merge(month.toString(), capped(carried), Fraction::plus);
        }
        return capped;
    }

    private Fraction total(YearMonth month) {
        return pays.test(component, month)
                ? earned.apply(month).values().stream().reduce(Fraction.ZERO, Fraction::plus)
                : Fraction.ZERO;
    }

    /** What earlier windows had too much. */
    private Fraction carried(Period window) {
        Fraction carried = Fraction.ZERO;
        if (!component.limits().carried()) {
            return carried;
        }
        Period one = component.limits().window().window(Samples.FROM.atDay(1));
        while (one.from().isBefore(window.from())) {
            for (YearMonth month = YearMonth.from(one.from());
                    !month.isAfter(YearMonth.from(one.to()));
                    month = month.plusMonths(1)) {
                carried = carried.plus(total(month));
            }
            carried = carried.minus(Fraction.of(component.limits().most())).max(Fraction.ZERO);
            one = component.limits().window().window(one.to().plusDays(1));
        }
        return carried;
    }

    private Fraction capped(Fraction sum) {
        return sum.min(Fraction.of(component.limits().most()));
    }

    /** What rounding gave others before, and the payee in earlier months, is not there any more. */
    private Left firstCome(Budget budget, Map<String, Fraction> amounts, YearMonth month) {
        Map<String, Fraction> left = inTurn(budget, amounts, month);
        Fraction exact = all(List.copyOf(left.values()));
        Fraction paid = Fraction.ZERO;
        Fraction due = Fraction.ZERO;
        for (YearMonth one = first(budget, month); !isExchanged() && !one.isAfter(month); one = one.plusMonths(1)) {
            if (pays.test(component, one)) {
                BigDecimal others = claims().paid().getOrDefault(one, BigDecimal.ZERO);
                Fraction there =
                        Fraction.of(budget.amount()).minus(Fraction.of(others)).minus(paid);
                due = rounded(all(List.copyOf(inTurn(budget, capped(one), one).values())))
                        .min(there);
                paid = paid.plus(due);
            }
        }
        boolean isLess = !isExchanged() && due.compareTo(rounded(exact)) < 0;
        return new Left(isLess ? due : exact, deals(left, month));
    }

    private Map<String, Fraction> inTurn(Budget budget, Map<String, Fraction> amounts, YearMonth month) {
        Fraction most = Fraction.of(budget.amount());
        Fraction own = earlier(budget, month);
        Map<String, Fraction> left = new LinkedHashMap<>();
        for (Map.Entry<String, Fraction> one : amounts.entrySet()) {
            BigDecimal others = claims().before().getOrDefault(one.getKey(), BigDecimal.ZERO);
            Fraction before = own.plus(Fraction.of(others));
            own = own.plus(one.getValue());
            Fraction after = own.plus(Fraction.of(others));
            left.put(one.getKey(), after.min(most).minus(before.min(most)));
        }
        return left;
    }

    /** What the payee has earned of it in earlier months of its window. */
    private Fraction earlier(Budget budget, YearMonth month) {
        Fraction sum = Fraction.ZERO;
        for (YearMonth one = first(budget, month); one.isBefore(month); one = one.plusMonths(1)) {
            if (pays.test(component, one)) {
                sum = capped(one).values().stream().reduce(sum, Fraction::plus);
            }
        }
        return sum;
    }

    private static YearMonth first(Budget budget, YearMonth month) {
        return YearMonth.from(budget.over().window(month.atDay(1)).from());
    }

    /** Month by month: what is due of the window by then, less what was paid of it, as it was rounded. */
    private Fraction proRata(Budget budget, YearMonth month) {
        Fraction paid = Fraction.ZERO;
        Fraction now = Fraction.ZERO;
        boolean wasCut = false;
        for (YearMonth one = first(budget, month); !one.isAfter(month); one = one.plusMonths(1)) {
            if (pays.test(component, one)) {
                Fraction inMonth = capped(one).values().stream().reduce(Fraction.ZERO, Fraction::plus);
                Fraction own = earlier(budget, one).plus(inMonth);
                List<Fraction> everybody = everybody(own, one);
                boolean isCut = isCut(budget, everybody, one);
                Fraction due = isCut && own.signum() > 0 ? part(budget, everybody) : own;
                now = isCut || wasCut ? due.minus(paid) : inMonth;
                paid = isCut || wasCut ? rounded(due) : paid.plus(rounded(inMonth));
                wasCut = isCut;
            }
        }
        return now;
    }

    private List<Fraction> everybody(Fraction own, YearMonth month) {
        List<Fraction> everybody = new ArrayList<>();
        for (BigDecimal other : claims().others().getOrDefault(month, List.of())) {
            everybody.add(Fraction.of(other.max(BigDecimal.ZERO)));
        }
        everybody.add(place(everybody.size()), own);
        return everybody;
    }

    private int place(int others) {
        return Math.min(claims().place(), others);
    }

    private static Fraction all(List<Fraction> everybody) {
        return everybody.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    /** A unit of rounding for each of them and each month can be too much. */
    private boolean isCut(Budget budget, List<Fraction> everybody, YearMonth month) {
        Fraction unit = isExchanged()
                ? Fraction.ZERO
                : Fraction.of(BigDecimal.ONE.movePointLeft(terms.rounding().decimals()));
        long months = java.time.temporal.ChronoUnit.MONTHS.between(first(budget, month), month) + 1;
        Fraction most = all(everybody).plus(unit.times(Fraction.of(everybody.size() * months)));
        return most.compareTo(Fraction.of(budget.amount())) > 0;
    }

    private Fraction part(Budget budget, List<Fraction> everybody) {
        Fraction most = all(everybody).min(Fraction.of(budget.amount()));
        return OracleFacts.part(most.rounded(terms.rounding().mode(), 2), place(everybody.size() - 1), everybody);
    }

    private Fraction rounded(Fraction amount) {
        return isExchanged()
                ? amount
                : amount.rounded(terms.rounding().mode(), terms.rounding().decimals());
    }

    private boolean isExchanged() {
        return terms.exchange().payIn() != null && !terms.exchange().payIn().equals(terms.currency());
    }

    private Claims claims() {
        for (Claims claims : history.beside().claims()) {
            if (claims.component().equals(component.name())) {
                return claims;
            }
        }
        return Claims.none(component.name());
    }
}
