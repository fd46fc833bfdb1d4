package org.koploper.game;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.koploper.access.SignedInOnly;
import org.koploper.kpi.Note;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Boards over KPIs, never over pay; everybody who is signed in may read them. */
@Service
public class Leaderboard {

    private final BoardRows boardRows;
    private final Clock clock;

    Leaderboard(BoardRows boardRows, Clock clock) {
        this.boardRows = boardRows;
        this.clock = clock;
    }

    /**
     * Who stands where. On the person level: everybody who sells and was in a team in the period, and everybody with
     * sales; with a team chosen, what was sold as a member of it or of one below it. On the team level: every team in
     * which somebody sells, together with all teams below it, as its goals count. The number of statements does not
     * depend on the number of people.
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Board board(BoardQuery query) {
        BoardRows.Rows now = boardRows.of(query);
        Map<Long, Integer> before = new HashMap<>();
        List<Row> previous =
                boardRows.of(query.during(query.period().previous())).rows();
        // where nobody had anything, all would have shared the first place: that is no rank to come from
        if (previous.stream().anyMatch(row -> row.value() != null && row.value().signum() != 0)) {
            for (Ranking.Placed placed : ranked(previous, query.tieRule())) {
                if (placed.rank() != null) {
                    before.put(placed.id(), placed.rank());
                }
            }
        }
        Map<Long, Row> rows = new HashMap<>();
        now.rows().forEach(row -> rows.put(row.id(), row));
        List<Standing> standings = ranked(now.rows(), query.tieRule()).stream()
                .map(placed ->
                        Objects.requireNonNull(rows.get(placed.id())).standing(placed.rank(), before.get(placed.id())))
                .toList();
        List<Note> notes = new ArrayList<>(now.notes());
        notes.addAll(boardRows.outsideTeams(query, now));
        return new Board(query, now.currency(), standings, notes, clock.instant());
    }

    private static List<Ranking.Placed> ranked(List<Row> rows, TieRule rule) {
        return Ranking.rank(
                rows.stream()
                        .map(row -> new Ranking.Scored(
                                row.id(),
                                Objects.requireNonNullElse(row.name(), ""),
                                row.value(),
                                rule == TieRule.FIRST ? row.reached() : null))
                        .toList(),
                rule);
    }
}
