package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.money.Exact;

/** Compares what is earned with what a ledger holds. */
public final class Differences {

    private Differences() {}

    /**
     * What must be appended so that, key by key, the sum in the ledger equals the lines and its last word is their reason,
     * which may have changed while the amount did not: an earlier deal moves the position of a later one. Once that is posted, the same
     * question has an empty answer.
     *
     * @param lines the whole current truth of one payee, plan and range of months
     * @param heldByKey all that the ledger holds for exactly that payee, plan and range, by {@link Line#key()}
     * @return changes in the order of the lines, then what is gone in the order of the keys
     * @throws IllegalArgumentException when two lines have one key, or a key is not one of a line
     */
    public static List<Difference> between(List<Line> lines, Map<String, Held> heldByKey) {
        List<Difference> differences = new ArrayList<>();
        Set<String> current = HashSet.newHashSet(lines.size());
        for (Line line : lines) {
            String key = line.key();
            if (!current.add(key)) {
                throw new IllegalArgumentException("Two lines with the key " + key);
            }
            Held held = heldByKey.get(key);
            if (held == null || held.gone() || !says(held, line)) {
                differences.add(difference(key, line, held));
            } else if (held.explanation() != line.reason().fingerprint()) {
                differences.add(new Difference(key, line, BigDecimal.ZERO, Change.EXPLAINED));
            }
        }
        heldByKey.entrySet().stream()
                .filter(held -> !held.getValue().gone() && !current.contains(held.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(held -> gone(held.getKey(), held.getValue()))
                .forEach(differences::add);
        return differences;
    }

    private static boolean says(Held held, Line line) {
        return held.amount().compareTo(line.amount()) == 0
                && held.base().compareTo(line.base()) == 0
                && held.rate().compareTo(line.rate()) == 0;
    }

    private static Difference difference(String key, Line line, @Nullable Held held) {
        if (held == null) {
            return new Difference(key, line, line.amount(), Change.NEW);
        }
        BigDecimal delta = Decimals.canonical(line.amount().subtract(held.amount()));
        return new Difference(key, line, delta, held.gone() ? Change.NEW : Change.CHANGED);
    }

    private static Difference gone(String text, Held held) {
        LineKey key = LineKey.parse(text);
        String deal = key.deal();
        Reason reason = Reason.given(Label.GONE, BigDecimal.ZERO, Unit.AMOUNT, deal == null ? null : Source.deal(deal));
        Line line =
                new Line(key.kind(), key.component(), deal, key.month(), key.band(), Exact.ZERO, Exact.ZERO, reason);
        return new Difference(text, line, Decimals.canonical(held.amount().negate()), Change.GONE);
    }
}
