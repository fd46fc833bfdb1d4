package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Exact;
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

    /**
     * What follows from the results of the operands.
     *
     * @throws IllegalArgumentException when they are not as many as the formula takes, or it divides by zero
     */
    Exact apply(Reason... operands) {
        return exact(operands).rounded(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private Exact exact(Reason[] operands) {
        return switch (this) {
            case GIVEN -> throw new IllegalArgumentException("What is given does not follow from anything");
            case PRODUCT -> product(operands);
            case SUM -> sum(operands);
            case DIFFERENCE -> {
                take(operands, 2, 2);
                yield operands[0].exact().minus(operands[1].exact());
            }
            case OVERLAP -> {
                take(operands, 3, 4);
                Exact to = operands.length == 4 ? operands[3].exact() : null;
                yield overlap(operands[0].exact(), operands[1].exact(), operands[2].exact(), to);
            }
            case ROUNDED_HALF_UP, ROUNDED_HALF_EVEN, ROUNDED_UP, ROUNDED_DOWN -> {
                take(operands, 2, 2);
                yield rounded(operands[0].exact(), whole(operands[1]));
            }
            case QUOTIENT -> {
                take(operands, 2, 2);
                yield divided(operands[0].exact(), operands[1].exact());
            }
            case EXCESS -> {
                take(operands, 3, 3);
                Exact bound = operands[2].exact();
                yield beyond(operands[1].exact(), bound).minus(beyond(operands[0].exact(), bound));
            }
            case LEAST, MOST -> furthest(operands);
            case AT_LEAST, BELOW -> {
                take(operands, 4, 4);
                boolean reached = operands[0].exact().compareTo(operands[1].exact()) >= 0;
                yield operands[reached == (this == AT_LEAST) ? 2 : 3].exact();
            }
            case ALLOTTED -> {
                take(operands, 4, Integer.MAX_VALUE);
                List<BigDecimal> weights =
                        Arrays.stream(operands).skip(3).map(Reason::result).toList();
                yield Exact.of(Split.byWeights(operands[0].result(), whole(operands[1]), weights)
                        .get(whole(operands[2]) - 1));
            }
            case LINE -> {
                take(operands, 5, 5);
                Exact along = operands[0].exact().minus(operands[1].exact());
                Exact rise = operands[4].exact().minus(operands[2].exact());
                Exact run = operands[3].exact().minus(operands[1].exact());
                yield operands[2].exact().plus(divided(along.times(rise), run));
            }
        };
    }

    private Exact product(Reason[] operands) {
        take(operands, 1, Integer.MAX_VALUE);
        Exact product = operands[0].exact();
        for (int i = 1; i < operands.length; i++) {
            product = product.times(operands[i].exact());
        }
        return product;
    }

    private static Exact sum(Reason[] operands) {
        Exact sum = Exact.ZERO;
        for (int i = 0; i < operands.length; i++) {
            sum = i == 0 ? operands[0].exact() : sum.plus(operands[i].exact());
        }
        return sum;
    }

    private Exact furthest(Reason[] operands) {
        take(operands, 1, Integer.MAX_VALUE);
        Exact furthest = operands[0].exact();
        for (int i = 1; i < operands.length; i++) {
            Exact next = operands[i].exact();
            furthest = this == LEAST ? furthest.min(next) : furthest.max(next);
        }
        return furthest;
    }

    /** By the mode in the name: only for those formulas that have one. */
    Exact rounded(Exact number, int decimals) {
        return number.rounded(WITHOUT_DUST, RoundingMode.HALF_EVEN).rounded(decimals, Objects.requireNonNull(mode));
    }

    private static int whole(Reason operand) {
        return operand.result().intValueExact();
    }

    private static Exact divided(Exact number, Exact by) {
        if (by.signum() == 0) {
            throw new IllegalArgumentException("Nothing can be divided by zero");
        }
        return number.over(by, DECIMALS);
    }

    private static Exact beyond(Exact position, Exact bound) {
        return positive(position.minus(bound));
    }

    private static Exact positive(Exact number) {
        return number.signum() < 0 ? Exact.ZERO : number;
    }

    private static Exact overlap(Exact before, Exact after, Exact from, @Nullable Exact to) {
        if (before.signum() >= 0 && after.signum() >= 0) {
            // what lies below the band lies below both ends
            return between(after, from, to).minus(between(before, from, to));
        }
        return inside(after, from, to).minus(inside(before, from, to));
    }

    private static Exact between(Exact position, Exact from, @Nullable Exact to) {
        Exact reached = to == null ? position : position.min(to);
        return reached.max(from);
    }

    /** How far the way from zero to the position runs inside the bounds. */
    private static Exact inside(Exact position, Exact from, @Nullable Exact to) {
        Exact distance = position.abs();
        Exact reached = to == null ? distance : distance.min(to);
        Exact inside = positive(reached.minus(from));
        return position.signum() < 0 ? inside.negate() : inside;
    }

    private void take(Reason[] operands, int least, int most) {
        if (operands.length < least || operands.length > most) {
            throw new IllegalArgumentException(this + " cannot take " + operands.length + " operands");
        }
    }
}
