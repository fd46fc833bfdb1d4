package org.koploper.commission.engine;

import org.koploper.period.Period;

/**
 * Where the payee ended in a ranking.
 *
 * @param component by its name
 * @param period the window it is about
 * @param place from 1; of people who are level the first that they take
 * @param level how many are level there, 1 or more
 * @param among where the payee stands among those, from 0
 */
public record Placing(String component, Period period, int place, int level, int among) {

    /** @throws IllegalArgumentException when there is no such place */
    public Placing {
        if (place < 1 || level < 1 || among < 0 || among >= level) {
            throw new IllegalArgumentException("No place " + place + ", " + among + " among " + level);
        }
    }
}
