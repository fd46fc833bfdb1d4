package org.koploper.commission.engine;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Computes what one payee earns. */
public final class Engine {

    /** By date, then by deal: the order in which credits move through the tiers, whatever order they came in. */
    private static final Comparator<Credit> ORDER = (one, other) -> {
        int byDate = one.date().compareTo(other.date());
        return byDate != 0 ? byDate : one.deal().compareTo(other.deal());
    };

    private Engine() {}

    /**
     * The whole truth about one payee for the months asked, each time anew. Credits are paid when they are dated in these
     * months and within the validity of the terms; all given credits of the same accumulation window, paid or not, move
     * the position in the tiers.
     *
     * @param history of this one payee, with all credits dated from the first day of {@link Terms#window} of the first
     *     month on; later than the last month does no harm
     * @param from first month, included
     * @param to last month, included
     * @return per component and month, in that order: one line per deal and band by date and deal, what limits take off
     *     directly after it, then one for the rounding where it changes the sum; or a single zero line where nothing was
     *     credited. None for months outside the validity. The lines of a component and month add up to its rounded payout.
     * @throws IllegalArgumentException when the months are the wrong way round or two credits have the same deal
     */
    public static List<Line> calculate(Terms terms, History history, YearMonth from, YearMonth to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("Months from " + from + " to " + to + " are the wrong way round");
        }
        List<Line> lines = new ArrayList<>();
        caps(terms, history, from, to, lines);
        return lines;
    }

    /**
     * What a version of a plan leaves of the limits of its windows, for the one that begins the day after it ends.
     *
     * @param history as for {@link #calculate(Terms, History, YearMonth, YearMonth)}
     * @throws IllegalArgumentException when the version has no end
     */
    public static List<Opening> openings(Terms terms, History history) {
        LocalDate last = terms.validity().to();
        if (last == null) {
            throw new IllegalArgumentException("What goes on leaves nothing");
        }
        YearMonth month = YearMonth.from(last);
        YearMonth next = YearMonth.from(last.plusDays(1));
        List<Opening> openings = new ArrayList<>();
        caps(terms, history, month, month, new ArrayList<>()).forEach((component, cap) -> {
            Opening left = cap.left(component, next);
            if (left != null) {
                openings.add(left);
            }
        });
        return openings;
    }

    /** @return what each component has used of its limit by the end of the last month */
    private static Map<String, Cap> caps(Terms terms, History history, YearMonth from, YearMonth to, List<Line> lines) {
        RateBook rates = new RateBook(terms, history);
        Map<Whose, List<Credit>> credits = new EnumMap<>(Whose.class);
        for (Whose whose : Whose.values()) {
            credits.put(whose, ordered(rates.converted(history.of(whose)), to.atEndOfMonth()));
        }
        Map<String, Component> byName = terms.components().stream().collect(toMap(Component::name, c -> c));
        Map<String, Cap> caps = new LinkedHashMap<>();
        for (Component component : terms.components()) {
            Gates gates = new Gates(component, credits, byName, history, terms.source());
            List<Credit> ordered =
                    Objects.requireNonNull(credits.get(component.sales().whose()));
            Cap cap = new Cap(component.limits(), history.opening(component.name()));
            calculate(terms, component, history, gates, rates, ordered, cap, from, to, lines);
            caps.put(component.name(), cap);
        }
        return caps;
    }

    /**
     * As above, and what settles each month: what is held, released, drawn, kept back, taken back.
     *
     * @param from first month, included; nothing was earned or owed before it
     */
    public static List<Line> pay(Terms terms, History history, YearMonth from, YearMonth to) {
        return Settlement.settle(terms, history, calculate(terms, history, from, to), from, to);
    }

    /** As above, without settling, for somebody of whom only the credits are known. */
    public static List<Line> calculate(Terms terms, List<Credit> credits, YearMonth from, YearMonth to) {
        return calculate(terms, History.of(credits), from, to);
    }

    /** The payee's own credits as they move through the tiers: in the plan's currency, without those that wait for a rate. */
    public static List<Credit> moving(Terms terms, History history) {
        return new RateBook(terms, history)
                .converted(history.credits()).stream()
                        .filter(credit -> credit.missing(false) == null)
                        .toList();
    }

    private static List<Credit> ordered(List<Credit> credits, LocalDate last) {
        if (credits.isEmpty()) {
            return credits;
        }
        Set<String> deals = HashSet.newHashSet(credits.size());
        for (Credit credit : credits) {
            if (!deals.add(credit.deal())) {
                throw new IllegalArgumentException(
                        "Two credits of one payee for deal " + credit.deal() + ": add them up");
            }
        }
        List<Credit> ordered = new ArrayList<>(credits);
        ordered.sort(ORDER);
        while (!ordered.isEmpty() && ordered.getLast().date().isAfter(last)) {
            ordered.removeLast();
        }
        return ordered;
    }

    private static void calculate(
            Terms terms,
            Component component,
            History history,
            Gates gates,
            RateBook rates,
            List<Credit> ordered,
            Cap cap,
            YearMonth from,
            YearMonth to,
            List<Line> lines) {
        String source = terms.source() + "/" + component.name();
        boolean byCost = component.needs().contains(Need.COST);
        Rater rater = Rater.of(terms, component, history);
        BudgetUse budget = new BudgetUse(component, terms, history);
        int next = 0;
        // earlier months of the window are computed too, since limits and rerating remember what was paid in them
        YearMonth first = YearMonth.from(terms.window(from).from());
        for (YearMonth month = first(ordered, first); !month.isAfter(to); month = month.plusMonths(1)) {
            Payout payout = new Payout(terms, component, month, gates.factors(month), cap, budget);
            LocalDate last = month.atEndOfMonth();
            for (; next < ordered.size() && !ordered.get(next).date().isAfter(last); next++) {
                Credit credit = ordered.get(next);
                if (!component.chooses(credit)) {
                    continue;
                }
                Credited credited = Credited.of(credit, component, source);
                boolean isPaid = terms.validity().contains(credit.date());
                Missing missing = credit.missing(byCost);
                if (missing != null) {
                    // paid when it is known, and nothing else moves until then
                    payout.add(
                            credited,
                            isPaid && component.rule().isAboutCredits()
                                    ? List.of(Earning.nothing(missing.label(), credited, missing.source()))
                                    : List.of());
                } else if (isPaid) {
                    payout.add(credited, rater.rate(credited));
                } else {
                    rater.pass(credited);
                }
            }
            if (terms.validity().touches(month) && component.touches(month)) {
                payout.add(null, rater.close(month));
                List<Line> made = payout.close(rates);
                if (!month.isBefore(from)) {
                    lines.addAll(made);
                }
            }
        }
    }

    private static YearMonth first(List<Credit> ordered, YearMonth needed) {
        YearMonth first =
                ordered.isEmpty() ? needed : YearMonth.from(ordered.getFirst().date());
        return first.isBefore(needed) ? first : needed;
    }
}
