package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.koploper.period.Period;

/** What a component's pay of a month is multiplied by: its weight, and each gate's factor at the end of that month. */
final class Gates {

    private final Component component;
    private final Map<Whose, List<Credit>> credits;
    private final Map<String, Component> components;
    private final History history;
    private final String plan;

    /** @param credits of the payee and of others, all of them, whatever component they are about */
    Gates(
            Component component,
            Map<Whose, List<Credit>> credits,
            Map<String, Component> components,
            History history,
            String plan) {
        this.component = component;
        this.credits = credits;
        this.components = components;
        this.history = history;
        this.plan = plan;
    }

    /** None where the pay is what the rule says. */
    List<Reason> factors(YearMonth month) {
        List<Reason> factors = new ArrayList<>();
        String source = plan + "/" + component.name();
        if (component.weight().compareTo(BigDecimal.ONE) != 0) {
            factors.add(Reason.given(Label.WEIGHT, component.weight(), Unit.RATE, source + "/weight"));
        }
        for (Gate gate : component.gates()) {
            String place = source + "/gate " + (component.gates().indexOf(gate) + 1);
            Reason open = Reason.given(Label.GATE_OPEN, BigDecimal.ONE, Unit.RATE, place);
            Reason shut = Reason.given(Label.GATE_SHUT, gate.otherwise(), Unit.RATE, place);
            factors.add(choice(gate.condition(), open, shut, month, place));
        }
        return factors;
    }

    /** Which of two numbers holds, with what it depends on. */
    private Reason choice(Condition condition, Reason yes, Reason no, YearMonth month, String place) {
        return switch (condition) {
            case Condition.AtLeast reached ->
                compared(Formula.AT_LEAST, reached.gauge(), reached.bound(), yes, no, month, place);
            case Condition.Below below -> compared(Formula.BELOW, below.gauge(), below.bound(), yes, no, month, place);
            case Condition.Not not -> choice(not.condition(), no, yes, month, place);
            case Condition.All all -> {
                Reason chosen = yes;
                for (Condition one : all.conditions().reversed()) {
                    chosen = choice(one, chosen, no, month, place);
                }
                yield chosen;
            }
            case Condition.Any any -> {
                Reason chosen = no;
                for (Condition one : any.conditions().reversed()) {
                    chosen = choice(one, yes, chosen, month, place);
                }
                yield chosen;
            }
        };
    }

    private Reason compared(
            Formula formula,
            Condition.Gauge gauge,
            BigDecimal bound,
            Reason yes,
            Reason no,
            YearMonth month,
            String place) {
        Reason limit = Reason.given(Label.GATE_AT, bound, unit(gauge), place);
        Reason measured = switch (gauge) {
            case Condition.Total total -> total(total, month);
            case Condition.Scored scored -> score(scored, month);
            case Condition.Attained attained -> {
                Attainment attainment = attainment(attained, month);
                if (attainment.quota() != null) {
                    limit = Reason.of(
                            Label.GATE_AT,
                            Formula.PRODUCT,
                            attainment.quota().unit(),
                            place,
                            List.of(limit, attainment.quota()));
                }
                yield attainment.counted();
            }
        };
        return Reason.of(Label.GATE, formula, Unit.RATE, place, List.of(measured, limit, yes, no));
    }

    private static Unit unit(Condition.Gauge gauge) {
        return gauge instanceof Condition.Total total ? total.measure().unit() : Unit.RATE;
    }

    private Reason total(Condition.Total total, YearMonth month) {
        Period window = total.over().window(month.atDay(1));
        BigDecimal sum = BigDecimal.ZERO;
        for (Credit credit :
                within(total.whose(), window, month.atEndOfMonth(), total.measure() == Measure.MARGIN, false)) {
            if (total.where().chooses(credit)) {
                sum = sum.add(total.measure().amount(credit));
            }
        }
        return Reason.given(Label.MEASURED, sum, total.measure().unit(), "window:" + window.key());
    }

    private Reason score(Condition.Scored scored, YearMonth month) {
        Period window = scored.over().window(month.atDay(1));
        Reason score = new QuotaBook(component, scored.over(), history, plan).score(scored.objective(), window);
        return score != null
                ? score
                : Reason.of(Label.NOT_SCORED, Formula.SUM, Unit.RATE, "score:" + scored.objective(), List.of());
    }

    private record Attainment(
            Reason counted,
            @org.jspecify.annotations.Nullable Reason quota) {}

    private Attainment attainment(Condition.Attained attained, YearMonth month) {
        Component of = java.util.Objects.requireNonNull(components.get(attained.component()));
        String source = plan + "/" + of.name();
        Accumulate windows = QuotaBook.windows(of.rule());
        Period window = windows.window(month.atDay(1));
        QuotaBook quotas = new QuotaBook(of, windows, history, source);
        BigDecimal sum = BigDecimal.ZERO;
        for (Credit credit : within(
                of.sales().whose(),
                window,
                month.atEndOfMonth(),
                of.needs().contains(Need.COST),
                of.sales().lessLower())) {
            if (of.chooses(credit)) {
                sum = sum.add(Credited.of(credit, of, source).counted().result());
            }
        }
        Reason quota = quotas.quota(window);
        // without a quota nothing is reached
        Reason counted = quota == null
                ? Reason.of(Label.NO_QUOTA, Formula.SUM, Unit.RATE, "window:" + window.key(), List.of())
                : Reason.given(Label.MEASURED, sum, quotas.unit(), "window:" + window.key());
        return new Attainment(counted, quota);
    }

    private List<Credit> within(Whose whose, Period window, LocalDate last, boolean byCost, boolean lessLower) {
        return java.util.Objects.requireNonNull(credits.get(whose)).stream()
                .filter(credit -> window.contains(credit.date())
                        && !credit.date().isAfter(last)
                        && credit.missing(byCost, lessLower) == null)
                .toList();
    }
}
