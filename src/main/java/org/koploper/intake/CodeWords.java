package org.koploper.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Field;

/** What codes are called in Dutch files, so that nobody has to say it for every file anew. */
final class CodeWords {

    private static final Map<String, String> DUTCH = Map.ofEntries(
            Map.entry("gewonnen", "won"),
            Map.entry("verloren", "lost"),
            Map.entry("geannuleerd", "cancelled"),
            Map.entry("canceled", "cancelled"),
            Map.entry("offerte", "quoted"),
            Map.entry("verkennen", "prospecting"),
            Map.entry("prospectie", "prospecting"),
            Map.entry("in gesprek", "engaging"),
            Map.entry("vervallen", "expired"),
            Map.entry("ingetrokken", "withdrawn"));

    private CodeWords() {}

    /** The code of that field which this word means; null when it means none. */
    static @Nullable String meaning(Field field, String text) {
        String word = CellReading.loose(text);
        if (field.codes().stream().anyMatch(word::equals)) {
            return null;
        }
        // an open deal is one that is worked on; where "open" is a code of its own, it was found above
        String code = word.equals("open") ? "engaging" : DUTCH.get(word);
        return code != null && field.codes().contains(code) ? code : null;
    }
}
