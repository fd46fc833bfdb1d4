package org.koploper.api;

import java.util.List;
import java.util.Locale;
import org.koploper.intake.Sentences;
import org.koploper.records.Undone;

/** What became of taking an import back. */
record UndoAnswer(int removed, int restored, List<Left> left) {

    /** A record that stays as it is. */
    record Left(String kind, String externalId, String code, String message) {}

    static UndoAnswer of(Undone undone, Locale language) {
        return new UndoAnswer(
                undone.removed(),
                undone.restored(),
                undone.left().stream()
                        .map(stays -> new Left(
                                stays.kind(),
                                stays.externalId(),
                                stays.code(),
                                Sentences.of(stays.code(), stays.args(), language)))
                        .toList());
    }
}
