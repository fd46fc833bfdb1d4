package org.koploper.ui.records;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Field;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordRow;
import org.koploper.records.RecordShelf;
import org.koploper.ui.list.ListColumn;

/** The fields of a kind as columns of its list: a few of them on the screen, all of them in files. */
final class RecordColumns {

    private static final int MOST = 6;

    /** A text that may be as long holds sentences, not a name. */
    private static final int SENTENCES = 500;

    /** What the screen leaves to the record itself where there is more to show than fits, in this order. */
    private static final List<String> LESS = List.of(
            "lead",
            "quotedOn",
            "cancelledOn",
            "engagedOn",
            "revision",
            "expiresOn",
            "deal",
            "product",
            "other",
            "minutes",
            "splits",
            "overlays");

    private final RecordKind kind;
    private final RecordShelf shelf;

    RecordColumns(RecordKind kind, RecordShelf shelf) {
        this.kind = kind;
        this.shelf = shelf;
    }

    /** The one that stays on a phone, which leads to the record, comes first. */
    List<ListColumn<RecordRow>> all() {
        String main = kind.fields().stream().anyMatch(field -> field.name().equals("name")) ? "name" : "externalId";
        List<Field> others = new ArrayList<>(kind.fields());
        // amounts say their currency themselves
        others.removeIf(field -> field.name().equals(main) || field.name().equals("currency"));
        List<Field> onScreen = onScreen(others);
        List<ListColumn<RecordRow>> columns = new ArrayList<>();
        kind.fields().stream()
                .filter(field -> field.name().equals(main))
                .forEach(field -> columns.add(column(field).shown(this::what).main()));
        others.forEach(field -> columns.add(
                onScreen.contains(field) ? column(field) : column(field).fileOnly()));
        return columns;
    }

    private static List<Field> onScreen(List<Field> fields) {
        List<Field> shown = new ArrayList<>(fields);
        shown.removeIf(field -> field.name().equals("externalId"));
        for (String less : LESS) {
            if (shown.size() > MOST) {
                shown.removeIf(field -> field.name().equals(less));
            }
        }
        return shown.stream().limit(MOST).toList();
    }

    private ListColumn<RecordRow> column(Field field) {
        String key = field.name();
        String header = RecordWords.key(field);
        ListColumn<RecordRow> column = switch (field.type()) {
            case DECIMAL ->
                RecordWords.isMoney(field)
                        ? ListColumn.money(key, header, row -> number(field, row), RecordColumns::currency)
                        : ListColumn.number(key, header, row -> number(field, row));
            case RATE, INTEGER -> ListColumn.number(key, header, row -> number(field, row));
            case DATE -> ListColumn.day(key, header, row -> (LocalDate) value(field, row));
            case DATE_TIME -> ListColumn.moment(key, header, row -> (LocalDateTime) value(field, row));
            case TEXT, CODE, CURRENCY, REFERENCE ->
                ListColumn.text(key, header, row -> RecordWords.value(kind, field, row));
        };
        if (field.maxLength() >= SENTENCES) {
            column.wide();
        }
        return shelf.sortable(kind.name(), key) ? column.sortable() : column;
    }

    private static @Nullable Object value(Field field, RecordRow row) {
        return row.values().get(field.name());
    }

    private static @Nullable BigDecimal number(Field field, RecordRow row) {
        return switch (value(field, row)) {
            case BigDecimal exact -> exact;
            case Integer whole -> BigDecimal.valueOf(whole);
            case null, default -> null;
        };
    }

    private static @Nullable Currency currency(RecordRow row) {
        return row.values().get("currency") instanceof String code ? Currency.getInstance(code) : null;
    }

    private Div what(RecordRow row) {
        Anchor link = new Anchor(RecordAddress.of(kind.name(), row.externalId()), row.label());
        Div cell = new Div(link);
        cell.addClassName("kp-cell");
        if (!row.label().equals(row.externalId())) {
            Span id = new Span(row.externalId());
            id.addClassName("kp-quiet");
            cell.add(id);
        }
        return cell;
    }
}
