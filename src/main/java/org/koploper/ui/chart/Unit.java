package org.koploper.ui.chart;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.list.ListColumn;

/** What the values of a chart are: how they are written in the reader's language, and as what they go into a file. */
public final class Unit {

    private final Function<BigDecimal, String> words;
    private final Function<BigDecimal, String> marks;
    private final Typed typed;

    private Unit(Function<BigDecimal, String> words, Function<BigDecimal, String> marks, Typed typed) {
        this.words = words;
        this.marks = marks;
        this.typed = typed;
    }

    /** Amounts, without decimals; bare numbers where there is no currency. */
    public static Unit money(@Nullable Currency currency) {
        if (currency == null) {
            return number();
        }
        Formats formats = Formats.here();
        Function<BigDecimal, String> whole = amount -> formats.wholeMoney(amount, currency);
        return new Unit(whole, whole, new Typed() {
            @Override
            public <T> ListColumn<T> column(String key, Function<T, @Nullable BigDecimal> value) {
                return ListColumn.money(key, KEY, value, row -> currency);
            }
        });
    }

    /** Counts, days and other numbers. */
    public static Unit number() {
        Formats formats = Formats.here();
        return new Unit(formats::number, formats::number, new Typed() {
            @Override
            public <T> ListColumn<T> column(String key, Function<T, @Nullable BigDecimal> value) {
                return ListColumn.number(key, KEY, value);
            }
        });
    }

    /** Shares: 0.12 is twelve percent. */
    public static Unit share() {
        Formats formats = Formats.here();
        return new Unit(formats::percent, formats::rate, new Typed() {
            @Override
            public <T> ListColumn<T> column(String key, Function<T, @Nullable BigDecimal> value) {
                return ListColumn.share(key, KEY, value);
            }
        });
    }

    /** A value as it is written; a dash for none. */
    public String words(@Nullable BigDecimal value) {
        return value == null ? "–" : words.apply(value);
    }

    String mark(BigDecimal value) {
        return marks.apply(value);
    }

    <T> ListColumn<T> column(String key, String title, Function<T, @Nullable BigDecimal> value) {
        return typed.<T>column(key, value).titled(title);
    }

    /** Never read: every column has a title of its own. */
    private static final String KEY = "chart.when";

    private interface Typed {

        <T> ListColumn<T> column(String key, Function<T, @Nullable BigDecimal> value);
    }
}
