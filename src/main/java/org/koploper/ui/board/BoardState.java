package org.koploper.ui.board;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.game.BoardQuery;
import org.koploper.game.By;
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
 * @param by what decides the rank; the value where nothing else can be computed for that number
 */
record BoardState(
        Metric metric, Period period, Level level, @Nullable TeamRef team, boolean all, TieRule tie, By by) {

    /** Percent of the own target first: everybody can lead that board. */
    static final Metric FIRST = Metric.ATTAINMENT;

    static BoardState read(Metric metric, Address address, Directory directory, LocalDate today) {
        return new BoardState(
                metric,
                address.period(today),
                among(Level.values(), Level::key, address.get("level")).orElse(Level.PERSON),
                address.get("team").flatMap(directory::teamByExternalId).orElse(null),
                address.get("view").filter("all"::equals).isPresent(),
                among(TieRule.values(), TieRule::key, address.get("tie")).orElse(TieRule.SHARED),
                among(By.values(), By::key, address.get("by"))
                        .filter(by -> choices(metric).contains(by))
                        .orElse(By.VALUE));
    }

    /** By what that number can be ranked: an average has no target of its own, and a percentage of one is one already. */
    static List<By> choices(Metric metric) {
        return switch (metric) {
            case REVENUE, DEALS -> List.of(By.values());
            case AVERAGE_VALUE -> List.of(By.VALUE, By.GROWTH);
            case ATTAINMENT -> List.of(By.VALUE);
        };
    }

    /** The same with another number. */
    BoardState of(Metric other) {
        return new BoardState(
                other, period, level, team, all, tie, choices(other).contains(by) ? by : By.VALUE);
    }

    private static <T> Optional<T> among(T[] values, Function<T, String> key, Optional<String> wanted) {
        return wanted.flatMap(text -> Arrays.stream(values)
                .filter(value -> key.apply(value).equals(text))
                .findFirst());
    }

    BoardQuery query() {
        return new BoardQuery(metric, level, period, team == null ? null : team.id(), tie, by);
    }
}
