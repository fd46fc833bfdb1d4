package org.koploper.ui.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.game.Board;
import org.koploper.game.By;
import org.koploper.game.Standing;
import org.koploper.kpi.Metric;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** The standings that are shown, to be taken elsewhere: hidden names stay hidden. */
final class BoardExtract {

    private BoardExtract() {}

    static Extract<Standing> of(Board board, List<Standing> shown, String title, Clock clock) {
        List<ListColumn<Standing>> columns = new ArrayList<>(List.of(
                ListColumn.<Standing>number(
                        "rank", "board.rank", row -> row.rank() == null ? null : BigDecimal.valueOf(row.rank())),
                ListColumn.<Standing>text("who", "board.who", Who::of),
                ListColumn.<Standing>text("team", "board.team-of", Standing::team),
                value(board),
                ListColumn.<Standing>share("target", "board.of-target", row -> rounded(row.targetRatio()))));
        if (board.query().by() == By.GROWTH) {
            columns.add(ListColumn.<Standing>share("growth", "by.growth", row -> rounded(row.score())));
        }
        return Extract.of("board-" + board.query().metric().key(), title, columns, shown, clock);
    }

    private static ListColumn<Standing> value(Board board) {
        Metric metric = board.query().metric();
        String currency = board.currency();
        if (metric == Metric.ATTAINMENT) {
            return ListColumn.share("value", "board.value", row -> rounded(row.value()));
        }
        return metric.isMoney() && currency != null
                ? ListColumn.money("value", "board.value", Standing::value, row -> Currency.getInstance(currency))
                : ListColumn.number("value", "board.value", Standing::value);
    }

    /** A quotient has no end; hundredths of a percent are more than the board shows. */
    private static @Nullable BigDecimal rounded(@Nullable BigDecimal share) {
        return share == null ? null : share.setScale(4, RoundingMode.HALF_UP);
    }
}
