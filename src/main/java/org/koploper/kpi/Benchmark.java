package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.MemberMeters.Beside;
import org.koploper.people.PersonRef;

/**
 * Holds each of several people against all the others together, never against a sum that the person is part of. Only a
 * difference that is large enough to matter and hardly chance counts as one.
 */
final class Benchmark {

    /** Fewer people with a number of their own could subtract each other's. */
    static final int FEWEST_PEOPLE = 4;

    /** Below so many decisions a closing rate is not compared. */
    static final int FEWEST_DECISIONS = 10;

    private static final BigDecimal MATTERS = new BigDecimal("0.15");
    private static final BigDecimal FAR = new BigDecimal("0.40");

    /** So many standard deviations chance alone exceeds once in forty times on either side. */
    private static final double HARDLY_CHANCE = 1.96;

    private static final double NO_CHANCE = Double.MAX_VALUE;

    private final Map<PersonRef, OwnMeters> each;
    private final List<Owned> orders;
    private final List<Owned> cycles;

    /**
     * @param orders what each order was worth
     * @param cycles how many days each won quote took
     */
    Benchmark(Map<PersonRef, OwnMeters> each, List<Owned> orders, List<Owned> cycles) {
        this.each = each;
        this.orders = sorted(orders);
        this.cycles = sorted(cycles);
    }

    /** One value of somebody. */
    record Owned(long owner, BigDecimal value) {}

    private static List<Owned> sorted(List<Owned> values) {
        return values.stream().sorted(Comparator.comparing(Owned::value)).toList();
    }

    MemberMeters of(PersonRef person) {
        OwnMeters own = Objects.requireNonNull(each.get(person));
        return new MemberMeters(person, own, order(person, own), closing(person, own), cycle(person, own));
    }

    private @Nullable Beside order(PersonRef person, OwnMeters own) {
        BigDecimal others = quotient(sum(person, OwnMeters::revenue), sum(person, OwnMeters::orders));
        if (own.averageOrder() == null || others == null || tooFew(OwnMeters::averageOrder)) {
            return null;
        }
        return beside(gap(own.averageOrder(), others), typical(person, orders));
    }

    private @Nullable Beside closing(PersonRef person, OwnMeters own) {
        BigDecimal others = quotient(
                sum(person, meters -> BigDecimal.valueOf(meters.won())),
                sum(person, meters -> BigDecimal.valueOf(meters.decided())));
        if (own.decided() < FEWEST_DECISIONS
                || own.closingRate() == null
                || others == null
                || tooFew(OwnMeters::closingRate)) {
            return null;
        }
        double rate = others.doubleValue();
        double deviation = Math.sqrt(own.decided() * rate * (1 - rate));
        double more = own.won() - own.decided() * rate;
        return beside(
                gap(own.closingRate(), others), deviation == 0 ? Math.signum(more) * NO_CHANCE : more / deviation);
    }

    private @Nullable Beside cycle(PersonRef person, OwnMeters own) {
        List<BigDecimal> others = others(person, cycles);
        if (own.cycleDays() == null || others.isEmpty() || tooFew(OwnMeters::cycleDays)) {
            return null;
        }
        BigDecimal median = median(others);
        return median.signum() == 0 ? null : beside(gap(own.cycleDays(), median).negate(), -typical(person, cycles));
    }

    private boolean tooFew(Function<OwnMeters, @Nullable BigDecimal> number) {
        return each.values().stream()
                        .filter(meters -> number.apply(meters) != null)
                        .count()
                < FEWEST_PEOPLE;
    }

    private BigDecimal sum(PersonRef without, Function<OwnMeters, BigDecimal> number) {
        return each.entrySet().stream()
                .filter(one -> !one.getKey().equals(without))
                .map(one -> number.apply(one.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Null where there is nothing to divide by, or where it would be nothing to compare with. */
    private static @Nullable BigDecimal quotient(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 || part.signum() <= 0 ? null : part.divide(whole, MathContext.DECIMAL64);
    }

    private static BigDecimal gap(BigDecimal own, BigDecimal others) {
        return own.divide(others, MathContext.DECIMAL64).subtract(BigDecimal.ONE);
    }

    /**
     * How many standard deviations more of one's values lie above the middle of the others' than below it, as after as many
     * throws of a coin.
     */
    private static double typical(PersonRef person, List<Owned> values) {
        List<BigDecimal> others = others(person, values);
        if (others.isEmpty()) {
            return 0;
        }
        BigDecimal middle = median(others);
        int above = 0;
        int below = 0;
        for (Owned value : values) {
            if (value.owner() == person.id().value()) {
                int side = value.value().compareTo(middle);
                above += side > 0 ? 1 : 0;
                below += side < 0 ? 1 : 0;
            }
        }
        int more = above - below;
        // counts are whole: half a step on either side belongs to each
        return above + below == 0 ? 0 : Math.signum(more) * Math.max(0, Math.abs(more) - 1) / Math.sqrt(above + below);
    }

    private static List<BigDecimal> others(PersonRef person, List<Owned> values) {
        return values.stream()
                .filter(value -> value.owner() != person.id().value())
                .map(Owned::value)
                .toList();
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.TWO, MathContext.DECIMAL64);
    }

    /**
     * @param better by which part it is better
     * @param deviations by how many standard deviations
     */
    private static Beside beside(BigDecimal better, double deviations) {
        boolean counts = better.abs().compareTo(MATTERS) >= 0
                && Math.abs(deviations) >= HARDLY_CHANCE
                && Math.signum(deviations) == better.signum();
        if (!counts) {
            return Beside.NEAR;
        }
        boolean far = better.abs().compareTo(FAR) >= 0;
        return better.signum() > 0 ? far ? Beside.FAR_BETTER : Beside.BETTER : far ? Beside.FAR_WORSE : Beside.WORSE;
    }
}
