package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Beside.Verdict;
import org.koploper.statistics.Discoveries;
import org.koploper.statistics.Proportion;
import org.koploper.statistics.RankedGroups;
import org.koploper.statistics.TwoCounts;
import org.koploper.statistics.TwoProportions;

/**
 * Holds the four numbers of each of several sides against all the others together, never against a sum that the side is part
 * of. Only what is large enough to matter and, among all the comparisons made at once, hardly chance counts as a difference.
 *
 * @param <K> whatever names a side
 */
final class Comparison<K> {

    /** Fewer people with a number of their own could subtract each other's. */
    static final int FEWEST_PEOPLE = 4;

    static final int FEWEST_DECISIONS = 10;
    static final int FEWEST_ORDERS = 5;
    static final int FEWEST_DAYS = 20;

    /** Of all that is called a difference at most this part is chance. */
    static final double WRONG = 0.1;

    private static final BigDecimal MATTERS = new BigDecimal("0.15");

    private final Map<K, MeterFacts> each;
    private final List<K> sides;
    private final List<K> judged;
    private final int fewest;
    private final List<Trial<K>> trials = new ArrayList<>();
    private final Map<K, Map<Meter, Beside>> found = new HashMap<>();

    private Comparison(Map<K, MeterFacts> each, List<K> judged, int fewest) {
        this.each = each;
        this.sides = List.copyOf(each.keySet());
        this.judged = judged;
        this.fewest = fewest;
        judged.forEach(side -> found.put(side, new EnumMap<>(Meter.class)));
        open();
        order();
        closing();
        cycle();
    }

    /** One that can be tested: by which part it is better, and how often chance alone gives as much. */
    private record Trial<K>(K side, Meter meter, BigDecimal better, double byChance) {}

    /** @param fewest sides with a number, below which nothing is compared */
    static <K> Map<K, Map<Meter, Beside>> of(Map<K, MeterFacts> each, int fewest) {
        Comparison<K> comparison = new Comparison<>(each, List.copyOf(each.keySet()), fewest);
        judge(List.of(comparison));
        return comparison.found;
    }

    /** One side at one time against itself at each of these other times. */
    static List<Map<Meter, Beside>> changes(MeterFacts now, List<MeterFacts> then) {
        List<Comparison<Boolean>> pairs = then.stream()
                .map(other -> {
                    Map<Boolean, MeterFacts> both = new TreeMap<>();
                    both.put(true, now);
                    both.put(false, other);
                    return new Comparison<>(both, List.of(true), 2);
                })
                .toList();
        judge(pairs);
        return pairs.stream().map(pair -> pair.besides(true)).toList();
    }

    private void open() {
        boolean few = tooFew(facts -> facts.atWork() > 0);
        int all = each.values().stream().mapToInt(MeterFacts::open).sum();
        double days = each.values().stream().mapToDouble(MeterFacts::atWork).sum();
        for (K side : judged) {
            MeterFacts own = facts(side);
            double otherDays = days - own.atWork();
            int cases = (int) Math.min(own.atWork(), otherDays);
            if (few || cases < FEWEST_DAYS) {
                put(side, Meter.OPEN, untested(few, cases, FEWEST_DAYS));
                continue;
            }
            TwoCounts counts = new TwoCounts(own.open(), own.atWork(), all - own.open(), otherDays);
            BigDecimal others = BigDecimal.valueOf(counts.expected());
            test(
                    side,
                    Meter.OPEN,
                    others,
                    BigDecimal.valueOf(counts.second()),
                    BigDecimal.valueOf(otherDays),
                    cases,
                    FEWEST_DAYS,
                    gap(BigDecimal.valueOf(own.open()), others),
                    counts.byChance());
        }
    }

    private void order() {
        boolean few = tooFew(facts -> facts.orders().signum() > 0);
        boolean many = each.values().stream().anyMatch(facts -> facts.values() == null);
        RankedGroups ranked = ranked(MeterFacts::sizes);
        int values = sides.stream().mapToInt(side -> sizes(side)).sum();
        BigDecimal revenue = sum(MeterFacts::revenue);
        BigDecimal orders = sum(MeterFacts::orders);
        for (K side : judged) {
            int i = sides.indexOf(side);
            MeterFacts own = facts(side);
            BigDecimal part = revenue.subtract(own.revenue());
            BigDecimal whole = orders.subtract(own.orders());
            int size = sizes(side);
            int cases = Math.min(size, values - size);
            if (few || many || cases < FEWEST_ORDERS || own.orders().signum() <= 0 || whole.signum() <= 0) {
                put(side, Meter.ORDER, many ? tooMany() : untested(few, cases, FEWEST_ORDERS));
                continue;
            }
            BigDecimal others = Numbers.divide(part, whole);
            BigDecimal gap = gap(Numbers.divide(own.revenue(), own.orders()), others);
            test(
                    side,
                    Meter.ORDER,
                    others,
                    part,
                    whole,
                    cases,
                    FEWEST_ORDERS,
                    sameWay(gap, ranked.higher(i)),
                    ranked.byChance(i));
        }
    }

