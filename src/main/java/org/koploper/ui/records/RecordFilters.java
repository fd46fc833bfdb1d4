package org.koploper.ui.records;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Field;
import org.koploper.records.Filter;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordShelf;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.shell.Address;

/**
 * What a list of records is narrowed to: a text, codes, what is referred to, and the days of the first date. All of it
 * stands in the address, as {@code q}, {@code stage=won,lost}, {@code owner=P-104}, {@code closedOn=2026-10-01..2026-10-31}.
 */
class RecordFilters extends Div {

    private final RecordKind kind;
    private final RecordShelf shelf;
    private final java.util.function.Consumer<UnaryOperator<Address>> changed;
    private final TextField text = new TextField(getTranslation("records.search"));
    private final Map<String, MultiSelectComboBox<String>> codes = new LinkedHashMap<>();
    private final Map<String, ComboBox<RecordRef>> references = new LinkedHashMap<>();
    private final List<Field> days = new ArrayList<>();
    private final DatePicker from;
    private final DatePicker to;

    /** @param changed told how the address changes with what the user chose */
    RecordFilters(
            RecordKind kind,
            RecordShelf shelf,
            FieldEditors editors,
            java.util.function.Consumer<UnaryOperator<Address>> changed) {
        this.kind = kind;
        this.shelf = shelf;
        this.changed = changed;
        addClassName("kp-toolbar");
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> tell(change.isFromClient(), "q", change.getValue()));
        add(text);
        for (Field field : kind.fields()) {
            switch (field.type()) {
                case CODE -> add(codes(field));
                case REFERENCE -> add(reference(field, editors));
                case DATE, DATE_TIME -> days.add(field);
                default -> {
                    // found by the text
                }
            }
        }
        days.removeIf(field -> field.column() == null);
        String first = days.isEmpty() ? "" : RecordWords.field(days.getFirst());
        from = Dates.field(getTranslation("records.from", first));
        to = Dates.field(getTranslation("records.to", first));
        if (!days.isEmpty()) {
            Field asked = days.getFirst();
            for (DatePicker day : List.of(from, to)) {
                day.setClearButtonVisible(true);
                day.addValueChangeListener(change -> tell(change.isFromClient(), asked.name(), span()));
                add(day);
            }
        }
    }

    private MultiSelectComboBox<String> codes(Field field) {
        MultiSelectComboBox<String> chosen = new MultiSelectComboBox<>(RecordWords.field(field));
        chosen.setItems(field.codes().stream().map(FieldEditors::stored).toList());
        chosen.setItemLabelGenerator(code -> RecordWords.code(kind.name(), field, code));
        chosen.addValueChangeListener(change -> tell(
                change.isFromClient(),
                field.name(),
                change.getValue().stream().sorted().map(String::toLowerCase).collect(Collectors.joining(","))));
        codes.put(field.name(), chosen);
        return chosen;
    }

    private ComboBox<RecordRef> reference(Field field, FieldEditors editors) {
        ComboBox<RecordRef> chosen = editors.choice(field, RecordWords.field(field));
        chosen.setClearButtonVisible(true);
        chosen.addValueChangeListener(change -> tell(
                change.isFromClient(),
                field.name(),
                change.getValue() == null ? "" : change.getValue().externalId()));
        references.put(field.name(), chosen);
        return chosen;
    }

    private void tell(boolean byUser, String name, String value) {
        if (byUser) {
            changed.accept(address -> address.with(name, value.isBlank() ? null : value.strip()));
        }
    }

    private String span() {
        return from.getValue() == null && to.getValue() == null
                ? ""
                : (from.getValue() == null ? "" : from.getValue()) + ".."
                        + (to.getValue() == null ? "" : to.getValue());
    }

    /** Shows what the address says, and answers it as filters; what cannot be read counts as not said. */
    Map<String, Filter> read(Address address) {
        Map<String, Filter> filters = new LinkedHashMap<>();
        text.setValue(address.get("q").orElse(""));
        codes.forEach((field, chosen) -> {
            Set<String> known = new TreeSet<>(address.get(field).stream()
                    .flatMap(said -> Arrays.stream(said.split(",")))
                    .map(FieldEditors::stored)
                    .filter(code -> chosen.getListDataView().contains(code))
                    .toList());
            chosen.setValue(known);
            if (!known.isEmpty()) {
                filters.put(field, new Filter.OneOf(known));
            }
        });
        references.forEach((field, chosen) -> {
            String said = address.get(field).orElse(null);
            chosen.setValue(said == null ? null : ref(field, said));
            if (said != null) {
                filters.put(field, new Filter.Names(said));
            }
        });
        if (!days.isEmpty()) {
            String[] span = address.get(days.getFirst().name()).orElse("..").split("\\.\\.", -1);
            LocalDate first = day(span[0]);
            LocalDate last = span.length > 1 ? day(span[1]) : null;
            from.setValue(first);
            to.setValue(last);
            if (first != null || last != null) {
                filters.put(days.getFirst().name(), new Filter.Days(first, last));
            }
        }
        return filters;
    }

    private RecordRef ref(String field, String externalId) {
        String target = kind.fields().stream()
                .filter(one -> one.name().equals(field))
                .map(Field::references)
                .map(String::valueOf)
                .findFirst()
                .orElse("");
        return shelf.choices(target, externalId, 0, 50).stream()
                .filter(ref -> ref.externalId().equals(externalId))
                .findFirst()
                .orElse(new RecordRef(target, externalId, null));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException mistyped) {
            return null;
        }
    }
}
