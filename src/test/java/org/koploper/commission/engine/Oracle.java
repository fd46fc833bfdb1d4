package org.koploper.commission.engine;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/**
 * What a payee earns, worked out again by another road: naive, slow, exact, from the whole history, and written from the
 * definitions of the mechanics alone. It shares the records of plan and history with the engine and none of its steps.
 */
final class Oracle {

    private static final Comparator<Credit> ORDER =
            Comparator.comparing(Credit::date).thenComparing(Credit::deal);

    private final Terms terms;
    private final History history;
    private final List<Credit> credits;
    private final Map<String, Component> components;
    private final Map<String, Fraction> factors = new HashMap<>();
    private final Map<String, Map<Credit, Fraction>> grown = new HashMap<>();

    Oracle(Terms terms, History history) {
        this.terms = terms;
        this.history = history;
        credits = history.credits().stream().sorted(ORDER).toList();
        components = terms.components().stream().collect(toMap(Component::name, component -> component));
    }

    /**
     * @param payout rounded
     * @param deals what each deal earns of it, unrounded, in the order of the deals
     */
    record Month(Fraction payout, Map<String, Fraction> deals) {}

    Month month(Component component, YearMonth month) {
        if (!isValid(month)) {
            return new Month(Fraction.ZERO, Map.of());
        }
        Map<String, Fraction> deals = new LinkedHashMap<>();
        Fraction before = beforeInWindow(component, month);
        Fraction sum = before;
        Fraction paid = capped(component, before);
        for (Credit credit : paidOn(component, month)) {
            sum = sum.plus(earned(component, credit, month));
            Fraction now = capped(component, sum);
            deals.put(credit.deal(), now.minus(paid));
            paid = now;
        }
        sum = sum.plus(scored(component, month));
        Fraction total = capped(component, sum).minus(capped(component, before));
        BigDecimal least = component.limits().least();
        total = least == null ? total : total.max(Fraction.of(least));
        return new Month(rounded(total), deals);
    }

    Fraction rounded(Fraction amount) {
        return amount.rounded(terms.rounding().mode(), terms.rounding().decimals());
    }

    /** All that was earned, limited or not, in earlier months of the window over which the limit counts. */
    private Fraction beforeInWindow(Component component, YearMonth month) {
        if (component.limits().most() == null) {
            return Fraction.ZERO;
        }
        Fraction sum = Fraction.ZERO;
        YearMonth first = YearMonth.from(
                component.limits().window().window(month.atDay(1)).from());
        for (YearMonth one = first; one.isBefore(month); one = one.plusMonths(1)) {
            for (Credit credit : paidOn(component, one)) {
                sum = sum.plus(earned(component, credit, one));
            }
            sum = sum.plus(isValid(one) ? scored(component, one) : Fraction.ZERO);
        }
        return sum;
    }

    private static Fraction capped(Component component, Fraction sum) {
        BigDecimal most = component.limits().most();
        return most == null ? sum : sum.min(Fraction.of(most));
    }

    /** After gates, weight and the limit of one deal. */
    private Fraction earned(Component component, Credit credit, YearMonth month) {
        Fraction earned =
                grown(component, month).getOrDefault(credit, Fraction.ZERO).times(factor(component, month));
        BigDecimal most = component.limits().perDeal();
        if (most != null) {
            Fraction limit = Fraction.of(most);
            earned = earned.min(limit).max(limit.negated());
        }
        return earned;
    }

    /** What each credit of the window adds to the window's value. */
    private Map<Credit, Fraction> grown(Component component, YearMonth month) {
        Period window = component.rule().window(month.atDay(1));
        return grown.computeIfAbsent(component.name() + window, _ -> {
            OracleValue value = value(component, month);
            Map<Credit, Fraction> result = new HashMap<>();
            List<Credit> known = new ArrayList<>();
            Fraction before = Fraction.ZERO;
            for (Credit credit : inWindow(component, window)) {
                if (isAlone(component.rule())) {
                    known.clear();
                    before = Fraction.ZERO;
                }
                known.add(credit);
                Fraction now = value.of(known);
                result.put(credit, now.minus(before));
                before = now;
            }
            return result;
        });
    }

    private static boolean isAlone(RateRule rule) {
        return switch (rule) {
            case FlatRate _ -> true;
            case TierRule tiers -> tiers.accumulate() == Accumulate.NONE;
            case PayCurve curve -> curve.accumulate() == Accumulate.NONE;
            case Bonus bonus -> bonus.accumulate() == Accumulate.NONE;
            case Scorecard _ -> true;
        };
    }

    private OracleValue value(Component component, YearMonth month) {
        return new OracleValue(component, terms.validity(), quota(component, month), target(component, month));
    }

    private List<Credit> inWindow(Component component, Period window) {
        return credits.stream()
                .filter(credit -> window.contains(credit.date()))
                .filter(credit -> OracleValue.chooses(component.where(), credit))
                .toList();
    }

    private List<Credit> paidOn(Component component, YearMonth month) {
        return component.rule() instanceof Scorecard
                ? List.of()
                : inWindow(component, Period.month(month.atDay(1))).stream()
                        .filter(credit -> terms.validity().contains(credit.date()))
                        .toList();
    }

    private Fraction scored(Component component, YearMonth month) {
        if (!(component.rule() instanceof Scorecard card)) {
            return Fraction.ZERO;
        }
        Period window = card.window(month.atDay(1));
        Fraction target = target(component, month);
        if (!window.to().equals(month.atEndOfMonth()) || target == null) {
            return Fraction.ZERO;
        }
        Fraction sum = Fraction.ZERO;
        for (Scorecard.Objective objective : card.objectives()) {
            sum = sum.plus(Fraction.of(objective.weight()).times(score(objective.name(), window)));
        }
        return sum.times(target).times(factor(component, month));
    }

