package org.koploper.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in the file that cannot be used as it stands.
 *
 * @param row the row as a spreadsheet shows it, the header usually being 1; 0 means the file as a whole
 * @param column the header name of the column, its spreadsheet letter ({@code D}) where the header has no name for it, or
 *     null when the whole row is meant
 * @param code stable kebab-case name, part of the API; the sentence is {@code problem.<code>} in the bundle
 *     {@code problems}
 * @param args what {0}, {1} … in the sentence stand for; values out of the file are shortened
 */
public record Problem(long row, @Nullable String column, String code, List<String> args) {

    public Problem {
        args = List.copyOf(args);
    }

    static Problem of(long row, @Nullable String column, String code, String... args) {
        return new Problem(row, column, code, List.of(args));
    }
}
