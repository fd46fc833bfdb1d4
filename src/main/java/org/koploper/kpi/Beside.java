package org.koploper.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How one number of somebody stands beside that of all the others together, or of another time.
 *
 * @param others what it is held against: their mean, rate or median, or of open quotes how many there would be for as many
 *     days at work; null where it is not compared or there is none
 * @param part what {@code others} was divided from; null where {@code others} is, or is no quotient
 * @param whole what it was divided by, or how many cases it rests on; null where {@code others} is
 * @param cases how many there are on the side that has fewer
 * @param needed how many there have to be on both
 */
public record Beside(
        Verdict verdict,
        @Nullable BigDecimal others,
        @Nullable BigDecimal part,
        @Nullable BigDecimal whole,
        int cases,
        int needed) {

    /** What may be said of it. */
    public enum Verdict {
        /** More than chance, and enough to matter; of a cycle: shorter. */
        BETTER,
        /** The same the other way. */
        WORSE,
        /** It may well be chance, or too little to matter. */
        UNCLEAR,
        /** One of both sides has too few cases to say anything. */
        TOO_LITTLE,
        /** So few people that one could find out the numbers of another from it. */
        TOO_FEW_PEOPLE,
        /** More single values than are compared one by one. */
        TOO_MANY
    }

    /** Whether it is a difference. */
    public boolean differs() {
        return verdict == Verdict.BETTER || verdict == Verdict.WORSE;
    }

    Beside with(Verdict other) {
        return new Beside(other, others, part, whole, cases, needed);
    }
}
