package org.koploper.commission;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.DatedRates;
import org.koploper.commission.engine.Engine;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.LineKind;
import org.koploper.commission.engine.Settlement;
import org.koploper.sales.CreditedDeal;

/**
 * What one payee has earned in a span of months under all plans that pay on some day of it. Pure but for the rates.
 *
 * <p>A statement's line is known by {@code plan/version|component|month|deal|band}: the engine's key with the plan before
 * it. Where one version pays in two separate stretches of one month, the second is {@code plan/version~2}.
 */
final class Payee {

    static final char SEPARATOR = '|';

    private final List<Piece> pieces;
    private final List<CreditedDeal> deals;
    private final DealCredits credits;
    private final PersonId person;
    private final Circumstances circumstances;
    private final Settling settling;
    private @Nullable List<Credit> own;

    /** @param deals all that the payee is credited with from the first day of the first month's window on */
    Payee(
            PersonId person,
            List<Piece> pieces,
            List<CreditedDeal> deals,
            DealCredits credits,
            Circumstances circumstances,
            Settling settling) {
        this.person = person;
        this.settling = settling;
        this.circumstances = circumstances;
        this.pieces = pieces;
        this.deals = deals;
        this.credits = credits;
    }

    /** The lines under one version of a plan. */
    record Earned(Piece piece, List<Line> lines) {}

    /**
     * Days on which one version of a plan pays the payee.
     *
     * @param key of the payee and these days, unique and in one order for everybody
     */
    record Stretch(Payee payee, Piece piece, String key) {}

    /** All of them, by day. */
    Stream<Stretch> stretches() {
        return IntStream.range(0, pieces.size())
                .mapToObj(i -> new Stretch(this, pieces.get(i), "%019d/%04d".formatted(person.value(), i)));
    }

    /** As of somebody whose pay depends on nobody else's. */
    Map<String, Earned> lines(Span span) {
        return lines(span, Together.NOBODY);
    }

    /** By the part of the key that names plan and version; a month without any credit has no lines. */
    Map<String, Earned> lines(Span span, Together together) {
        Map<String, Earned> earned = new LinkedHashMap<>();
        int index = 0;
        for (List<Piece> unbroken : Piece.unbroken(pieces)) {
            for (List<Line> lines : lines(unbroken, span, together)) {
                int at = index++;
                lines.stream()
                        .filter(line -> line.kind() != LineKind.NOTHING_CREDITED)
                        .forEach(line -> earned.computeIfAbsent(
                                        prefix(at, line.month()),
                                        prefix -> new Earned(pieces.get(at), new ArrayList<>()))
                                .lines()
                                .add(line));
            }
        }
        return earned;
    }

    /** The components to which nothing is credited in that month: what a run leaves out, and a reader wants to be told. */
    List<Earned> nothingCredited(YearMonth month, Together together) {
        return pieces.stream()
                .map(piece -> new Earned(
                        piece,
                        Engine.calculate(piece.terms(), history(piece, together), month, month).stream()
                                .filter(line -> line.kind() == LineKind.NOTHING_CREDITED)
                                .toList()))
                .toList();
    }

    private History history(Piece piece, Together together) {
        History known = together.history(piece);
        return opened(known == null ? alone(piece) : known, piece, together);
    }

    /** With what the version before leaves of limits that the two have in common. */
    private History opened(History history, Piece piece, Together together) {
        Piece before = Piece.before(piece, pieces);
        return before == null || !before.leavesLimitsTo(piece)
                ? history
                : history.after(Engine.openings(before.terms(), history(before, together)));
    }

    private String prefix(int index, YearMonth month) {
        Piece piece = pieces.get(index);
        long earlier = pieces.subList(0, index).stream()
                .filter(other -> other.version().equals(piece.version()) && other.touches(month))
                .count();
        String prefix = piece.plan().externalId() + "/" + piece.version().number();
        return earlier == 0 ? prefix : prefix + "~" + (earlier + 1);
    }

    /** Versions of one plan without a day between are settled together. */
    private List<List<Line>> lines(List<Piece> unbroken, Span span, Together together) {
        List<Settlement.Under> versions = new ArrayList<>();
        YearMonth first = null;
        YearMonth last = null;
        for (Piece piece : unbroken) {
            Months asked = asked(piece, span);
            if (asked == null) {
                versions.add(new Settlement.Under(piece.terms(), History.of(List.of()), List.of()));
                continue;
            }
            History history = history(piece, together);
            List<Line> earned = new ArrayList<>(Engine.calculate(piece.terms(), history, asked.first(), asked.last()));
            earned.addAll(Together.afterLeaving(piece, history, earliest(span.to(), asked.end())));
            versions.add(new Settlement.Under(piece.terms(), history, earned));
            first = first == null ? asked.first() : earliest(first, asked.first());
            last = last == null ? asked.last() : latest(last, asked.last());
        }
        return first == null || last == null
                ? unbroken.stream().map(piece -> List.<Line>of()).toList()
                : Settlement.settle(versions, first, last);
    }

    /** @param end the last one in which anything was sold, or is paid without a sale */
    private record Months(YearMonth first, YearMonth last, YearMonth end) {}

    /** Those of the span in which that plan can pay something; null where there are none. */
    private @Nullable Months asked(Piece piece, Span span) {
        Set<YearMonth> months = months(piece);
        if (months.isEmpty()) {
            return null;
        }
        YearMonth end = Collections.max(months);
        YearMonth first = latest(span.from(), piece.firstMonth(), Collections.min(months));
        // what was earned is settled after the plan too
        YearMonth last = Settling.settles(piece.terms()) ? end : earliest(span.to(), piece.lastMonth(), end);
        return last.isBefore(first) ? null : new Months(first, last, end);
    }

    /** The last month in which that plan can pay something, by what the payee has sold. */
    YearMonth lastMonth(Piece piece) {
        return months(piece).stream().max(YearMonth::compareTo).orElse(piece.firstMonth());
    }

    /** All that is known of the payee without looking at others. */
    History alone(Piece piece) {
        DatedRates rates = credits.rates(piece.terms());
        return opened(
                settling.complete(circumstances.history(person, piece, own(), rates), piece.terms()),
                piece,
                Together.NOBODY);
    }

    /** In which that plan can pay something; it can in all between too. */
    private Set<YearMonth> months(Piece piece) {
        Set<YearMonth> months = new HashSet<>();
        deals.forEach(deal -> months.add(YearMonth.from(deal.date())));
        circumstances.team(person).forEach(credit -> months.add(YearMonth.from(credit.date())));
        if (Settling.goesOn(piece.terms())) {
            months.add(piece.firstMonth());
            months.add(circumstances.now());
        }
        return months;
    }

    private List<Credit> own() {
        if (own == null) {
            own = credits.of(deals);
        }
        return own;
    }

    private static YearMonth latest(YearMonth... months) {
        return java.util.Arrays.stream(months).max(YearMonth::compareTo).orElseThrow();
    }

    private static YearMonth earliest(YearMonth... months) {
        return java.util.Arrays.stream(months).min(YearMonth::compareTo).orElseThrow();
    }
}
