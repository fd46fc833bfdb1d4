package org.koploper.ui.kit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The upright axis of a chart: it begins or ends at zero, or has it inside, and its marks are round numbers.
 *
 * @param marks from the lowest to the highest, at equal distances, at least two
 */
public record ChartScale(List<BigDecimal> marks) {

    private static final BigDecimal STEPS = BigDecimal.valueOf(4);
    private static final List<BigDecimal> ROUND =
            List.of(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(5), BigDecimal.TEN);

    public ChartScale {
        marks = List.copyOf(marks);
    }

    /** Wide enough for all of them. */
    public static ChartScale of(Stream<BigDecimal> values) {
        List<BigDecimal> all = Stream.concat(values, Stream.of(BigDecimal.ZERO)).toList();
        BigDecimal highest = all.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal lowest = all.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal step = step(highest.subtract(lowest));
        BigDecimal first = lowest.divide(step, 0, RoundingMode.FLOOR);
        BigDecimal last = highest.divide(step, 0, RoundingMode.CEILING).max(first.add(BigDecimal.ONE));
        List<BigDecimal> marks = new ArrayList<>();
        for (BigDecimal i = first; i.compareTo(last) <= 0; i = i.add(BigDecimal.ONE)) {
            marks.add(i.multiply(step));
        }
        return new ChartScale(marks);
    }

    /** 1, 2 or 5 times a power of ten, so that about four of them span it. */
    private static BigDecimal step(BigDecimal span) {
        if (span.signum() == 0) {
            return BigDecimal.ONE;
        }
        BigDecimal rough = span.divide(STEPS, MathContext.DECIMAL32);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        return ROUND.stream()
                .map(power::multiply)
                .filter(step -> step.compareTo(rough) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /** How far below the upper end a value lies, of that height. */
    int down(BigDecimal value, int height) {
        BigDecimal top = marks.getLast();
        return top.subtract(value)
                .multiply(BigDecimal.valueOf(height))
                .divide(top.subtract(marks.getFirst()), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
