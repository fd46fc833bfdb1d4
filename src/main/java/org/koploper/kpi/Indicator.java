package org.koploper.kpi;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whatever has a number: a KPI of the catalogue, or one that the organisation made of the same facts. */
public sealed interface Indicator permits Kpi, OwnKpi {

    /** As the interface and addresses name it; never that of another one. */
    String key();

    /** Its number in the catalogue, from 1; null for what has none. */
    @Nullable
    Integer number();

    KpiUnit unit();

    /** Which way is better. */
    KpiDirection direction();

    /** For whom it can be read; elsewhere it says so instead of a value. */
    Set<KpiScope.Kind> levels();

    /** The bases it can be read on, the usual one first. */
    List<KpiBasis> bases();

    /** The version of the definition, from 1; a new one whenever the same facts would give another number. */
    int version();

    /** Whether a longer time has the sum of its parts. */
    boolean isSum();

    /** As records keep it, such as {@code CLOSING_RATE}. */
    String code();
}
