package org.koploper.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All names of a kind, for spellings that differ in case and spaces, and for suggesting what may have been meant. */
final class NameIndex {

    /** Beyond this many names differing spellings are not recognised: the memory would not be worth it. */
    static final int MOST = 200_000;

    private final Map<String, List<Rows.Named>> byLoose = new HashMap<>();

    NameIndex(List<Rows.Named> names) {
        names.forEach(this::add);
    }

    void add(Rows.Named named) {
        byLoose.computeIfAbsent(Texts.loose(named.name()), loose -> new ArrayList<>(1))
                .add(named);
    }

    List<Rows.Named> spelledLike(String text) {
        return byLoose.getOrDefault(Texts.loose(text), List.of());
    }

    /** The nearest name when it is close: one typing mistake in five letters. */
    @Nullable
    String nearest(String text) {
        String loose = Texts.loose(text);
        int best = Math.max(1, loose.length() / 5) + 1;
        String nearest = null;
        for (var entry : byLoose.entrySet()) {
            int distance = Texts.distance(loose, entry.getKey(), best - 1);
            if (distance < best) {
                best = distance;
                nearest = entry.getValue().getFirst().name();
            }
        }
        return nearest;
    }
}
