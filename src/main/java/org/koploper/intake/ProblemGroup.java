package org.koploper.intake;

import org.jspecify.annotations.Nullable;

/**
 * Problems of one kind in one column of an import.
 *
 * @param code stable kebab-case code
 * @param error whether they reject their rows (or the file)
 * @param count all of them
 * @param kept those that can be listed; of a kind with very many, only the first
 * @param column as in {@link ImportProblem#column()}
 */
public record ProblemGroup(
        String code,
        boolean error,
        int count,
        int kept,
        @Nullable String column) {}
