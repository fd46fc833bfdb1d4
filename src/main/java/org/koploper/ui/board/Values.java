package org.koploper.ui.board;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.koploper.game.Board;
import org.koploper.game.By;
import org.koploper.kpi.Metric;
import org.koploper.ui.kit.Formats;

/** Writes the values of one board. */
public final class Values {

    private final Metric metric;
    private final By by;
    private final @Nullable Currency currency;
    private final Formats formats = Formats.here();

    private Values(Metric metric, By by, @Nullable Currency currency) {
        this.metric = metric;
        this.by = by;
        this.currency = currency;
    }

    public static Values of(Board board) {
        String currency = board.currency();
        return new Values(
                board.query().metric(), board.query().by(), currency == null ? null : Currency.getInstance(currency));
    }

    /** A value of this board; a dash where there is none. */
    public String write(@Nullable BigDecimal value) {
        if (value == null) {
            return "–";
        }
        if (metric == Metric.ATTAINMENT) {
            return formats.percent(value);
        }
        return metric.isMoney() && currency != null
                ? formats.wholeMoney(value, currency)
                : formats.number(rounded(value));
    }

    /** Whether it is a part of something that decides the rank, and not the number itself. */
    boolean isShare() {
        return metric == Metric.ATTAINMENT || by != By.VALUE;
    }

    /** What decides the rank: the value, the part of the target, or how much it grew, with its sign. */
    String score(@Nullable BigDecimal score) {
        if (metric == Metric.ATTAINMENT || by == By.VALUE || score == null) {
            return write(score);
        }
        return by == By.GROWTH ? formats.signed(score, formats::percent) : formats.percent(score);
    }

    /** A difference of what decides the rank: of percentages in percentage points. */
    public String difference(@Nullable BigDecimal difference) {
        return isShare() && difference != null ? formats.points(difference) : write(difference);
    }

    /** Shared deals count by their share: two decimals are enough to read. */
    private static BigDecimal rounded(BigDecimal count) {
        return count.scale() > 2 ? count.setScale(2, java.math.RoundingMode.HALF_UP) : count;
    }
}
