package org.koploper.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided, once for all its rows, about a problem: by the field it is about (empty for the row as a whole) and
 * by its code.
 */
public record Remedies(Map<String, Map<String, Remedy>> byField) {

    /** Nothing decided. */
    public static final Remedies NONE = new Remedies(Map.of());

    /** What to do with such rows. */
    public sealed interface Remedy {}

    /** They stay out, and are said to have been left out. */
    public record LeaveOut() implements Remedy {}

    /** The cell counts as this instead, in the Java type of the field; null: as an empty one. */
    public record Replace(@Nullable Object value) implements Remedy {}

    @Nullable
    Remedy of(Issue problem) {
        return byField.getOrDefault(problem.field(), Map.of()).get(problem.code());
    }

    boolean isEmpty() {
        return byField.isEmpty();
    }
}
