package org.koploper.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.export.Cell;
import org.koploper.export.Column;
import org.koploper.ui.kit.Money;

/**
 * A column of a list: its key, its header, and its typed value, from which the screen, the export, the copy and the print
 * are made. On a phone only the {@link #main} column stays and says below each other what the others say.
 */
public final class ListColumn<T> {

    private enum Kind {
        TEXT(28, false),
        NUMBER(12, true),
        MONEY(18, true),
        SHARE(10, true),
        DAY(12, true),
        MOMENT(18, true),
        CONTROL(0, false);

        private final int width;
        private final boolean atEnd;

        Kind(int width, boolean atEnd) {
            this.width = width;
            this.atEnd = atEnd;
        }
    }

    private final String key;
    private final String header;
    private final Kind kind;
    private final Function<T, Cell> content;
    private @Nullable String title;
    private @Nullable Function<T, Component> shown;
    private @Nullable Function<T, String> said;
    private @Nullable String below;
    private boolean sortable;
    private boolean main;
    private boolean folded = true;
    private boolean onScreen = true;
    private boolean drawn;
    private int grow = 1;

    private ListColumn(String key, String header, Kind kind, Function<T, Cell> content) {
        this.key = key;
        this.header = header;
        this.kind = kind;
        this.content = content;
    }

    /** @param header translation key, here and below */
    public static <T> ListColumn<T> text(String key, String header, Function<T, @Nullable String> text) {
        return new ListColumn<>(key, header, Kind.TEXT, row -> Cell.text(text.apply(row)));
    }

    public static <T> ListColumn<T> number(String key, String header, Function<T, @Nullable BigDecimal> number) {
        return new ListColumn<>(key, header, Kind.NUMBER, row -> Cell.number(number.apply(row)));
    }

    /** An amount; a bare number where there is no currency. */
    public static <T> ListColumn<T> money(
            String key,
            String header,
            Function<T, @Nullable BigDecimal> amount,
            Function<T, @Nullable Currency> currency) {
        return new ListColumn<>(key, header, Kind.MONEY, row -> {
            Currency of = currency.apply(row);
            return of == null ? Cell.number(amount.apply(row)) : Cell.money(amount.apply(row), of);
        });
    }

    /** A share such as 0.12, shown as 12%. */
    public static <T> ListColumn<T> share(String key, String header, Function<T, @Nullable BigDecimal> share) {
        return new ListColumn<>(key, header, Kind.SHARE, row -> Cell.share(share.apply(row)));
    }

    public static <T> ListColumn<T> day(String key, String header, Function<T, @Nullable LocalDate> day) {
        return new ListColumn<>(key, header, Kind.DAY, row -> Cell.day(day.apply(row)));
    }

    public static <T> ListColumn<T> moment(
            String key, String header, ZoneId zone, Function<T, @Nullable Instant> moment) {
        return new ListColumn<>(key, header, Kind.MOMENT, row -> Cell.moment(moment.apply(row), zone));
    }

    /** A moment that is on the clock of the organisation already. */
    public static <T> ListColumn<T> moment(String key, String header, Function<T, @Nullable LocalDateTime> moment) {
        return new ListColumn<>(key, header, Kind.MOMENT, row -> Cell.moment(moment.apply(row)));
    }

    /** Buttons: on the screen only, and on a phone too. */
    public static <T> ListColumn<T> control(String key, String header, Function<T, Component> control) {
        ListColumn<T> column = new ListColumn<>(key, header, Kind.CONTROL, row -> Cell.EMPTY);
        return column.shown(control).tight();
    }

    /** Shown by a component of its own; files and copies keep the typed value. */
    public ListColumn<T> shown(Function<T, Component> component) {
        shown = component;
        return this;
    }

    /** Says more than its value on the screen and on paper, such as of how many; files and sorting keep the value. */
    public ListColumn<T> saying(Function<T, String> words) {
        said = words;
        return this;
    }

    /** With a header in words that no translation has, such as the name of a person. */
    public ListColumn<T> titled(String words) {
        title = words;
        return this;
    }

    /** With something about the whole column below its header; null for nothing. On the screen only. */
    public ListColumn<T> below(@Nullable String words) {
        below = words;
        return this;
    }

    /** The query, or the column's own values, can sort by its key. */
    public ListColumn<T> sortable() {
        sortable = true;
        return this;
    }

    /** The one column that stays on a phone, with what the others say below it. */
    public ListColumn<T> main() {
        main = true;
        grow = 2;
        return this;
    }

    /** Whole sentences, which need more room than a name. */
    public ListColumn<T> wide() {
        grow = 3;
        return this;
    }

    /** As wide as the others that are so, whatever it holds: for values that are drawn. */
    public ListColumn<T> drawn() {
        drawn = true;
        return this;
    }

    /** As wide as its content. */
    public ListColumn<T> tight() {
        grow = 0;
        return this;
    }

    /** Left out on a phone, where the main column says it already. */
    public ListColumn<T> wideOnly() {
        folded = false;
        return this;
    }

    /** In files and copies only. */
    public ListColumn<T> fileOnly() {
        onScreen = false;
        return this;
    }

    String key() {
        return key;
    }

    String headerText() {
        return title == null ? I18NProvider.translate(header) : title;
    }

    @Nullable
    String below() {
        return below;
    }

    boolean isSortable() {
        return sortable;
    }

    boolean isMain() {
        return main;
    }

    boolean isControl() {
        return kind == Kind.CONTROL;
    }

    boolean isFolded() {
        return folded && !main && !isControl();
    }

    boolean isOnScreen() {
        return onScreen;
    }

    boolean isDrawn() {
        return drawn;
    }

    boolean isAtEnd() {
        return kind.atEnd;
    }

    int grow() {
        return grow;
    }

    String textOf(T row) {
        return said == null ? CellText.of(content.apply(row)) : said.apply(row);
    }

    Component componentOf(T row) {
        if (shown != null) {
            return shown.apply(row);
        }
        return content.apply(row) instanceof Cell.Money(BigDecimal amount, Currency currency)
                ? new Money(amount, currency)
                : new Span(textOf(row));
    }

    Comparator<T> order() {
        return Comparator.comparing(content, CellText.order());
    }

    Column<T> forFile() {
        String name = headerText();
        return new Column<>(
                name,
                kind == Kind.MONEY ? I18NProvider.translate("list.currency-of", name) : null,
                Math.max(kind.width, name.length() + 4),
                content);
    }
}
