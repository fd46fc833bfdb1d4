package org.koploper.ui.list;

import java.math.BigDecimal;
import java.text.Collator;
import java.util.Comparator;
import org.koploper.export.Cell;
import org.koploper.ui.kit.Formats;

/** Typed values as the reader of a screen expects them. */
final class CellText {

    private CellText() {}

    static String of(Cell cell) {
        Formats formats = Formats.here();
        return switch (cell) {
            case Cell.Text(String text) -> text;
            case Cell.Number(BigDecimal number) -> formats.number(number);
            case Cell.Money(BigDecimal amount, var currency) -> formats.money(amount, currency);
            case Cell.Share(BigDecimal share) -> formats.rate(share);
            case Cell.Day(var day) -> formats.shortDate(day);
            case Cell.Moment(var moment) -> formats.shortMoment(moment);
        };
    }

    /** Values of one type by their size, texts as a dictionary has them; nothing comes last. */
    static Comparator<Cell> order() {
        Collator words = Collator.getInstance(Formats.here().locale());
        return Comparator.<Cell, Boolean>comparing(cell -> cell.equals(Cell.EMPTY))
                .thenComparing((a, b) -> switch (a) {
                    case Cell.Text(String text) when b instanceof Cell.Text(String other) -> words.compare(text, other);
                    case Cell.Number(var number) when b instanceof Cell.Number(var other) -> number.compareTo(other);
                    case Cell.Money(var amount, var currency)
                    when b instanceof Cell.Money(var other, var in) -> amount.compareTo(other);
                    case Cell.Share(var share) when b instanceof Cell.Share(var other) -> share.compareTo(other);
                    case Cell.Day(var day) when b instanceof Cell.Day(var other) -> day.compareTo(other);
                    case Cell.Moment(var moment) when b instanceof Cell.Moment(var other) -> moment.compareTo(other);
                    default -> 0;
                });
    }
}
