package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.period.Period;

/**
 * Fixed amounts for reaching something, taken back when it is left again. Below zero the steps are mirrored, so that taking
 * a credit back takes back what it earned.
 *
 * @param boundary whether a step is reached exactly at its start (upper) or only beyond it (lower)
 * @param on what moves through the steps
 * @param steps in rising order; each adds its amount
 */
public record Bonus(Accumulate accumulate, Boundary boundary, On on, List<Step> steps) implements RateRule {

    /**
     * @param from where it starts, zero or more
     * @param to null for the amount at once where it starts; else it is paid in proportion to how far the way from start
     *     to end is covered
     * @param amount zero or more, in the plan's currency
     */
    public record Step(BigDecimal from, @Nullable BigDecimal to, BigDecimal amount) {

        /** @throws IllegalArgumentException when something is below zero or the end not beyond the start */
        public Step {
            from = Decimals.canonical(from);
            to = to == null ? null : Decimals.canonical(to);
            amount = Decimals.canonical(amount);
            if (from.signum() < 0 || amount.signum() < 0) {
                throw new IllegalArgumentException("A step of a bonus cannot lie or pay below zero");
            }
            if (to != null && to.compareTo(from) <= 0) {
                throw new IllegalArgumentException("A step from " + from.toPlainString() + " must end beyond it");
            }
        }
    }

    /** @throws IllegalArgumentException when there is no step, one out of order or paid for nothing, or on is another */
    public Bonus {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A bonus needs at least one step");
        }
        Step first = steps.getFirst();
        if (first.from().signum() == 0 && first.to() == null && boundary == Boundary.UPPER) {
            throw new IllegalArgumentException(
                    "A step from 0 is reached before anything is sold: pay it beyond 0 only");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).from().compareTo(steps.get(i - 1).from()) <= 0) {
                throw new IllegalArgumentException("Step " + (i + 1) + " must start beyond the one before it");
            }
        }
        if (on != On.COUNTED && on != On.ATTAINMENT) {
            throw new IllegalArgumentException("A bonus is for what is counted or for attainment");
        }
    }

    @Override
    public boolean needsQuota() {
        return on == On.ATTAINMENT;
    }

    @Override
    public boolean isAlone() {
        return accumulate == Accumulate.NONE;
    }

    @Override
    public Period window(LocalDate date) {
        return accumulate.window(date);
    }
}
