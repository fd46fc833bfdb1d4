package org.koploper.commission.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.koploper.commission.engine.Accumulate;
import org.koploper.commission.engine.Bonus;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.Counts;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.Engine;
import org.koploper.commission.engine.Facts;
import org.koploper.commission.engine.FlatRate;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.Measure;
import org.koploper.commission.engine.On;
import org.koploper.commission.engine.PayCurve;
import org.koploper.commission.engine.Quota;
import org.koploper.commission.engine.Ranking;
import org.koploper.commission.engine.Rates;
import org.koploper.commission.engine.Scorecard;
import org.koploper.commission.engine.Terms;
import org.koploper.commission.engine.TierRule;
import org.koploper.money.Decimals;

/**
 * Looks for what people would not expect of a plan, and shows each with the smallest sales that show it: a cent that is worth
 * a fortune, selling more for less, tiers that nobody feels, deals that pay more in two. Each part is tried alone, without
 * its gates, under the plan's own rounding. Pure.
 */
public final class PlanLint {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** What a smallest step of sales may be worth; more is a cliff. */
    private static final BigDecimal MOST_FOR_A_STEP = BigDecimal.ONE;

    private static final BigDecimal TWO = BigDecimal.TWO;

    private final Terms terms;
    private final List<Finding> findings = new ArrayList<>();

    private PlanLint(Terms terms) {
        this.terms = terms;
    }

    /**
     * One thing to look at.
     *
     * @param path of the part of the document that it is about
     * @param code stable, kebab-case; translated as {@code plan.finding.<code>} with the arguments
     */
    public record Finding(String path, String code, List<String> arguments) {}

    /**
     * All that is found, in the order of the document.
     *
     * @param terms of that document
     */
    public static List<Finding> of(PlanDocument document, Terms terms) {
        PlanLint lint = new PlanLint(terms);
        if (document.examples().isEmpty()) {
            lint.find("examples", "no-examples");
        }
        for (int i = 0; i < document.components().size(); i++) {
            lint.look("components[" + i + "]", document.components().get(i));
        }
        return List.copyOf(lint.findings);
    }

    private void look(String path, Component component) {
        List<BigDecimal> bounds = bounds(component);
        BigDecimal step =
                unit(component) == Measure.REVENUE || unit(component) == Measure.MARGIN ? CENT : BigDecimal.ONE;
        for (BigDecimal bound : bounds) {
            BigDecimal below = pay(component, bound.subtract(step));
            BigDecimal at = pay(component, bound.add(step));
            if (at.compareTo(below) < 0) {
                find(path, "less-for-more", bound.subtract(step), below, bound.add(step), at);
            } else if (at.subtract(below).compareTo(MOST_FOR_A_STEP.add(slope(component, bound, step))) > 0) {
                find(path, "cliff", bound.subtract(step), below, bound.add(step), at);
            }
        }
        flat(path, component, bounds, step);
        split(path, component, bounds);
    }

    /** What the two steps around a bound earn at the rate beyond it, so that a steep rate is no cliff. */
    private BigDecimal slope(Component component, BigDecimal bound, BigDecimal step) {
        BigDecimal far = pay(component, bound.add(step.multiply(BigDecimal.TEN)));
        return far.subtract(pay(component, bound.add(step))).abs();
    }

    /** Stretches beyond the first bound in which nothing more is earned, though the plan has a tier there. */
    private void flat(String path, Component component, List<BigDecimal> bounds, BigDecimal step) {
        for (int i = 0; i < bounds.size(); i++) {
            BigDecimal from = bounds.get(i).add(step);
            BigDecimal to = i + 1 < bounds.size() ? bounds.get(i + 1).subtract(step) : from.multiply(TWO);
            BigDecimal paid = pay(component, from);
            if (to.compareTo(from) > 0 && !isStep(component) && paid.compareTo(pay(component, to)) == 0) {
                find(path, "nothing-more", from, to, paid);
            }
        }
    }

