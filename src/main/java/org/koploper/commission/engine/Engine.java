package org.koploper.commission.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Computes what one payee earns. */
public final class Engine {

    /** By date, then by deal: the order in which credits move through the tiers, whatever order they came in. */
    private static final Comparator<Credit> ORDER =
            Comparator.comparing(Credit::date).thenComparing(Credit::deal);

    private Engine() {}

    /**
     * The whole truth about one payee for the months asked, each time anew. Credits are paid when they are dated in these
     * months and within the validity of the terms; all given credits of the same accumulation window, paid or not, move
     * the position in the tiers.
     *
     * @param credits of this one payee, in any order: all those dated from the first day of {@link Terms#window} of the
     *     first month on; later than the last month does no harm
     * @param from first month, included
     * @param to last month, included
     * @return per component and month, in that order: one line per deal and band by date and deal, then one for the
     *     rounding where it changes the sum; or a single zero line where nothing was credited. None for months outside the
     *     validity. The lines of a component and month add up to its rounded payout.
     * @throws IllegalArgumentException when the months are the wrong way round or two credits have the same deal
     */
    public static List<Line> calculate(Terms terms, List<Credit> credits, YearMonth from, YearMonth to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("Months from " + from + " to " + to + " are the wrong way round");
        }
        List<Credited> ordered = ordered(credits, to.atEndOfMonth());
        List<Line> lines = new ArrayList<>();
        for (Component component : terms.components()) {
            calculate(terms, component, ordered, from, to, lines);
        }
        return lines;
    }

    private static List<Credited> ordered(List<Credit> credits, LocalDate last) {
        Set<String> deals = HashSet.newHashSet(credits.size());
        for (Credit credit : credits) {
            if (!deals.add(credit.deal())) {
                throw new IllegalArgumentException(
                        "Two credits of one payee for deal " + credit.deal() + ": add them up");
            }
        }
        return credits.stream()
                .filter(credit -> !credit.date().isAfter(last))
                .sorted(ORDER)
                .map(Credited::of)
                .toList();
    }

    private static void calculate(
            Terms terms, Component component, List<Credited> ordered, YearMonth from, YearMonth to, List<Line> lines) {
        Rater rater = Rater.of(component.rule(), terms.source() + "/" + component.name());
        int next = 0;
        while (next < ordered.size() && ordered.get(next).date().isBefore(from.atDay(1))) {
            rater.pass(ordered.get(next++));
        }
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            Payout payout = new Payout(terms, component, month);
            LocalDate last = month.atEndOfMonth();
            for (; next < ordered.size() && !ordered.get(next).date().isAfter(last); next++) {
                Credited credited = ordered.get(next);
                if (terms.validity().contains(credited.date())) {
                    payout.add(credited, rater.rate(credited));
                } else {
                    rater.pass(credited);
                }
            }
            if (terms.validity().touches(month)) {
                lines.addAll(payout.close());
            }
        }
    }
}
