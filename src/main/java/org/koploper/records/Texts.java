package org.koploper.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Comparing names as people write them. */
final class Texts {

    private static final int MOST_PARAMETERS = 1_000;

    private Texts() {}

    /** Without case and spaces: what two spellings of one name have in common. */
    static String loose(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(kept::appendCodePoint);
        return kept.toString().toLowerCase(Locale.ROOT);
    }

    /** Up to so many insertions, deletions and replacements turn one into the other; more than the limit is limit + 1. */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            int best = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                best = Math.min(best, row[j]);
            }
            if (best > limit) {
                return limit + 1;
            }
            last = row;
        }
        return Math.min(last[b.length()], limit + 1);
    }

    /** Hands out the values in portions that a statement can take as parameters. */
    static <T> void inPortions(Collection<T> values, Consumer<List<T>> taker) {
        List<T> all = new ArrayList<>(values);
        for (int from = 0; from < all.size(); from += MOST_PARAMETERS) {
            taker.accept(all.subList(from, Math.min(all.size(), from + MOST_PARAMETERS)));
        }
    }
}
