package org.koploper.ui.plan;

import java.text.Normalizer;
import java.util.Locale;

/** What a plan could be called in files and programs. */
final class ShortName {

    private ShortName() {}

    /** {@code AM Vlaanderen 2026} as {@code am-vlaanderen-2026}. */
    static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{ASCII}]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
