package org.koploper.commission;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Set;
import org.koploper.commission.engine.Late;
import org.koploper.commission.engine.Need;
import org.koploper.commission.engine.RateDay;
import org.koploper.commission.engine.Terms;

/**
 * Days on which one version of a plan pays somebody.
 *
 * @param from first day, included
 * @param to last day, included; {@link Timeline#FOREVER} while there is no end
 * @param terms valid on exactly these days
 * @param late what becomes of what is found out about a closed month
 */
record Piece(PlanRef plan, PlanVersion version, LocalDate from, LocalDate to, Terms terms, Late late) {

    YearMonth firstMonth() {
        return YearMonth.from(from);
    }

    YearMonth lastMonth() {
        return YearMonth.from(to);
    }

    /** Whether a component asks for one of these. */
    boolean asks(Set<Need> needs) {
        return terms.components().stream().anyMatch(component -> !Collections.disjoint(component.needs(), needs));
    }

    /** Whether the day of an invoice says which exchange rate a deal comes in at, however much earlier it was won. */
    boolean followsInvoices() {
        return terms.exchange().deals() == RateDay.INVOICE;
    }

    /** Whether what it pays one person depends on what others earn or reach. */
    boolean isPaidTogether() {
        return Fellows.arePaidTogether(terms.components());
    }

    /** As far as what it earns goes, in its own currency. */
    Piece unpaid() {
        return new Piece(plan, version, from, to, terms.unpaid(), late);
    }

    boolean touches(YearMonth month) {
        return !month.isBefore(firstMonth()) && !month.isAfter(lastMonth());
    }
}
