package org.koploper.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing found out about a file, with what shows it.
 *
 * @param state how sure it is
 * @param value what was found; null when it is open or was not seen
 * @param options what it can be, likeliest first, for a person who has to choose
 * @param evidence up to a handful of places in the file, the strongest first
 */
public record Finding<T>(State state, @Nullable T value, List<T> options, List<Evidence> evidence) {

    public Finding {
        options = List.copyOf(options);
        evidence = List.copyOf(evidence);
    }

    /** How sure a finding is. */
    public enum State {
        /** The file proves it. */
        DECIDED,
        /** Likely, not proved; shown so that it can be changed. */
        ASSUMED,
        /** The file can be read in several ways; has to be asked, once per file. */
        AMBIGUOUS,
        /** Parts of the file say different things; has to be asked, and some rows will have problems. */
        CONTRADICTORY,
        /** Nothing in the rows looked at depends on it. */
        NOT_SEEN,
        /** A person or program said so. */
        CHOSEN
    }

    /**
     * A place in the file that shows something.
     *
     * @param code stable kebab-case name; the sentence is {@code evidence.<code>} in the bundle {@code problems}, with {0}
     *     the value, {1} the row, {2} the column
     * @param row as in {@link Problem#row()}
     * @param column header name, null when the row or file as a whole shows it
     * @param value what stands there, shortened
     */
    public record Evidence(String code, long row, @Nullable String column, String value) {}

    /** True when a person has to answer before the file can be read in full. */
    public boolean open() {
        return state == State.AMBIGUOUS || state == State.CONTRADICTORY;
    }

    static <T> Finding<T> chosen(T value) {
        return new Finding<>(State.CHOSEN, value, List.of(value), List.of());
    }
}
