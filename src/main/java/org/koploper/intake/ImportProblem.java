package org.koploper.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong or odd in an import.
 *
 * @param row as a spreadsheet shows it; null for the file as a whole
 * @param column the file's own header, or the name of the field where the file has no column for it; null for the row
 * @param code stable kebab-case code; {@link Sentences} says it in words
 * @param error whether it rejects the row (or the file)
 * @param args for the sentence
 */
public record ImportProblem(
        @Nullable Long row, @Nullable String column, String code, boolean error, List<String> args) {}
