package org.koploper.ui.admin;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import org.koploper.ui.admin.Rights.Cell;
import org.koploper.ui.admin.Rights.Right;
import org.koploper.ui.records.RecordWords;

/** Rights in the words of the reader's language. */
final class RightWords {

    /** The words of the reaches in a cell, where neighbours that say the same were put together. */
    private static final List<String> WHOSE = List.of("own", "below", "others");

    private RightWords() {}

    /** Of what a right is about, such as commission. */
    static String group(String group) {
        return translated("rights.group." + group);
    }

    static String name(Right right) {
        return right.rule().startsWith("audiences ") && !right.right().equals("deals-won")
                ? RecordWords.kind(right.right())
                : translated("rights." + right.right());
    }

    /** What a role may do there, for example {@code own and team below: see, change}. */
    static List<String> words(Cell cell) {
        if (!cell.isAboutAPerson()) {
            return List.of(translated(cell.reaches().getFirst().equals("+") ? "rights.yes" : "rights.nothing"));
        }
        List<String> lines = new ArrayList<>();
        List<String> reaches = cell.reaches();
        if (reaches.stream().distinct().count() == 1) {
            add(lines, "everybody", reaches.getFirst());
        } else if (reaches.get(0).equals(reaches.get(1))) {
            add(lines, "own-and-below", reaches.get(0));
            add(lines, WHOSE.get(2), reaches.get(2));
        } else {
            for (int i = 0; i < WHOSE.size(); i++) {
                add(lines, WHOSE.get(i), reaches.get(i));
            }
        }
        return lines.isEmpty() ? List.of(translated("rights.nothing")) : lines;
    }

    private static void add(List<String> lines, String whose, String may) {
        String letters = may.replace("-", "");
        if (letters.isEmpty()) {
            return;
        }
        String reach = translated("rights.reach." + whose);
        lines.add(letters.equals("+") ? reach : translated("rights.cell", reach, acts(letters)));
    }

    private static String acts(String letters) {
        return String.join(
                ", ",
                letters.chars()
                        .mapToObj(letter -> translated(
                                switch (letter) {
                                    case 's' -> "rights.act.see";
                                    case 'c' -> "rights.act.change";
                                    default -> "rights.act.remove";
                                }))
                        .toList());
    }

    private static String translated(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
