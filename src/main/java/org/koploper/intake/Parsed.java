package org.koploper.intake;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of a cell: a value, or the reason why there is none. */
public sealed interface Parsed<T> {

    /** The cell could be read in exactly one way. */
    record Value<T>(T value) implements Parsed<T> {}

    /**
     * The cell cannot be read.
     *
     * @param code stable kebab-case name, as in {@link Problem#code()}
     * @param args as in {@link Problem#args()}; the first is the cell's text, shortened
     */
    record Refused<T>(String code, List<String> args) implements Parsed<T> {

        public Refused {
            args = List.copyOf(args);
        }

        /** The same reason, placed in the file. */
        public Problem at(long row, @Nullable String column) {
            return new Problem(row, column, code, args);
        }
    }

    /** The value changed by {@code change}; a refusal stays the same refusal. */
    default <R> Parsed<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Value<T>(T value) -> new Value<>(change.apply(value));
            case Refused<T>(String code, List<String> args) -> new Refused<>(code, args);
        };
    }

    static <T> Parsed<T> value(T value) {
        return new Value<>(value);
    }

    static <T> Parsed<T> refused(String code, String... args) {
        return new Refused<>(code, List.of(args));
    }
}
