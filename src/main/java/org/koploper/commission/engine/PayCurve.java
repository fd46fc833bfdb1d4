package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.period.Period;

/**
 * Pays a part of the target pay that follows from the attainment: straight lines from point to point, nothing below the
 * first. Below zero it is mirrored, so that taking a credit back takes back what it earned.
 *
 * @param points in rising order of attainment
 * @param slopeAbove how much further the payout rises than the attainment beyond the last point; null for not at all
 * @param cap the most that is paid, as a part of the target pay; null for no such limit
 */
public record PayCurve(
        Accumulate accumulate,
        List<Point> points,
        @Nullable BigDecimal slopeAbove,
        @Nullable BigDecimal cap) implements RateRule {

    /** At this attainment, this part of the target pay. */
    public record Point(BigDecimal attainment, BigDecimal payout) {

        /** @throws IllegalArgumentException when one of them is below zero */
        public Point {
            attainment = Decimals.canonical(attainment);
            payout = Decimals.canonical(payout);
            if (attainment.signum() < 0 || payout.signum() < 0) {
                throw new IllegalArgumentException("A point of a payout curve cannot lie below zero");
            }
        }
    }

    /** @throws IllegalArgumentException when there is no point, one does not lie beyond the one before it, or zero pays */
    public PayCurve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A payout curve needs at least one point");
        }
        Point first = points.getFirst();
        if (first.attainment().signum() == 0 && first.payout().signum() > 0) {
            throw new IllegalArgumentException("A payout curve cannot pay for nothing reached");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).attainment().compareTo(points.get(i - 1).attainment()) <= 0) {
                throw new IllegalArgumentException("Point " + (i + 1) + " must lie beyond the one before it");
            }
        }
        if (slopeAbove != null && slopeAbove.signum() < 0 || cap != null && cap.signum() < 0) {
            throw new IllegalArgumentException("Neither slope nor cap of a payout curve can be below zero");
        }
    }

    @Override
    public boolean needsQuota() {
        return true;
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
