package org.koploper.kpi;

import java.time.LocalDate;
import java.util.List;

/** Days put together in a statement, as far as nobody needs them apart. */
final class Stretches {

    private Stretches() {}

    /**
     * The columns stretch, which of them a day lies in from 0, and on_day, that day where an amount needs the rate of it, or
     * every day is wanted.
     *
     * @param ends the last day of each, in their order; empty: every day is wanted
     */
    static String columns(List<LocalDate> ends, String day, String currency) {
        return number(ends, day) + " as stretch, "
                + (ends.isEmpty()
                        ? day
                        : "case when " + currency + " in (:house, '" + Measure.NO_CURRENCY
                                + "') then cast(null as date) else " + day + " end")
                + " as on_day";
    }

    private static String number(List<LocalDate> ends, String day) {
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < ends.size() - 1; i++) {
            number.append(" when ")
                    .append(day)
                    .append(" <= cast('")
                    .append(ends.get(i))
                    .append("' as date) then ")
                    .append(i);
        }
        return number.isEmpty() ? "0" : "case" + number + " else " + (ends.size() - 1) + " end";
    }
}
