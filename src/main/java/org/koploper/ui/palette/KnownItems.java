package org.koploper.ui.palette;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A source of a few items that need no search: it names all that the present user may choose. */
public interface KnownItems extends PaletteSource {

    /** All, in their order. */
    Stream<PaletteItem> all();

    /** Those that hold every word, whatever the case and the accents; the ones whose title starts with them first. */
    @Override
    default List<PaletteItem> find(String words, int most) {
        String wanted = plain(words.strip());
        List<String> each = List.of(wanted.split("\\s+"));
        return all().filter(item -> each.stream()
                        .allMatch(plain(item.title() + " " + (item.about() == null ? "" : item.about()))::contains))
                .sorted(Comparator.comparing(item -> !plain(item.title()).startsWith(wanted)))
                .limit(most)
                .toList();
    }

    @Override
    default Optional<PaletteItem> recall(String id) {
        return all().filter(item -> item.id().equals(id)).findFirst();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
