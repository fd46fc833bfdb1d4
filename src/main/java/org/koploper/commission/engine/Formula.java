package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Split;

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
    /** The first operand divided by the second, which is not zero. */
    QUOTIENT,
    /** How much further beyond the third operand the second lies than the first. */
    EXCESS,
    /** The smallest operand. */
    LEAST,
    /** The largest operand. */
    MOST,
    /** Whether the first operand reaches the second: then the third, else the fourth. */
    AT_LEAST,
    /** Whether the first operand stays below the second: then the third, else the fourth. */
    BELOW,
    /**
     * The part of the first operand, which has no more decimals than the second says, with the number that the third says,
     * from 1, when it is divided by the weights that follow; what is left over goes to those that lost most by the cut, the
     * earlier one first.
     */
    ALLOTTED,
    /**
     * What a straight line through the point of the second (along) and third (up) operand and that of the fourth and fifth
     * has at the first.
     */
    LINE,
    /**
     * The first operand rounded to as many decimals as the second says, once the dust of divisions that never end (beyond
     * 12 decimals) is off; the mode is in the name, and so for the next three.
     */
    ROUNDED_HALF_UP(RoundingMode.HALF_UP),
    ROUNDED_HALF_EVEN(RoundingMode.HALF_EVEN),
    /** Away from zero. */
    ROUNDED_UP(RoundingMode.UP),
    /** Towards zero. */
    ROUNDED_DOWN(RoundingMode.DOWN);

    /** No step has more decimals than the ledger keeps; where it would, it is rounded there, half to even. */
    static final int DECIMALS = 18;

    private static final int WITHOUT_DUST = 12;

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

    /** @throws IllegalArgumentException when the operands are not as many as the formula takes, or it divides by zero */
    BigDecimal apply(List<BigDecimal> operands) {
        BigDecimal result = exact(operands);
        return result.scale() > DECIMALS ? result.setScale(DECIMALS, RoundingMode.HALF_EVEN) : result;
    }

    private BigDecimal exact(List<BigDecimal> operands) {
        return switch (this) {
            case GIVEN -> throw new IllegalArgumentException("What is given does not follow from " + operands);
            case PRODUCT -> folded(take(operands, 1, Integer.MAX_VALUE), BigDecimal::multiply);
            case SUM -> operands.isEmpty() ? BigDecimal.ZERO : folded(operands, BigDecimal::add);
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
                BigDecimal clean = operands.get(0);
                if (clean.scale() > WITHOUT_DUST) {
                    clean = clean.setScale(WITHOUT_DUST, RoundingMode.HALF_EVEN);
                }
                yield clean.setScale(operands.get(1).intValueExact(), Objects.requireNonNull(mode));
            }
            case QUOTIENT -> {
                take(operands, 2, 2);
                yield divided(operands.get(0), operands.get(1));
            }
            case EXCESS -> {
                take(operands, 3, 3);
                BigDecimal bound = operands.get(2);
                yield beyond(operands.get(1), bound).subtract(beyond(operands.get(0), bound));
            }
            case LEAST -> folded(take(operands, 1, Integer.MAX_VALUE), BigDecimal::min);
            case MOST -> folded(take(operands, 1, Integer.MAX_VALUE), BigDecimal::max);
            case AT_LEAST, BELOW -> {
                take(operands, 4, 4);
                boolean reached = operands.get(0).compareTo(operands.get(1)) >= 0;
                yield operands.get(reached == (this == AT_LEAST) ? 2 : 3);
            }
            case ALLOTTED -> {
                take(operands, 4, Integer.MAX_VALUE);
                int part = operands.get(2).intValueExact();
                yield Split.byWeights(
                                operands.get(0), operands.get(1).intValueExact(), operands.subList(3, operands.size()))
                        .get(part - 1);
            }
            case LINE -> {
                take(operands, 5, 5);
                BigDecimal along = operands.get(0).subtract(operands.get(1));
                BigDecimal rise = operands.get(4).subtract(operands.get(2));
                BigDecimal run = operands.get(3).subtract(operands.get(1));
                yield operands.get(2).add(divided(along.multiply(rise), run));
            }
        };
    }

    private static BigDecimal folded(List<BigDecimal> operands, BinaryOperator<BigDecimal> step) {
        BigDecimal result = operands.getFirst();
        for (int i = 1; i < operands.size(); i++) {
            result = step.apply(result, operands.get(i));
        }
        return result;
    }

    static BigDecimal divided(BigDecimal number, BigDecimal by) {
        if (by.signum() == 0) {
            throw new IllegalArgumentException("Nothing can be divided by zero");
        }
        return number.divide(by, DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal beyond(BigDecimal position, BigDecimal bound) {
        return position.subtract(bound).max(BigDecimal.ZERO);
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
