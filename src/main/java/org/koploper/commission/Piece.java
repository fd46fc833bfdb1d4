package org.koploper.commission;

import java.time.LocalDate;
import java.time.YearMonth;
import org.koploper.commission.engine.Terms;

/**
 * Days on which one version of a plan pays somebody.
 *
 * @param from first day, included
 * @param to last day, included; {@link Timeline#FOREVER} while there is no end
 * @param terms valid on exactly these days
 */
record Piece(PlanRef plan, PlanVersion version, LocalDate from, LocalDate to, Terms terms) {

    YearMonth firstMonth() {
        return YearMonth.from(from);
    }

    YearMonth lastMonth() {
        return YearMonth.from(to);
    }

    boolean touches(YearMonth month) {
        return !month.isBefore(firstMonth()) && !month.isAfter(lastMonth());
    }
}
