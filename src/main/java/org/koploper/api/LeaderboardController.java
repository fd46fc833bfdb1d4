package org.koploper.api;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.game.Board;
import org.koploper.game.BoardQuery;
import org.koploper.game.Leaderboard;
import org.koploper.game.Level;
import org.koploper.game.TieRule;
import org.koploper.kpi.Metric;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Boards for programs. */
@RestController
class LeaderboardController {

    private final Leaderboard leaderboard;
    private final Clock clock;

    LeaderboardController(Leaderboard leaderboard, Clock clock) {
        this.leaderboard = leaderboard;
        this.clock = clock;
    }

    /** Best first; who is not ranked comes last with rank null. Without days: the current month. */
    @GetMapping("/api/v1/leaderboard")
    @PreAuthorize("hasAuthority('SCOPE_boards')")
    public ResponseEntity<List<Place>> board(
            @RequestParam(defaultValue = "revenue") String metric,
            @RequestParam(defaultValue = "person") String level,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "shared") String tie,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.WHOLE) int limit,
            HttpServletRequest request) {
        BoardQuery query = new BoardQuery(
                oneOf("metric", Metric.values(), Metric::key, metric),
                oneOf("level", Level.values(), Level::key, level),
                AskedPeriod.of(from, to, clock),
                null,
                oneOf("tie", TieRule.values(), TieRule::key, tie));
        Board board = leaderboard.board(query);
        List<Place> all = board.standings().stream()
                .map(row -> new Place(
                        row.rank(), row.externalId(), row.name(), value(board, row.value()), row.previousRank()))
                .toList();
        return Paging.slice(all, cursor, Paging.limit(limit), request);
    }

    private static @Nullable String value(Board board, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        return board.query().metric().isMoney() ? Amounts.money(value, board.currency()) : Amounts.number(value);
    }

    private static <T> T oneOf(String field, T[] values, Function<T, String> key, String text) {
        return Arrays.stream(values)
                .filter(value -> key.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> ApiProblem.invalid(
                        field,
                        "unknown-code",
                        ApiProblem.shortened(text),
                        Arrays.stream(values).map(key).collect(Collectors.joining(", "))));
    }

    /**
     * A row of the board.
     *
     * @param rank null where there is none
     * @param id external id; null where somebody hides it, as is then the name
     * @param value exact decimal; null where it must not be computed
     */
    record Place(
            @Nullable Integer rank,
            @Nullable String id,
            @Nullable String name,
            @Nullable String value,
            @Nullable Integer previousRank) {}
}
