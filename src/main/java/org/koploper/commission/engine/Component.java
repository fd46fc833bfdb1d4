package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.period.Period;

/**
 * One named part of a plan with its own rule; its payout is rounded on its own.
 *
 * @param name as people read it; unique within the terms, without {@code |}, which separates the parts of a line's key
 * @param measure what is paid on
 * @param where the credits that it is about; no others count or pay
 * @param counts what moves the position, where that is something else; null for the measure itself
 * @param quota what attainment is a fraction of; null for a rule that asks for none
 * @param targetPay what 100 % of the quota pays in a window; null where the rates are of what is counted
 * @param weight what all pay is multiplied by
 * @param gates asked in their order; their factors multiply
 * @param sales whose sales it is about, and as how much
 */
public record Component(
        String name,
        Measure measure,
        Match where,
        @Nullable Counts counts,
        RateRule rule,
        @Nullable Quota quota,
        @Nullable BigDecimal targetPay,
        BigDecimal weight,
        List<Gate> gates,
        Limits limits,
        Sales sales) {

    /**
     * @throws IllegalArgumentException when the name is blank or holds a {@code |}, or the rule cannot work without a
     *     quota or target pay that is not there
     */
    public Component {
        if (name.isBlank() || name.indexOf(LineKey.SEPARATOR) >= 0) {
            throw new IllegalArgumentException("A component needs a name without '|', not '" + name + "'");
        }
        if (rule.needsQuota() && quota == null) {
            throw new IllegalArgumentException("Component '" + name + "' measures attainment and needs a quota");
        }
        if ((rule instanceof PayCurve || rule instanceof Scorecard) && targetPay == null) {
            throw new IllegalArgumentException("Component '" + name + "' pays a part of a target pay and needs one");
        }
        if (targetPay != null && rule instanceof TierRule tiers && tiers.on() != On.ATTAINMENT) {
            throw new IllegalArgumentException(
                    "Component '" + name + "' pays a part of a target pay, so its tiers must be on attainment");
        }
        if (weight.signum() < 0 || targetPay != null && targetPay.signum() < 0) {
            throw new IllegalArgumentException("Component '" + name + "' has a weight or target pay below zero");
        }
        if (sales.divided() && !rule.isAlone()) {
            throw new IllegalArgumentException("Component '" + name
                    + "' computes a shared deal once, so what it earns must not depend on other deals of one payee");
        }
        if (sales.lessLower() && measure.unit() != Unit.AMOUNT) {
            throw new IllegalArgumentException(
                    "Component '" + name + "' takes off what lower levels earn, so it must measure amounts");
        }
        if (sales.whose() == Whose.EACH_MEMBER && !rule.isAboutCredits()) {
            throw new IllegalArgumentException("Component '" + name + "' pays by no sale of any member: name the team");
        }
        weight = Decimals.canonical(weight);
        targetPay = targetPay == null ? null : Decimals.canonical(targetPay);
        gates = List.copyOf(gates);
    }

    /** About the payee's own sales. */
    public Component(
            String name,
            Measure measure,
            Match where,
            @Nullable Counts counts,
            RateRule rule,
            @Nullable Quota quota,
            @Nullable BigDecimal targetPay,
            BigDecimal weight,
            List<Gate> gates,
            Limits limits) {
        this(name, measure, where, counts, rule, quota, targetPay, weight, gates, limits, Sales.OWN);
    }

    /** Pays on all revenue by the rule alone. */
    public Component(String name, RateRule rule) {
        this(name, Measure.REVENUE, Match.ALL, null, rule, null, null, BigDecimal.ONE, List.of(), Limits.NONE);
    }

    /** What it asks for beside amounts, days and shares. */
    public Set<Need> needs() {
        return Needs.of(this);
    }

    /** By which traits it chooses credits, in itself, its rates, what counts and its gates. */
    public Set<String> traits() {
        return Needs.traits(this);
    }

    /** Whether it is about that credit at all. */
    boolean chooses(Credit credit) {
        Validity days = sales.days();
        return where.chooses(credit) && (days == null || days.contains(credit.date()));
    }

    /** Whether it pays anything in that month. */
    boolean touches(YearMonth month) {
        return sales.days() == null || sales.days().touches(month);
    }

    /** The last month of the window that it can pay in. */
    public YearMonth lastMonth(Period window) {
        LocalDate last = sales.days() == null ? null : sales.days().to();
        return YearMonth.from(last != null && last.isBefore(window.to()) ? last : window.to());
    }

    /** All windows, of the rule, of limits and of gates, that a credit of that date lies in. */
    List<Period> windows(LocalDate date) {
        List<Period> windows = new ArrayList<>();
        windows.add(rule.window(date));
        windows.add(limits.window().window(date));
        if (limits.budget() != null) {
            windows.add(limits.budget().over().window(date));
        }
        gates.forEach(gate -> gate.condition().gauges().forEach(gauge -> {
            if (gauge instanceof Condition.Total total) {
                windows.add(total.over().window(date));
            }
        }));
        return windows;
    }

    /** Names of components whose attainment its gates ask for. */
    List<String> asks() {
        List<String> names = new ArrayList<>();
        gates.forEach(gate -> gate.condition().gauges().forEach(gauge -> {
            if (gauge instanceof Condition.Attained attained) {
                names.add(attained.component());
            }
        }));
        return names;
    }
}
