package org.koploper.ui.board;

import java.math.BigDecimal;
import java.util.List;
import org.koploper.game.Board;
import org.koploper.game.Standing;

/** Which rows of a board have a place worth showing. */
public final class Ranks {

    private Ranks() {}

    /** Those with a rank, best first; none while nobody has anything: a first place shared by all at zero says nothing. */
    public static List<Standing> of(Board board) {
        List<Standing> ranked =
                board.standings().stream().filter(row -> row.rank() != null).toList();
        boolean anything = ranked.stream()
                .map(Standing::value)
                .anyMatch(value -> value != null && value.compareTo(BigDecimal.ZERO) != 0);
        return anything ? ranked : List.of();
    }
}
