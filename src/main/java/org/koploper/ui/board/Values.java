package org.koploper.ui.board;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.koploper.game.Board;
import org.koploper.kpi.Metric;
import org.koploper.ui.kit.Formats;

/** Writes the values of one board. */
public final class Values {

    private final Metric metric;
    private final @Nullable Currency currency;
    private final Formats formats = Formats.here();

    private Values(Metric metric, @Nullable Currency currency) {
        this.metric = metric;
        this.currency = currency;
    }

    public static Values of(Board board) {
        String currency = board.currency();
        return new Values(board.query().metric(), currency == null ? null : Currency.getInstance(currency));
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

    /** A difference of values of this board: of percentages in percentage points. */
    public String difference(@Nullable BigDecimal difference) {
        return metric == Metric.ATTAINMENT && difference != null
                ? I18NProvider.translate(
                        "unit.points",
                        formats.number(
                                rounded(difference.movePointRight(2).setScale(1, java.math.RoundingMode.HALF_UP))))
                : write(difference);
    }

    /** Shared deals count by their share: two decimals are enough to read. */
    private static BigDecimal rounded(BigDecimal count) {
        return count.scale() > 2 ? count.setScale(2, java.math.RoundingMode.HALF_UP) : count;
    }
}
