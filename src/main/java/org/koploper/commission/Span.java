package org.koploper.commission;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.koploper.period.Period;

/** Months that can have moved, both included. */
record Span(YearMonth from, YearMonth to) {

    /** From the first day anybody counts to until further notice. */
    static final Span ALWAYS = new Span(YearMonth.of(1900, 1), YearMonth.from(Timeline.FOREVER));

    boolean contains(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }

    /** From the earlier beginning to the later end. */
    Span and(Span other) {
        return new Span(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }

    /** The days whose credits are needed to compute these months under those plans. */
    Period credits(List<Piece> pieces) {
        LocalDate first = from.atDay(1);
        for (Piece piece : pieces) {
            LocalDate window = piece.terms().window(from).from();
            first = window.isBefore(first) ? window : first;
        }
        return new Period(first, to.atEndOfMonth());
    }

    /**
     * With all later months that hang together with these under those plans; where what is held or owed goes from month to
     * month, and from version to version, or an invoice is about a deal of another one, with all there are.
     */
    Span widened(List<Piece> pieces) {
        YearMonth first = from;
        YearMonth last = to;
        for (List<Piece> unbroken : Piece.unbroken(pieces)) {
            if (unbroken.stream().anyMatch(piece -> Settling.goesOn(piece.terms()) || piece.followsInvoices())) {
                YearMonth begins = unbroken.getFirst().firstMonth();
                first = begins.isBefore(first) ? begins : first;
                last = ALWAYS.to;
            }
        }
        for (Piece piece : pieces) {
            YearMonth window = YearMonth.from(piece.terms().window(to).to());
            last = window.isAfter(last) ? window : last;
        }
        return new Span(first, last);
    }
}
