package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koploper.money.Decimals;
import org.koploper.period.Period;

/**
 * Prizes for those who sold most, at the end of each window; who sold nothing has no place.
 *
 * @param accumulate how long the race is
 * @param prizes of the first place, the second and so on, in the plan's currency
 */
public record Ranking(Accumulate accumulate, List<BigDecimal> prizes, Ties ties) implements RateRule {

    /** @throws IllegalArgumentException when there is no prize, or one below zero */
    public Ranking {
        prizes = prizes.stream().map(Decimals::canonical).toList();
        if (prizes.isEmpty() || prizes.stream().anyMatch(prize -> prize.signum() < 0)) {
            throw new IllegalArgumentException("A ranking needs prizes of zero or more");
        }
    }

    /** Zero beyond the last one. */
    BigDecimal prize(int place) {
        return place <= prizes.size() ? prizes.get(place - 1) : BigDecimal.ZERO;
    }

    @Override
    public boolean isAboutCredits() {
        return false;
    }

    @Override
    public Period window(LocalDate date) {
        return accumulate.window(date);
    }
}