    /** Where each deal is rated alone, one deal can pay otherwise than the same in two. */
    private void split(String path, Component component, List<BigDecimal> bounds) {
        if (accumulate(component) != Accumulate.NONE || bounds.isEmpty()) {
            return;
        }
        BigDecimal half = bounds.getFirst();
        BigDecimal whole = half.multiply(TWO);
        BigDecimal inOne = pay(component, whole);
        BigDecimal inTwo = pay(component, half, half);
        if (inOne.compareTo(inTwo) != 0) {
            find(path, "pays-otherwise-in-two", whole, inOne, half, inTwo);
        }
    }

    private void find(String path, String code, BigDecimal... numbers) {
        findings.add(new Finding(
                path,
                code,
                java.util.Arrays.stream(numbers).map(Decimals::plain).toList()));
    }

    /** Where the rule changes, in what the component counts. */
    private static List<BigDecimal> bounds(Component component) {
        TreeSet<BigDecimal> bounds = new TreeSet<>();
        switch (component.rule()) {
            case FlatRate flat -> {
                // the same everywhere
            }
            case TierRule tiers -> {
                if (tiers.on() == On.COUNTED || tiers.on() == On.ATTAINMENT) {
                    tiers.bands().forEach(band -> add(component, tiers.on(), band.from(), bounds));
                }
            }
            case PayCurve curve ->
                curve.points().forEach(point -> add(component, On.ATTAINMENT, point.attainment(), bounds));
            case Bonus bonus -> bonus.steps().forEach(step -> add(component, bonus.on(), step.from(), bounds));
            case Scorecard card -> {
                // nothing that is sold moves it
            }
            case Ranking ranking -> {
                // nor what one sells alone
            }
        }
        return List.copyOf(bounds);
    }

    private static void add(Component component, On on, BigDecimal bound, TreeSet<BigDecimal> bounds) {
        Quota quota = component.quota();
        BigDecimal whole = on == On.ATTAINMENT ? quota == null ? null : quota.amount() : BigDecimal.ONE;
        if (bound.signum() > 0 && whole != null) {
            bounds.add(Decimals.canonical(bound.multiply(whole)));
        }
    }

    private static boolean isStep(Component component) {
        return component.rule() instanceof Bonus;
    }

    private static Accumulate accumulate(Component component) {
        return component.rule() instanceof TierRule tiers ? tiers.accumulate() : Accumulate.MONTH;
    }

    private static Measure unit(Component component) {
        Counts counts = component.counts();
        return counts == null ? component.measure() : counts.measure();
    }

    /** What somebody who sold exactly that in the first month earns in this part alone. */
    private BigDecimal pay(Component component, BigDecimal... sales) {
        Component alone = new Component(
                component.name(),
                component.measure(),
                component.where(),
                component.counts(),
                component.rule(),
                component.quota() == null
                        ? null
                        : new Quota(
                                component.quota().amount(), List.of(), org.koploper.commission.engine.Proration.NONE),
                component.targetPay(),
                component.weight(),
                List.of(),
                component.limits());
        Terms one = new Terms(
                terms.plan(), terms.version(), terms.currency(), terms.validity(), List.of(alone), terms.rounding());
        LocalDate day = terms.validity().from();
        List<Credit> credits = new ArrayList<>();
        for (BigDecimal amount : sales) {
            Facts facts = new Facts(BigDecimal.ZERO, amount, amount, traits(component));
            credits.add(new Credit("D-" + (credits.size() + 1), day, amount, BigDecimal.ONE, facts));
        }
        YearMonth month = YearMonth.from(day);
        return Engine.calculate(one, History.of(credits), month, month).stream()
                .map(Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A kind of credit that the component is about and has a rate for. */
    private static Map<String, String> traits(Component component) {
        Map<String, String> traits = new TreeMap<>();
        if (component.rule() instanceof TierRule tiers) {
            tiers.bands().getFirst().rates().cases().stream()
                    .findFirst()
                    .map(Rates.Case::when)
                    .ifPresent(match -> match.wanted()
                            .forEach((trait, values) -> traits.put(
                                    trait, values.stream().sorted().findFirst().orElseThrow())));
        }
        component
                .where()
                .wanted()
                .forEach((trait, values) ->
                        traits.put(trait, values.stream().sorted().findFirst().orElseThrow()));
        return traits;
    }
}