    private Fraction score(String objective, Period window) {
        for (Score score : history.scores()) {
            if (score.objective().equals(objective) && score.period().equals(window)) {
                return Fraction.of(score.score());
            }
        }
        return Fraction.ZERO;
    }

    /** Weight and gates. */
    private Fraction factor(Component component, YearMonth month) {
        return factors.computeIfAbsent(component.name() + month, _ -> {
            Fraction factor = Fraction.of(component.weight());
            for (Gate gate : component.gates()) {
                factor = holds(gate.condition(), month) ? factor : factor.times(Fraction.of(gate.otherwise()));
            }
            return factor;
        });
    }

    private boolean holds(Condition condition, YearMonth month) {
        return switch (condition) {
            case Condition.AtLeast some -> gauge(some.gauge(), month).compareTo(Fraction.of(some.bound())) >= 0;
            case Condition.Below some -> gauge(some.gauge(), month).compareTo(Fraction.of(some.bound())) < 0;
            case Condition.Not not -> !holds(not.condition(), month);
            case Condition.All all -> all.conditions().stream().allMatch(one -> holds(one, month));
            case Condition.Any any -> any.conditions().stream().anyMatch(one -> holds(one, month));
        };
    }

    private Fraction gauge(Condition.Gauge gauge, YearMonth month) {
        return switch (gauge) {
            case Condition.Scored scored ->
                score(scored.objective(), scored.over().window(month.atDay(1)));
            case Condition.Total total -> {
                Period window = total.over().window(month.atDay(1));
                Fraction sum = Fraction.ZERO;
                for (Credit credit : credits) {
                    if (window.contains(credit.date())
                            && !credit.date().isAfter(month.atEndOfMonth())
                            && OracleValue.chooses(total.where(), credit)) {
                        sum = sum.plus(OracleValue.amount(total.measure(), credit));
                    }
                }
                yield sum;
            }
            case Condition.Attained attained -> {
                Component asked = components.get(attained.component());
                Fraction quota = quota(asked, month);
                List<Credit> counted = inWindow(asked, asked.rule().window(month.atDay(1))).stream()
                        .filter(credit -> !credit.date().isAfter(month.atEndOfMonth()))
                        .toList();
                yield quota == null
                        ? Fraction.ZERO
                        : value(asked, month).counted(counted).over(quota);
            }
        };
    }

    private @Nullable Fraction quota(Component component, YearMonth month) {
        Quota quota = component.quota();
        if (quota == null) {
            return null;
        }
        Period window = component.rule().window(month.atDay(1));
        Fraction amount = null;
        int index = windowOfService(component.rule(), window);
        if (index >= 0 && index < quota.ramp().size()) {
            amount = Fraction.of(quota.ramp().get(index));
        } else if (quota.amount() != null) {
            amount = Fraction.of(quota.amount());
        } else {
            for (OwnQuota own : history.quotas()) {
                boolean inside = !own.period().from().isBefore(window.from())
                        && !own.period().to().isAfter(window.to());
                if (inside && (own.component() == null || own.component().equals(component.name()))) {
                    Fraction more = Fraction.of(own.amount());
                    amount = amount == null ? more : amount.plus(more);
                }
            }
        }
        Fraction part = partOfService(quota, window);
        return amount == null || part.signum() == 0 ? null : amount.times(part);
    }

    private @Nullable Fraction target(Component component, YearMonth month) {
        if (component.targetPay() == null) {
            return null;
        }
        Fraction target = Fraction.of(component.targetPay());
        return component.quota() == null
                ? target
                : target.times(partOfService(component.quota(), component.rule().window(month.atDay(1))));
    }

    /** Counted from the window in which the service starts, also before it; below zero where that is not known. */
    private int windowOfService(RateRule rule, Period window) {
        LocalDate start = history.service().from();
        if (start == null) {
            return -1;
        }
        int index = 0;
        if (window.to().isBefore(start)) {
            return index;
        }
        for (Period one = rule.window(start);
                !one.equals(window);
                one = rule.window(one.to().plusDays(1))) {
            index++;
        }
        return index;
    }

    private Fraction partOfService(Quota quota, Period window) {
        if (quota.proration() == Proration.NONE) {
            return Fraction.ONE;
        }
        Set<List<Integer>> active = new HashSet<>();
        Set<List<Integer>> all = new HashSet<>();
        boolean thirty = quota.proration() == Proration.THIRTY_360;
        for (LocalDate day = window.from(); !day.isAfter(window.to()); day = day.plusDays(1)) {
            // of thirty days a month the last is the 31st too, and the last of February all that it lacks
            int first = thirty ? Math.min(30, day.getDayOfMonth()) : day.getDayOfMonth();
            int last = thirty && day.getDayOfMonth() == day.lengthOfMonth() ? 30 : first;
            for (int one = first; one <= last; one++) {
                List<Integer> counted = List.of(day.getYear(), day.getMonthValue(), one);
                all.add(counted);
                if (isServing(day)) {
                    active.add(counted);
                }
            }
        }
        return Fraction.of(active.size()).over(Fraction.of(all.size()));
    }

    private boolean isServing(LocalDate day) {
        Service service = history.service();
        return (service.from() == null || !day.isBefore(service.from()))
                && (service.to() == null || !day.isAfter(service.to()));
    }

    private boolean isValid(YearMonth month) {
        return terms.validity().touches(month);
    }
}
