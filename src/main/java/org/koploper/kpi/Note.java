package org.koploper.kpi;

import java.math.BigDecimal;

/**
 * Something that the reader of a number should know about it.
 *
 * @param code what it is about
 * @param from the currency of the amounts left out
 * @param to the currency that was asked for; an empty text where the organisation has none yet
 * @param deals how many deals were left out, by share
 */
public record Note(Code code, String from, String to, BigDecimal deals) {

    /** What a note is about. */
    public enum Code {
        /** Amounts of those deals are in none of the sums, because there is no rate for their day. */
        NO_RATE("no-rate"),
        /** Those deals are in no team's sum, because their people were in no team on that day. */
        OUTSIDE_TEAMS("outside-teams");

        private final String key;

        Code(String key) {
            this.key = key;
        }

        /** What translations are found by. */
        public String key() {
            return "note." + key;
        }
    }
}
