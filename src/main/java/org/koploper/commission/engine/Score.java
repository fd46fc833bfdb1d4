package org.koploper.commission.engine;

import java.math.BigDecimal;
import org.koploper.money.Decimals;
import org.koploper.period.Period;

/**
 * How well an objective was reached, as somebody judged it.
 *
 * @param objective by its name
 * @param period the window it is about
 * @param score 1 is reached, zero or more
 */
public record Score(String objective, Period period, BigDecimal score) {

    /** @throws IllegalArgumentException when the score is below zero */
    public Score {
        if (score.signum() < 0) {
            throw new IllegalArgumentException("A score cannot be below zero: " + score.toPlainString());
        }
        score = Decimals.canonical(score);
    }
}
