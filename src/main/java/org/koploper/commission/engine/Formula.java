package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a step of a reason follows from its operands. */
public enum Formula {
    /** Not computed here: a fact or a term of the plan. No operands. */
    GIVEN,
    /** All operands multiplied; at least one. */
    PRODUCT,
    /** All operands added; zero when there are none. */
    SUM,
    /** The first operand minus the second. */
    DIFFERENCE,
    /**
     * The part of the way from the first operand to the second that lies between the third and the fourth, or beyond the
     * third when there is no fourth; negative when the way leads back. Below zero the bounds are mirrored.
     */
    OVERLAP,
    /** The first operand rounded to as many decimals as the second says; the mode is in the name, and so for the next three. */
    ROUNDED_HALF_UP(RoundingMode.HALF_UP),
    ROUNDED_HALF_EVEN(RoundingMode.HALF_EVEN),
    /** Away from zero. */
    ROUNDED_UP(RoundingMode.UP),
    /** Towards zero. */
    ROUNDED_DOWN(RoundingMode.DOWN);

    private final @Nullable RoundingMode mode;

    Formula() {
        this(null);
    }

    Formula(@Nullable RoundingMode mode) {
        this.mode = mode;
    }

    /** @throws IllegalArgumentException when no formula rounds in this way */
    static Formula rounded(RoundingMode mode) {
        for (Formula formula : values()) {
            if (formula.mode == mode) {
                return formula;
            }
        }
        throw new IllegalArgumentException("A plan cannot round by " + mode);
    }

    /** For example {@code formula.rounded-half-up}: what translations are found by. */
    public String key() {
        return "formula." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when the operands are not as many as the formula takes */
    BigDecimal apply(List<BigDecimal> operands) {
        return switch (this) {
            case GIVEN -> throw new IllegalArgumentException("What is given does not follow from " + operands);
            case PRODUCT -> take(operands, 1, Integer.MAX_VALUE).stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
            case SUM -> operands.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case DIFFERENCE -> {
                take(operands, 2, 2);
                yield operands.get(0).subtract(operands.get(1));
            }
            case OVERLAP -> {
                take(operands, 3, 4);
                yield overlap(
                        operands.get(0),
                        operands.get(1),
                        operands.get(2),
                        operands.size() == 4 ? operands.get(3) : null);
            }
            case ROUNDED_HALF_UP, ROUNDED_HALF_EVEN, ROUNDED_UP, ROUNDED_DOWN -> {
                take(operands, 2, 2);
                yield operands.get(0).setScale(operands.get(1).intValueExact(), Objects.requireNonNull(mode));
            }
        };
    }

    static BigDecimal overlap(BigDecimal before, BigDecimal after, BigDecimal from, @Nullable BigDecimal to) {
        return inside(after, from, to).subtract(inside(before, from, to));
    }

    /** How far the way from zero to the position runs inside the bounds. */
    private static BigDecimal inside(BigDecimal position, BigDecimal from, @Nullable BigDecimal to) {
        BigDecimal distance = position.abs();
        BigDecimal reached = to == null ? distance : distance.min(to);
        BigDecimal inside = reached.subtract(from).max(BigDecimal.ZERO);
        return position.signum() < 0 ? inside.negate() : inside;
    }

    private List<BigDecimal> take(List<BigDecimal> operands, int least, int most) {
        if (operands.size() < least || operands.size() > most) {
            throw new IllegalArgumentException(this + " cannot take " + operands.size() + " operands");
        }
        return operands;
    }
}
