package org.koploper.commission;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    /**
     * By plan, without a day between: what is drawn, owed and left of limits goes on from one to the next.
     *
     * @param pieces of one person by day, none overlapping
     */
    static List<List<Piece>> unbroken(List<Piece> pieces) {
        List<List<Piece>> unbroken = new ArrayList<>();
        for (Piece piece : pieces) {
            if (unbroken.isEmpty() || !piece.follows(unbroken.getLast().getLast())) {
                unbroken.add(new ArrayList<>());
            }
            unbroken.getLast().add(piece);
        }
        return unbroken;
    }

    /** Whether there is no day without that plan from the one to the other. */
    static boolean goOn(Piece one, Piece other, List<Piece> pieces) {
        return unbroken(pieces).stream().anyMatch(all -> all.contains(one) && all.contains(other));
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The version of the same plan that this one follows without a day between; null where it follows none. */
    static @Nullable Piece before(Piece piece, List<Piece> pieces) {
        return pieces.stream().filter(piece::follows).findFirst().orElse(null);
    }

    private boolean follows(Piece earlier) {
        return earlier.plan().id() == plan.id()
                && earlier.to().isBefore(from)
                && earlier.to().plusDays(1).equals(from)
                // amounts in another currency cannot go on
                && earlier.terms().payCurrency().equals(terms.payCurrency());
    }

    /** Whether both limit what a component of the same name pays in a window. */
    boolean leavesLimitsTo(Piece next) {
        return terms.components().stream()
                .filter(component -> component.limits().most() != null)
                .anyMatch(component -> next.terms().components().stream()
                        .anyMatch(other -> other.name().equals(component.name())
                                && other.limits().most() != null));
    }

    boolean touches(YearMonth month) {
        return !month.isBefore(firstMonth()) && !month.isAfter(lastMonth());
    }
}
