package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A plan at random, of every rule and every switch; the same for the same random numbers. */
final class AnyPlan {

    /** Names of objectives; what gates ask for and scorecards pay. */
    static final List<String> OBJECTIVES = List.of("NPS", "Launch", "Training");

    private static final List<String> NAMES = List.of("A", "B", "C");
    private static final LocalDate EARLY = LocalDate.of(2020, 1, 1);

    private final Random random;

    AnyPlan(Random random) {
        this.random = random;
    }

    Terms terms() {
        int count = random.nextInt(1, 4);
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            components.add(component(NAMES.get(i), count));
        }
        boolean isFlat = components.stream().allMatch(component -> component.rule() instanceof FlatRate);
        Exchange exchange = exchange();
        Rounding rounding = oneIn(10)
                ? new Rounding(random.nextBoolean() ? RoundingMode.HALF_EVEN : RoundingMode.DOWN, random.nextInt(0, 3))
                : new Rounding(RoundingMode.HALF_UP, 2, isFlat && exchange.payIn() == null);
        return new Terms("Any", 1, Samples.EURO, validity(), components, rounding, pay(), exchange);
    }

    private Validity validity() {
        LocalDate from = oneIn(4) ? LocalDate.of(2025, 12, 1).plusDays(random.nextInt(60)) : EARLY;
        return new Validity(from, oneIn(6) ? LocalDate.of(2026, 4, 10).plusDays(random.nextInt(60)) : null);
    }

    private Exchange exchange() {
        return new Exchange(
                oneOf(RateDay.values()),
                oneIn(6) ? Samples.DOLLAR : null,
                oneOf(RateDay.PERIOD_END, RateDay.PAY, RateDay.FIXED),
                random.nextInt(1, 29),
                oneIn(3)
                        ? List.of()
                        : List.of(new DatedRate("USD", "EUR", EARLY, BigDecimal.valueOf(random.nextInt(1, 20), 1))));
    }

    private Sales sales(RateRule rule, Measure measure) {
        boolean isAboutNone = rule instanceof Scorecard || rule instanceof Ranking;
        Whose whose = oneIn(2) || isAboutNone ? Whose.OWN : oneOf(Whose.values());
        boolean isLess = whose.isOfOthers() && measure.unit() == Unit.AMOUNT && oneIn(2);
        LocalDate from = Samples.FROM.atDay(1).plusDays(random.nextInt(60));
        Validity days = oneIn(4) ? new Validity(from, oneIn(3) ? null : from.plusDays(random.nextInt(200))) : null;
        return new Sales(whose, isLess, whose == Whose.OWN && rule.isAlone() && random.nextBoolean(), days);
    }

    Component component(String name, int components) {
        RateRule rule = rule();
        Measure measure = oneOf(Measure.values());
        boolean pays = rule instanceof PayCurve || rule instanceof Scorecard;
        boolean attains = rule instanceof TierRule tiers && tiers.on() == On.ATTAINMENT;
        Quota quota = rule.needsQuota() || oneIn(4) ? quota() : null;
        return new Component(
                name,
                measure,
                oneIn(3) ? match() : Match.ALL,
                oneIn(5) ? new Counts(oneOf(Measure.values()), multipliers()) : null,
                rule,
                quota,
                pays || attains && random.nextBoolean() ? round(500, 20) : null,
                oneIn(4) ? BigDecimal.valueOf(random.nextInt(0, 16), 1) : BigDecimal.ONE,
                gates(components),
                oneIn(3) ? limits() : Limits.NONE,
                sales(rule, measure));
    }

    RateRule rule() {
        return switch (random.nextInt(9)) {
            case 0 -> new FlatRate(cases(true, kinds()));
            case 1, 2, 3, 4 -> tiers();
            case 5 -> curve();
            case 6 -> bonus();
            case 7 -> ranking();
            default -> scorecard();
        };
    }

    private TierRule tiers() {
        On on = oneIn(2) ? On.COUNTED : oneOf(On.values());
        Accumulate accumulate = on.isMargin() ? Accumulate.NONE : oneOf(Accumulate.values());
        int mode = on == On.OUTPUT ? 0 : random.nextInt(3);
        List<Match> kinds = kinds();
        List<Band> bands = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (int left = random.nextInt(1, 5); left > 0; left--) {
            BigDecimal to = left == 1 ? null : from.add(step(on));
            boolean rerates = mode == 1 || mode == 2 && random.nextBoolean();
            Rates rates = on == On.OUTPUT ? above(kinds) : cases(false, kinds);
            bands.add(new Band(from, to, rates, rerates));
            from = to == null ? from : to;
        }
        return new TierRule(accumulate, oneOf(Boundary.values()), on, bands);
    }

    private BigDecimal step(On on) {
        return switch (on) {
            case COUNTED -> oneIn(3) ? BigDecimal.valueOf(random.nextInt(1, 8)) : round(500, 20);
            case OUTPUT -> round(50, 20);
            default -> BigDecimal.valueOf(random.nextInt(1, 10), 1);
        };
    }

    private PayCurve curve() {
        List<PayCurve.Point> points = new ArrayList<>();
        BigDecimal at = BigDecimal.valueOf(random.nextInt(0, 8), 1);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            BigDecimal pays = at.signum() == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(0, 15), 1);
            points.add(new PayCurve.Point(at, pays));
            at = at.add(BigDecimal.valueOf(random.nextInt(1, 8), 1));
        }
        return new PayCurve(
                oneOf(Accumulate.values()),
                points,
                random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(0, 4)) : null,
                random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(0, 30), 1) : null);
    }

    private Bonus bonus() {
        On on = random.nextBoolean() ? On.COUNTED : On.ATTAINMENT;
        List<Bonus.Step> steps = new ArrayList<>();
        Boundary boundary = oneOf(Boundary.values());
        BigDecimal from = random.nextBoolean() ? BigDecimal.ZERO : step(on);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            BigDecimal to = from.add(step(on));
            boolean isWay = random.nextBoolean() || from.signum() == 0 && boundary == Boundary.UPPER;
            steps.add(new Bonus.Step(from, isWay ? to : null, round(10, 50)));
            from = to;
        }
        return new Bonus(oneOf(Accumulate.values()), boundary, on, steps);
    }

    private Ranking ranking() {
        List<BigDecimal> prizes = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            prizes.add(BigDecimal.valueOf(random.nextInt(0, 50_000), 2));
        }
        return new Ranking(oneOf(Accumulate.values()), prizes, oneOf(Ties.values()));
    }

    private Scorecard scorecard() {
        List<Scorecard.Objective> objectives = oneIn(2)
                ? List.of(new Scorecard.Objective("Launch", BigDecimal.ONE))
                : List.of(
                        new Scorecard.Objective("Launch", new BigDecimal("0.7")),
                        new Scorecard.Objective("Training", new BigDecimal("0.3")));
        return new Scorecard(oneOf(Accumulate.values()), objectives);
    }

    private Quota quota() {
        List<BigDecimal> ramp = new ArrayList<>();
        for (int i = oneIn(3) ? random.nextInt(1, 4) : 0; i > 0; i--) {
            ramp.add(round(500, 20));
        }
        Proration proration = oneOf(Proration.values());
        PartTime partTime = proration == Proration.NONE ? PartTime.IGNORED : oneOf(PartTime.values());
        return new Quota(oneIn(3) ? null : round(1000, 20), ramp, proration, partTime);
    }

    private List<Gate> gates(int components) {
        List<Gate> gates = new ArrayList<>();
        for (int i = oneIn(3) ? random.nextInt(1, 3) : 0; i > 0; i--) {
            gates.add(new Gate(condition(components, 2), BigDecimal.valueOf(random.nextInt(0, 4) * 5L, 1)));
        }
        return gates;
    }

    private Condition condition(int components, int depth) {
        return switch (random.nextInt(depth == 0 ? 2 : 5)) {
            case 0 -> new Condition.Below(gauge(components), bound());
            case 1 -> new Condition.AtLeast(gauge(components), bound());
            case 2 -> new Condition.Not(condition(components, depth - 1));
            case 3 -> new Condition.All(List.of(condition(components, depth - 1), condition(components, depth - 1)));
            default -> new Condition.Any(List.of(condition(components, depth - 1), condition(components, depth - 1)));
        };
    }

    private BigDecimal bound() {
        return oneIn(3) ? round(500, 10) : BigDecimal.valueOf(random.nextInt(0, 20), 1);
    }

    private Condition.Gauge gauge(int components) {
        return switch (random.nextInt(3)) {
            case 0 ->
                new Condition.Total(
                        oneOf(Measure.values()),
                        oneIn(2) ? match() : Match.ALL,
                        oneOf(Accumulate.values()),
                        oneIn(2) ? Whose.OWN : oneOf(Whose.values()));
            case 1 -> new Condition.Attained(NAMES.get(random.nextInt(components)));
            default ->
                new Condition.Scored(OBJECTIVES.get(random.nextInt(OBJECTIVES.size())), oneOf(Accumulate.values()));
        };
    }

    private Limits limits() {
        BigDecimal most = oneIn(2) ? round(100, 20) : null;
        boolean isCarried = most != null && oneIn(2);
        Budget budget = !isCarried && oneIn(2)
                ? new Budget(round(100, 20), oneOf(Accumulate.values()), oneOf(Budget.Overrun.values()))
                : null;
        return new Limits(
                oneIn(2) ? round(50, 20) : null,
                most,
                oneOf(Accumulate.values()),
                oneIn(3) ? round(10, 20).subtract(BigDecimal.TEN) : null,
                isCarried,
                budget);
    }

    PayTerms pay() {
        return new PayTerms(
                oneIn(2) ? release() : null,
                oneIn(2) ? draw() : null,
                oneIn(4) ? new PayTerms.Holdback("Kept", percent(), random.nextInt(1, 5)) : null,
                oneIn(2) ? new PayTerms.Clawback(oneIn(2) ? percent() : null, random.nextInt(1, 13)) : null,
                random.nextBoolean());
    }

    private PayTerms.Release release() {
        if (random.nextBoolean()) {
            return new PayTerms.OnCash();
        }
        List<Integer> after = new ArrayList<>();
        for (int i = random.nextInt(0, 4), month = 0; i > 0; i--) {
            month += random.nextInt(1, 4);
            after.add(month);
        }
        return new PayTerms.Instalments(after.isEmpty() ? BigDecimal.ONE : percent(), after);
    }

    private PayTerms.Draw draw() {
        @Nullable Integer months = random.nextBoolean() ? Integer.valueOf(random.nextInt(1, 6)) : null;
        return new PayTerms.Draw("Draw", oneOf(PayTerms.DrawKind.values()), round(50, 40), months);
    }

    /** With what is chosen for everything else, or with nothing for it. */
    private List<Match> kinds() {
        return switch (random.nextInt(5)) {
            case 0 -> List.of(new Match(Map.of("kind", Set.of("new"))), Match.ALL);
            case 1 -> List.of(new Match(Map.of("product", Set.of("x"))), new Match(Map.of("kind", Set.of("new"))));
            default -> List.of(Match.ALL);
        };
    }

    private Match match() {
        return random.nextBoolean()
                ? new Match(Map.of("kind", Set.of(oneIn(2) ? "new" : "renewal")))
                : new Match(Map.of("product", Set.of("x", "y")));
    }

    private Rates cases(boolean fixed, List<Match> kinds) {
        return new Rates(kinds.stream()
                .map(kind -> fixed && oneIn(4)
                        ? new Rates.Case(kind, round(1, 90), true)
                        : new Rates.Case(kind, BigDecimal.valueOf(random.nextInt(0, 300), 3), false))
                .toList());
    }

    private Rates above(List<Match> kinds) {
        return new Rates(kinds.stream()
                .map(kind -> new Rates.Case(kind, BigDecimal.valueOf(random.nextInt(1, 300), 3), false))
                .toList());
    }

    private Rates multipliers() {
        return new Rates(kinds().stream()
                .map(kind -> new Rates.Case(kind, BigDecimal.valueOf(random.nextInt(0, 4) * 5L, 1), false))
                .toList());
    }

    private BigDecimal percent() {
        return BigDecimal.valueOf(random.nextInt(0, 21) * 5L, 2);
    }

    /** A whole number of steps, so that sums of deals land on it. */
    private BigDecimal round(int step, int most) {
        return BigDecimal.valueOf((long) step * random.nextInt(1, most));
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
