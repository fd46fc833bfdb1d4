package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koploper.money.Decimals;
import org.koploper.period.Period;

/**
 * Pays a part of the target pay for objectives that somebody scores, in the last month of each window.
 *
 * @param objectives at least one, their weights adding up to 1
 */
public record Scorecard(Accumulate accumulate, List<Objective> objectives) implements RateRule {

    /** @param weight its part of the target pay, above zero */
    public record Objective(String name, BigDecimal weight) {

        /** @throws IllegalArgumentException when the name is blank or the weight not above zero */
        public Objective {
            if (name.isBlank() || weight.signum() <= 0) {
                throw new IllegalArgumentException("An objective needs a name and a weight above zero");
            }
            weight = Decimals.canonical(weight);
        }
    }

    /** @throws IllegalArgumentException when the weights do not add up to 1 */
    public Scorecard {
        objectives = List.copyOf(objectives);
        BigDecimal sum = objectives.stream().map(Objective::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("The weights of the objectives must add up to 1, not " + sum);
        }
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
