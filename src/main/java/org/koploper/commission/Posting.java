package org.koploper.commission;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.Payee.Earned;
import org.koploper.commission.engine.Adjustment;
import org.koploper.commission.engine.Change;
import org.koploper.commission.engine.Difference;
import org.koploper.commission.engine.Differences;
import org.koploper.commission.engine.Held;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.Reason;
import org.koploper.ledger.ClosedMonths;
import org.koploper.ledger.EntryKind;
import org.koploper.ledger.HeldLine;
import org.koploper.ledger.NewEntry;

/**
 * Turns what is earned and what the ledger holds into what must be appended. A closed month keeps its statement: what it
 * turns out to be worth more or less is an adjustment, with what it is now and what stands on closed statements as its
 * reason. Pure.
 */
final class Posting {

    private final ClosedMonths closed;
    private final String cause;

    private Posting(ClosedMonths closed, String cause) {
        this.closed = closed;
        this.cause = cause;
    }

    /**
     * @param earned the whole truth of one payee and a span of months, by plan and version
     * @param held all that the ledger holds for exactly that payee and span
     * @return nothing when the ledger already says so
     */
    static List<NewEntry> entries(Map<String, Earned> earned, List<HeldLine> held, ClosedMonths closed, String cause) {
        return new Posting(closed, cause).entries(earned, held);
    }

    private List<NewEntry> entries(Map<String, Earned> earned, List<HeldLine> held) {
        Map<String, Map<String, HeldLine>> heldByPrefix = new TreeMap<>();
        for (HeldLine line : held) {
            int end = line.lineKey().indexOf(Payee.SEPARATOR);
            heldByPrefix
                    .computeIfAbsent(line.lineKey().substring(0, end), prefix -> new HashMap<>())
                    .put(line.lineKey().substring(end + 1), line);
        }
        List<NewEntry> entries = new ArrayList<>();
        earned.forEach((prefix, lines) -> {
            Map<String, HeldLine> before = heldByPrefix.getOrDefault(prefix, Map.of());
            for (Difference difference : Differences.between(withForgiven(lines, before), toEngine(before))) {
                add(prefix, difference, before.get(difference.key()), lines.piece(), entries);
            }
        });
        heldByPrefix.forEach((prefix, before) -> {
            if (!earned.containsKey(prefix)) {
                for (Difference difference : Differences.between(List.of(), toEngine(before))) {
                    add(prefix, difference, before.get(difference.key()), null, entries);
                }
            }
        });
        return entries;
    }

    /** With what the plan forgives of closed months. */
    private List<Line> withForgiven(Earned earned, Map<String, HeldLine> before) {
        Map<YearMonth, BigDecimal> settled = new HashMap<>();
        before.values().forEach(line -> settled.merge(line.earned(), line.settled(), BigDecimal::add));
        List<Line> all = new ArrayList<>(earned.lines());
        Piece piece = earned.piece();
        all.addAll(piece.late()
                .forgiven(
                        piece.plan().name(),
                        "plan:" + piece.plan().name() + " v" + piece.version().number() + "/late",
                        earned.lines(),
                        settled,
                        closed::contains));
        return all;
    }

    private static Map<String, Held> toEngine(Map<String, HeldLine> lines) {
        Map<String, Held> held = HashMap.newHashMap(lines.size());
        lines.forEach((key, line) ->
                held.put(key, new Held(line.amount(), line.base(), line.rate(), line.reasonPrint(), line.gone())));
        return held;
    }

    private void add(
            String prefix,
            Difference difference,
            @Nullable HeldLine before,
            @Nullable Piece piece,
            List<NewEntry> entries) {
        boolean isClosed = closed.contains(difference.line().month());
        BigDecimal settled = before == null ? BigDecimal.ZERO : before.settled();
        boolean isSettled = before == null || before.amount().compareTo(settled) == 0;
        if (isClosed && isSettled && difference.delta().signum() == 0) {
            // a closed statement keeps the explanation that it was closed with
            return;
        }
        Reason now = difference.line().reason();
        Reason reason = isClosed ? Adjustment.of(now, settled, difference.line().month()) : now;
        if (before != null && (piece == null || difference.change() == Change.GONE)) {
            entries.add(entry(prefix, difference, before.plan(), before.version(), before.currency(), reason));
        } else if (piece != null) {
            entries.add(entry(
                    prefix,
                    difference,
                    piece.plan().name(),
                    piece.version().number(),
                    piece.terms().payCurrency(),
                    reason));
        }
    }

    private NewEntry entry(
            String prefix, Difference difference, String plan, int version, Currency currency, Reason reason) {
        Line line = difference.line();
        return new NewEntry(
                line.month(),
                plan,
                version,
                line.component(),
                line.deal(),
                prefix + Payee.SEPARATOR + difference.key(),
                line.base(),
                line.rate(),
                line.amount(),
                difference.delta(),
                currency,
                EntryKind.valueOf(difference.change().name()),
                Reasons.write(reason),
                line.reason().fingerprint(),
                cause);
    }
}
