package org.koploper.kpi;

import java.util.Map;
import java.util.Objects;

/**
 * One of several people or teams with their four numbers, each beside that of all the others together.
 *
 * @param <S> a person or a team
 * @param readings of every {@link Meter}, as {@code besides} are
 */
public record Compared<S>(S subject, Map<Meter, Reading> readings, Map<Meter, Beside> besides) {

    public Compared {
        readings = Map.copyOf(readings);
        besides = Map.copyOf(besides);
    }

    /** That number. */
    public Reading reading(Meter meter) {
        return Objects.requireNonNull(readings.get(meter));
    }

    /** How it stands beside the others. */
    public Beside beside(Meter meter) {
        return Objects.requireNonNull(besides.get(meter));
    }
}
