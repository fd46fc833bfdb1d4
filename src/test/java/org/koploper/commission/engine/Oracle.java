package org.koploper.commission.engine;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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

    private final Terms terms;
    private final History history;
    private final OracleFacts facts;
    private final Map<Whose, List<Credit>> credits = new HashMap<>();
    private final Map<String, Component> components;
    private final Map<String, Fraction> factors = new HashMap<>();
    private final Map<String, Map<Credit, Fraction>> grown = new HashMap<>();

    Oracle(Terms terms, History history) {
        this.terms = terms;
        this.history = history;
        facts = new OracleFacts(terms, history);
        for (Whose whose : Whose.values()) {
            credits.put(whose, facts.credits(whose));
        }
        components = terms.components().stream().collect(toMap(Component::name, component -> component));
    }

    /**
     * In the currency of pay.
     *
     * @param payout rounded
     * @param deals what each deal earns of it, unrounded, in the order of the deals
     */
    record Month(Fraction payout, Map<String, Fraction> deals) {}

    Month month(Component component, YearMonth month) {
        Fraction rate = facts.pay(month);
        if (!pays(component, month) || rate == null) {
            return new Month(Fraction.ZERO, Map.of());
        }
        OracleLimits.Left left =
                new OracleLimits(component, history, one -> earned(component, one), this::pays, terms).of(month);
        BigDecimal least = component.limits().least();
        Fraction total = least == null ? left.all() : left.all().max(Fraction.of(least));
        Map<String, Fraction> deals = new LinkedHashMap<>();
        left.deals().forEach((deal, amount) -> deals.put(deal, amount.times(rate)));
        return new Month(rounded(total.times(rate)), deals);
    }

    Fraction rounded(Fraction amount) {
        return amount.rounded(terms.rounding().mode(), terms.rounding().decimals());
    }

    private Fraction inCents(Fraction amount) {
        return amount.rounded(terms.rounding().mode(), 2);
    }

    private boolean pays(Component component, YearMonth month) {
        Validity days = component.sales().days();
        return terms.validity().touches(month) && (days == null || days.touches(month));
    }

    /** By deal, and what is about none by the month: after gates, weight and the limit of one deal. */
    private Map<String, Fraction> earned(Component component, YearMonth month) {
        Map<String, Fraction> earned = new LinkedHashMap<>();
        for (Credit credit : paidOn(component, month)) {
            earned.put(credit.deal(), earned(component, credit, month));
        }
        earned.put(month.toString(), scored(component, month));
        return earned;
    }

    private Fraction earned(Component component, Credit credit, YearMonth month) {
        Fraction earned =
                grown(component, month).getOrDefault(credit, Fraction.ZERO).times(factor(component, month));
        earned = terms.rounding().eachStep() ? inCents(earned) : earned;
        BigDecimal most = component.limits().perDeal();
        if (most != null) {
            Fraction limit = Fraction.of(most);
            earned = earned.min(limit).max(limit.negated());
        }
        Sharing sharing = credit.sharing();
        return component.sales().divided() && sharing != null ? part(earned, sharing) : earned;
    }

    /** Of what the whole deal earns; what belongs to nobody is a part too. */
    private Fraction part(Fraction whole, Sharing sharing) {
        List<Fraction> shares = new ArrayList<>();
        Fraction nobody = Fraction.ONE;
        for (BigDecimal share : sharing.shares()) {
            shares.add(Fraction.of(share));
            nobody = nobody.minus(Fraction.of(share));
        }
        shares.add(nobody);
        return OracleFacts.part(inCents(whole), sharing.place(), shares);
    }

    /** What each credit of the window adds to the window's value. */
    private Map<Credit, Fraction> grown(Component component, YearMonth month) {
        Period window = component.rule().window(month.atDay(1));
        return grown.computeIfAbsent(component.name() + window, _ -> {
            OracleValue value = value(component, month);
            Map<Credit, Fraction> result = new HashMap<>();
            Map<String, List<Credit>> known = new HashMap<>();
            for (Credit credit : inWindow(component, window)) {
                boolean isEach = component.sales().whose() == Whose.EACH_MEMBER;
                String memory = isEach ? String.valueOf(credit.facts().traits().get("member")) : "";
                List<Credit> before = known.computeIfAbsent(memory, one -> new ArrayList<>());
                if (isAlone(component.rule())) {
                    before.clear();
                }
                Fraction was = value.of(before);
                before.add(credit);
                result.put(credit, value.of(before).minus(was));
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
            case Ranking _ -> true;
        };
    }

    private OracleValue value(Component component, YearMonth month) {
        return new OracleValue(component, terms.validity(), quota(component, month), target(component, month));
    }

    private List<Credit> inWindow(Component component, Period window) {
        Validity days = component.sales().days();
        return credits.get(component.sales().whose()).stream()
                .filter(credit -> window.contains(credit.date()))
                .filter(credit -> days == null || days.contains(credit.date()))
                .filter(credit -> OracleValue.chooses(component.where(), credit))
                .toList();
    }

    private List<Credit> paidOn(Component component, YearMonth month) {
        return component.rule() instanceof Scorecard || component.rule() instanceof Ranking
                ? List.of()
                : inWindow(component, Period.month(month.atDay(1))).stream()
                        .filter(credit -> terms.validity().contains(credit.date()))
                        .toList();
    }

    private Fraction ranked(Ranking ranking, Component component, YearMonth month) {
        Period window = ranking.window(month.atDay(1));
        Validity days = component.sales().days();
        LocalDate end = days != null && days.to() != null && days.to().isBefore(window.to()) ? days.to() : window.to();
        for (Placing placing : history.beside().placings()) {
            if (placing.component().equals(component.name())
                    && placing.period().equals(window)
                    && YearMonth.from(end).equals(month)) {
                return prize(ranking, placing);
            }
        }
        return Fraction.ZERO;
    }

    private Fraction prize(Ranking ranking, Placing placing) {
        boolean isEach = ranking.ties() == Ties.SHARED || ranking.ties() == Ties.DENSE;
        Fraction pool = Fraction.ZERO;
        List<Fraction> level = new ArrayList<>();
        for (int i = 0; i < (isEach ? 1 : placing.level()); i++) {
            int index = placing.place() - 1 + i;
            pool = index < ranking.prizes().size()
                    ? pool.plus(Fraction.of(ranking.prizes().get(index)))
                    : pool;
            level.add(Fraction.ONE);
        }
        return level.size() == 1 ? pool : OracleFacts.part(inCents(pool), placing.among(), level);
    }

    /** What no deal earns. */
    private Fraction scored(Component component, YearMonth month) {
        if (component.rule() instanceof Ranking ranking) {
            return ranked(ranking, component, month).times(factor(component, month));
        }
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
                for (Credit credit : credits.get(total.whose())) {
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
        Fraction part = partOfService(quota, quota.partTime() != PartTime.IGNORED, window);
        return amount == null || part.signum() == 0 ? null : amount.times(part);
    }

    private @Nullable Fraction target(Component component, YearMonth month) {
        if (component.targetPay() == null) {
            return null;
        }
        Fraction target = Fraction.of(component.targetPay());
        return component.quota() == null
                ? target
                : target.times(partOfService(
                        component.quota(),
                        component.quota().partTime() == PartTime.QUOTA_AND_TARGET_PAY,
                        component.rule().window(month.atDay(1))));
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

    private Fraction partOfService(Quota quota, boolean byPart, Period window) {
        if (quota.proration() == Proration.NONE) {
            return Fraction.ONE;
        }
        Map<List<Integer>, Fraction> active = new HashMap<>();
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
                    active.putIfAbsent(counted, byPart ? partOn(day) : Fraction.ONE);
                }
            }
        }
        Fraction sum = active.values().stream().reduce(Fraction.ZERO, Fraction::plus);
        return sum.over(Fraction.of(all.size()));
    }

    private Fraction partOn(LocalDate day) {
        Fraction part = Fraction.ONE;
        for (Service.Part one : history.service().parts()) {
            part = one.from().isAfter(day) ? part : Fraction.of(one.part());
        }
        return part;
    }

    private boolean isServing(LocalDate day) {
        Service service = history.service();
        return (service.from() == null || !day.isBefore(service.from()))
                && (service.to() == null || !day.isAfter(service.to()));
    }
}