    private void closing() {
        boolean few = tooFew(facts -> facts.decided() > 0);
        int won = each.values().stream().mapToInt(MeterFacts::won).sum();
        int decided = each.values().stream().mapToInt(MeterFacts::decided).sum();
        for (K side : judged) {
            MeterFacts own = facts(side);
            int cases = Math.min(own.decided(), decided - own.decided());
            if (few || cases < FEWEST_DECISIONS) {
                put(side, Meter.CLOSING, untested(few, cases, FEWEST_DECISIONS));
                continue;
            }
            Proportion rate = new Proportion(own.won(), own.decided());
            Proportion rest = new Proportion(won - own.won(), decided - own.decided());
            BigDecimal others = BigDecimal.valueOf(rest.rate());
            test(
                    side,
                    Meter.CLOSING,
                    others,
                    BigDecimal.valueOf(rest.hits()),
                    BigDecimal.valueOf(rest.of()),
                    cases,
                    FEWEST_DECISIONS,
                    gap(BigDecimal.valueOf(rate.rate()), others),
                    new TwoProportions(rate, rest).byChance());
        }
    }

    private void cycle() {
        boolean few = tooFew(facts -> facts.timed() > 0);
        RankedGroups ranked = ranked(MeterFacts::days);
        NavigableMap<Integer, BigDecimal> all = new TreeMap<>();
        each.values()
                .forEach(facts -> facts.cycles().forEach((days, count) -> all.merge(days, count, BigDecimal::add)));
        int timed = each.values().stream().mapToInt(MeterFacts::timed).sum();
        for (K side : judged) {
            int i = sides.indexOf(side);
            MeterFacts own = facts(side);
            int rest = timed - own.timed();
            int cases = Math.min(own.timed(), rest);
            if (few || cases < FEWEST_ORDERS) {
                put(side, Meter.CYCLE, untested(few, cases, FEWEST_ORDERS));
                continue;
            }
            BigDecimal median = Objects.requireNonNull(Quantiles.median(own.cycles()));
            BigDecimal others = Objects.requireNonNull(Quantiles.median(own.cyclesLeftOf(all)));
            BigDecimal longer = sameWay(gap(median, others), ranked.higher(i));
            test(
                    side,
                    Meter.CYCLE,
                    others,
                    null,
                    BigDecimal.valueOf(rest),
                    cases,
                    FEWEST_ORDERS,
                    longer.negate(),
                    ranked.byChance(i));
        }
    }

    private void test(
            K side,
            Meter meter,
            BigDecimal others,
            @Nullable BigDecimal part,
            BigDecimal whole,
            int cases,
            int needed,
            BigDecimal better,
            double byChance) {
        put(side, meter, new Beside(Verdict.UNCLEAR, others, part, whole, cases, needed));
        trials.add(new Trial<>(side, meter, better, byChance));
    }

    /** All that was tested counts as one search. */
    private static <K> void judge(List<Comparison<K>> comparisons) {
        List<Boolean> differ = Discoveries.among(
                comparisons.stream()
                        .flatMap(one -> one.trials.stream())
                        .map(Trial::byChance)
                        .toList(),
                WRONG);
        Iterator<Boolean> next = differ.iterator();
        for (Comparison<K> comparison : comparisons) {
            for (Trial<K> trial : comparison.trials) {
                if (next.next() && trial.better().abs().compareTo(MATTERS) >= 0) {
                    Verdict verdict = trial.better().signum() > 0 ? Verdict.BETTER : Verdict.WORSE;
                    comparison
                            .besides(trial.side())
                            .computeIfPresent(trial.meter(), (meter, unclear) -> unclear.with(verdict));
                }
            }
        }
    }

    private void put(K side, Meter meter, Beside beside) {
        besides(side).put(meter, beside);
    }

    private Map<Meter, Beside> besides(K side) {
        return Objects.requireNonNull(found.get(side));
    }

    private static Beside untested(boolean fewPeople, int cases, int needed) {
        return new Beside(
                fewPeople ? Verdict.TOO_FEW_PEOPLE : Verdict.TOO_LITTLE, null, null, null, Math.max(0, cases), needed);
    }

    private static Beside tooMany() {
        return new Beside(Verdict.TOO_MANY, null, null, null, 0, 0);
    }

    private boolean tooFew(Function<MeterFacts, Boolean> known) {
        return each.values().stream().filter(known::apply).count() < fewest;
    }

    private RankedGroups ranked(Function<MeterFacts, double[]> sizes) {
        return RankedGroups.of(sides.stream().map(this::facts).map(sizes).toList());
    }

    private MeterFacts facts(K side) {
        return Objects.requireNonNull(each.get(side));
    }

    private int sizes(K side) {
        List<BigDecimal> values = facts(side).values();
        return values == null ? 0 : values.size();
    }

    private BigDecimal sum(Function<MeterFacts, BigDecimal> number) {
        return each.values().stream().map(number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** By which part it is more; of nothing anything is wholly more. */
    private static BigDecimal gap(BigDecimal own, BigDecimal others) {
        return others.signum() == 0
                ? BigDecimal.valueOf(own.signum())
                : own.divide(others, MathContext.DECIMAL64).subtract(BigDecimal.ONE);
    }

    /** A mean may be pulled up by one huge order: it is no difference when single ones rather lie the other way. */
    private static BigDecimal sameWay(BigDecimal gap, double higher) {
        return gap.signum() == Math.signum(higher - 0.5) ? gap : BigDecimal.ZERO;
    }
}
