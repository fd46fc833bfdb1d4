package org.koploper.commission;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Beside;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.DatedRates;
import org.koploper.commission.engine.Engine;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.LineKind;
import org.koploper.commission.engine.LowerLevels;
import org.koploper.commission.engine.Need;
import org.koploper.commission.engine.Settlement;
import org.koploper.sales.CreditedDeal;

/**
 * What one payee has earned in a span of months under all plans that pay on some day of it. Pure:
 * computed on a thread that has neither a transaction nor a caller.
 *
 * <p>A statement's line is known by {@code plan/version|component|month|deal|band}: the engine's key with the plan before
 * it. Where one version pays in two separate stretches of one month, the second is {@code plan/version~2}.
 */
final class Payee {

    static final char SEPARATOR = '|';

    private final List<Piece> pieces;
    private final Sold sold;
    private final DealCredits credits;
    private final PersonId person;
    private final Circumstances circumstances;
    private final Settling settling;
    private final Levels levels;
    private @Nullable List<Credit> own;

    /** @param sold all that the payee is credited with from the first day of the first month's window on */
    Payee(
            PersonId person,
            List<Piece> pieces,
            Sold sold,
            DealCredits credits,
            Circumstances circumstances,
            Settling settling) {
        this(person, pieces, sold, credits, circumstances, settling, Levels.NONE);
    }

    private Payee(
            PersonId person,
            List<Piece> pieces,
            Sold sold,
            DealCredits credits,
            Circumstances circumstances,
            Settling settling,
            Levels levels) {
        this.levels = levels;
        this.person = person;
        this.settling = settling;
        this.circumstances = circumstances;
        this.pieces = pieces;
        this.sold = sold;
        this.credits = credits;
    }

    /** The same payee, where it is known what people below earn. */
    Payee knowing(Levels levels) {
        if (levels == this.levels) {
            return this;
        }
        Payee knowing = new Payee(person, pieces, sold, credits, circumstances, settling, levels);
        knowing.own = own();
        return knowing;
    }

    /**
     * What somebody is credited with.
     *
     * @param own as those who sold a deal share it
     * @param onTop of that
     */
    record Sold(List<CreditedDeal> own, List<CreditedDeal> onTop) {

        List<CreditedDeal> all() {
            return Stream.concat(own.stream(), onTop.stream()).toList();
        }
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

    /** By the part of the key that names plan and version, for each of them; a month without any credit has no lines. */
    Map<String, Earned> lines(Span span, Together together) {
        Map<String, Earned> earned = new LinkedHashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            // also where nothing is earned any more: the plan says what becomes of what was
            for (YearMonth month :
                    List.of(piece.firstMonth(), piece.firstMonth().plusMonths(1))) {
                earned.computeIfAbsent(prefix(i, month), prefix -> new Earned(piece, new ArrayList<>()));
            }
        }
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
                .filter(piece -> piece.touches(month))
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
            List<Line> earned = earned(piece, history, asked.first(), asked.last(), earliest(span.to(), asked.end()));
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

    private static List<Line> earned(Piece piece, History history, YearMonth first, YearMonth last, YearMonth until) {
        List<Line> earned = new ArrayList<>(Engine.calculate(piece.terms(), history, first, last));
        earned.addAll(Together.afterLeaving(piece, history, until));
        return earned;
    }

    /** What each deal earns, in the currency of the plan that pays it, as if it were paid at once. */
    Map<String, List<LowerLevels.Earned>> earned(Span span, Together together) {
        Map<String, List<LowerLevels.Earned>> earned = new HashMap<>();
        for (Piece piece : pieces) {
            Months asked = asked(piece, span);
            if (asked == null) {
                continue;
            }
            YearMonth last = earliest(asked.last(), piece.lastMonth());
            if (!last.isBefore(asked.first())) {
                List<Line> lines = earned(piece.unpaid(), history(piece, together), asked.first(), last, asked.end());
                LowerLevels.byDeal(lines)
                        .forEach((deal, amount) -> earned.computeIfAbsent(deal, id -> new ArrayList<>())
                                .add(new LowerLevels.Earned(piece.terms().currency(), amount)));
            }
        }
        return earned;
    }

    /** Whether what the payee earns can depend on what others earn or reach. */
    boolean dependsOnOthers() {
        return pieces.stream().anyMatch(piece -> piece.isPaidTogether() || piece.asks(Set.of(Need.LOWER_LEVELS)));
    }

    /** The last month in which that plan can pay something, by what the payee has sold. */
    YearMonth lastMonth(Piece piece) {
        return months(piece).stream().max(YearMonth::compareTo).orElse(piece.firstMonth());
    }

    /** All that is known of the payee without looking at others. */
    History alone(Piece piece) {
        DatedRates rates = credits.rates(piece.terms());
        Beside beside = new Beside(
                credits.of(sold.onTop()),
                levels.told(circumstances.team(person), piece, rates),
                List.of(),
                List.of(),
                rates);
        return opened(
                settling.complete(circumstances.history(person, piece, own(), beside), pieces), piece, Together.NOBODY);
    }

    /** In which that plan can pay something; it can in all between too. */
    private Set<YearMonth> months(Piece piece) {
        Set<YearMonth> months = new HashSet<>();
        sold.all().forEach(deal -> months.add(YearMonth.from(deal.date())));
        circumstances.team(person).forEach(credit -> months.add(YearMonth.from(credit.date())));
        if (Settling.goesOn(piece.terms())) {
            months.add(piece.firstMonth());
            months.add(circumstances.now());
        }
        return months;
    }

    private List<Credit> own() {
        if (own == null) {
            own = credits.of(sold.own());
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
