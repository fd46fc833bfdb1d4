package org.koploper.ui.board;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.game.BoardQuery;
import org.koploper.game.Level;
import org.koploper.game.TieRule;
import org.koploper.kpi.Metric;
import org.koploper.people.Directory;
import org.koploper.people.TeamRef;
import org.koploper.period.Period;
import org.koploper.ui.shell.Address;

/**
 * Which board is shown and how much of it, as the address says.
 *
 * @param team null: the whole organisation
 * @param all everybody, and not only who is around the user
 */
record BoardState(
        Metric metric, Period period, Level level, @Nullable TeamRef team, boolean all, TieRule tie) {

    /** Percent of the own target first: everybody can lead that board. */
    static final Metric FIRST = Metric.ATTAINMENT;

    static BoardState read(Metric metric, Address address, Directory directory, LocalDate today) {
        return new BoardState(
                metric,
                address.period(today),
                among(Level.values(), Level::key, address.get("level")).orElse(Level.PERSON),
                address.get("team").flatMap(directory::teamByExternalId).orElse(null),
                address.get("view").filter("all"::equals).isPresent(),
                among(TieRule.values(), TieRule::key, address.get("tie")).orElse(TieRule.SHARED));
    }

    private static <T> Optional<T> among(T[] values, Function<T, String> key, Optional<String> wanted) {
        return wanted.flatMap(text -> Arrays.stream(values)
                .filter(value -> key.apply(value).equals(text))
                .findFirst());
    }

    BoardQuery query() {
        return new BoardQuery(metric, level, period, team == null ? null : team.id(), tie);
    }
}
