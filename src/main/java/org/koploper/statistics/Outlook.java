package org.koploper.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What a sum that grows over a period comes to, by how it grew in earlier periods: what is there so far, divided by the part
 * that was in by the same moment then (the mean of the last {@value #MEAN_OF}). Without an earlier period it goes on evenly.
 *
 * <p>How far off that is, is learned from itself: from every earlier period that had one before it, what the same way would
 * have said at the same moment beside what came. The root of the mean square of these errors, as parts of the forecast, is the
 * scale of a t distribution with as many degrees of freedom as there are errors: a few of them make it wide.
 *
 * @param soFar above zero
 * @param evenly how much of the period has gone at each moment: the first one is now, above zero; the last one is 1
 * @param earlier what was in by each of these moments, one for each earlier period, the oldest first; the last number of each
 *     is all of it, above zero
 */
public record Outlook(double soFar, double[] evenly, List<double[]> earlier) {

    /** Older periods say less about how this one grows. */
    public static final int MEAN_OF = 4;

    /** With fewer errors than that the interval is visibly wider than their size alone would make it. */
    public static final int ENOUGH = 8;

    /** @throws IllegalArgumentException when nothing is there so far, or moments do not fit together */
    public Outlook {
        earlier = List.copyOf(earlier);
        boolean fits = evenly.length > 0
                && evenly[0] > 0
                && earlier.stream().allMatch(one -> one.length == evenly.length && one[one.length - 1] > 0);
        if (!(soFar > 0) || !fits) {
            throw new IllegalArgumentException("No outlook from " + soFar + " by " + evenly.length + " moments");
        }
    }

    /** Whether it goes by earlier periods; they say nothing where nothing was in by now. */
    public boolean goesByEarlier() {
        return grows(earlier, 0).isPresent();
    }

    /** What is in by that moment. */
    public double at(int moment) {
        return soFar * grows(earlier, moment).orElse(evenly[moment] / evenly[0]);
    }

    /** All of it. */
    public double end() {
        return at(evenly.length - 1);
    }

    /** From how many errors it is known how far off it may be. */
    public int errors() {
        return (int) errors(evenly.length - 1).count();
    }

    /**
     * Where that moment's sum lies with that certainty, around {@link #at}; empty where no error is known.
     *
     * @param certainty between 0 and 1, both left out
     */
    public Optional<Interval> between(int moment, double certainty) {
        double[] errors = errors(moment).toArray();
        if (errors.length == 0 || !goesByEarlier()) {
            return Optional.empty();
        }
        double off = TDistribution.of(errors.length).inverseCumulativeProbability((1 + certainty) / 2) * size(errors);
        return Optional.of(new Interval(at(moment) * (1 - off), at(moment) * (1 + off)));
    }

    /** How probable it is that all of it is at least that much; empty where no error is known. */
    public OptionalDouble chanceOf(double target) {
        double[] errors = errors(evenly.length - 1).toArray();
        if (errors.length == 0 || !goesByEarlier()) {
            return OptionalDouble.empty();
        }
        double size = size(errors);
        double needed = target / end() - 1;
        return OptionalDouble.of(
                size == 0
                        ? needed <= 0 ? 1 : 0
                        : TDistribution.of(errors.length).survivalProbability(needed / size));
    }

    /** How many times as much it is at that moment as it is now, by these periods; empty where they cannot say. */
    private static OptionalDouble grows(List<double[]> periods, int moment) {
        List<double[]> last = periods.subList(Math.max(0, periods.size() - MEAN_OF), periods.size());
        double now = share(last, 0);
        return now > 0 ? OptionalDouble.of(share(last, moment) / now) : OptionalDouble.empty();
    }

    /** The mean of the parts that were in by that moment. */
    private static double share(List<double[]> periods, int moment) {
        return periods.stream()
                .mapToDouble(one -> one[moment] / one[one.length - 1])
                .average()
                .orElse(0);
    }

    private DoubleStream errors(int moment) {
        return IntStream.range(1, earlier.size())
                .filter(one -> earlier.get(one)[0] > 0)
                .mapToObj(one -> grows(earlier.subList(0, one), moment).stream()
                        .map(grown -> earlier.get(one)[moment] / (earlier.get(one)[0] * grown) - 1))
                .flatMapToDouble(errors -> errors);
    }

    private static double size(double[] errors) {
        return Math.sqrt(
                DoubleStream.of(errors).map(error -> error * error).average().orElse(0));
    }
}
