package org.koploper.commission;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.koploper.commission.Payee.Earned;
import org.koploper.commission.engine.Change;
import org.koploper.commission.engine.Difference;
import org.koploper.commission.engine.Differences;
import org.koploper.commission.engine.Held;
import org.koploper.commission.engine.Line;
import org.koploper.ledger.EntryKind;
import org.koploper.ledger.HeldLine;
import org.koploper.ledger.NewEntry;

/** Turns what is earned and what the ledger holds into what must be appended. Pure. */
final class Posting {

    private Posting() {}

    /**
     * @param earned the whole truth of one payee and a span of months, by plan and version
     * @param held all that the ledger holds for exactly that payee and span
     * @return nothing when the ledger already says so
     */
    static List<NewEntry> entries(Map<String, Earned> earned, List<HeldLine> held, String cause) {
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
            for (Difference difference : Differences.between(lines.lines(), toEngine(before))) {
                entries.add(entry(prefix, difference, before.get(difference.key()), lines.piece(), cause));
            }
        });
        heldByPrefix.forEach((prefix, before) -> {
            if (!earned.containsKey(prefix)) {
                for (Difference difference : Differences.between(List.of(), toEngine(before))) {
                    entries.add(gone(prefix, difference, before, cause));
                }
            }
        });
        return entries;
    }

    private static Map<String, Held> toEngine(Map<String, HeldLine> lines) {
        Map<String, Held> held = HashMap.newHashMap(lines.size());
        lines.forEach((key, line) ->
                held.put(key, new Held(line.amount(), line.base(), line.rate(), line.reasonPrint(), line.gone())));
        return held;
    }

    private static NewEntry entry(
            String prefix,
            Difference difference,
            @org.jspecify.annotations.Nullable HeldLine before,
            Piece piece,
            String cause) {
        if (difference.change() == Change.GONE && before != null) {
            return entry(prefix, difference, before.plan(), before.version(), before.currency(), cause);
        }
        return entry(
                prefix,
                difference,
                piece.plan().name(),
                piece.version().number(),
                piece.plan().currency(),
                cause);
    }

    private static NewEntry gone(String prefix, Difference difference, Map<String, HeldLine> before, String cause) {
        HeldLine line = java.util.Objects.requireNonNull(before.get(difference.key()));
        return entry(prefix, difference, line.plan(), line.version(), line.currency(), cause);
    }

    private static NewEntry entry(
            String prefix, Difference difference, String plan, int version, Currency currency, String cause) {
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
                Reasons.write(line.reason()),
                line.reason().fingerprint(),
                cause);
    }
}
