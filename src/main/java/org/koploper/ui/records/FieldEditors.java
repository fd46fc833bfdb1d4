package org.koploper.ui.records;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.money.Decimals;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.records.Field;
import org.koploper.records.RecordEdits;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordRefused;
import org.koploper.records.RecordShelf;
import org.koploper.records.Saved;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.SplitFields;
import org.koploper.ui.kit.UndoToast;
import org.springframework.stereotype.Component;

/** Makes the editor that fits a field, by its type. */
@Component
class FieldEditors {

    private static final List<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> !code.startsWith("X"))
            .sorted()
            .toList();

    /** Fields that are parts of a deal by person. */
    private static final Set<String> PARTS = Set.of("splits", "overlays");

    private static final int MOST_ALIKE = 20;

    private final RecordKinds kinds;
    private final RecordShelf shelf;
    private final RecordEdits edits;
    private final Directory directory;

    FieldEditors(RecordKinds kinds, RecordShelf shelf, RecordEdits edits, Directory directory) {
        this.kinds = kinds;
        this.shelf = shelf;
        this.edits = edits;
        this.directory = directory;
    }

    FieldEditor of(RecordKind kind, Field field) {
        String label = RecordWords.field(field);
        FieldEditor editor = PARTS.contains(field.name())
                ? parts(field)
                : switch (field.type()) {
                    case TEXT -> text(field, label);
                    case CODE -> code(kind, field, label);
                    case DECIMAL, RATE, INTEGER -> number(field, label);
                    case DATE -> day(field, label);
                    case DATE_TIME -> moment(field, label);
                    case CURRENCY -> currency(field, label);
                    case REFERENCE -> reference(field, label);
                };
        if (field.required()
                && field.fallback() == null
                && editor.component() instanceof com.vaadin.flow.component.HasValue<?, ?> holder) {
            holder.setRequiredIndicatorVisible(!field.name().equals("externalId"));
        }
        return editor;
    }

    private static FieldEditor text(Field field, String label) {
        TextField text = new TextField(label);
        if (field.maxLength() > 0) {
            text.setMaxLength(field.maxLength());
        }
        return new FieldEditor(
                field,
                text,
                () -> text.getValue().isBlank() ? null : text.getValue().strip(),
                value -> text.setValue(value == null ? "" : value.toString()),
                () -> false);
    }

    private static FieldEditor code(RecordKind kind, Field field, String label) {
        Select<String> codes = new Select<>();
        codes.setLabel(label);
        codes.setItems(field.codes().stream().map(FieldEditors::stored).toList());
        codes.setItemLabelGenerator(code -> code == null ? "" : RecordWords.code(kind.name(), field, code));
        codes.setEmptySelectionAllowed(!field.required());
        if (field.fallback() != null) {
            codes.setValue(field.fallback().toString());
        }
        return new FieldEditor(field, codes, codes::getValue, value -> codes.setValue((String) value), () -> false);
    }

    static String stored(String code) {
        return code.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }

    private static FieldEditor number(Field field, String label) {
        AmountField number = new AmountField(label, "", field.fallback() instanceof Number n ? decimal(n) : null);
        boolean whole = field.type() == Field.Type.INTEGER;
        return new FieldEditor(
                field,
                number,
                () -> number.amount()
                        .<Object>map(amount -> whole ? (Object) amount.intValue() : amount)
                        .orElse(null),
                value -> number.setValue(
                        value instanceof Number n
                                ? org.koploper.ui.kit.Formats.here().number(decimal(n))
                                : ""),
                () -> number.unreadable()
                        || whole
                                && number.amount()
                                        .filter(amount ->
                                                amount.stripTrailingZeros().scale() > 0
                                                        || amount.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE))
                                                                > 0)
                                        .isPresent());
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal exact ? exact : BigDecimal.valueOf(number.longValue());
    }

    private static FieldEditor day(Field field, String label) {
        DatePicker day = Dates.field(label);
        return new FieldEditor(field, day, day::getValue, value -> day.setValue((LocalDate) value), () -> false);
    }

    private static FieldEditor moment(Field field, String label) {
        MomentField moment = new MomentField(label);
        return new FieldEditor(
                field, moment, moment::getValue, value -> moment.setValue((LocalDateTime) value), moment::unreadable);
    }

    private static FieldEditor currency(Field field, String label) {
        ComboBox<String> codes = new ComboBox<>(label);
        codes.setItems(CURRENCIES);
        if (field.fallback() != null) {
            codes.setValue(field.fallback().toString());
        }
        return new FieldEditor(field, codes, codes::getValue, value -> codes.setValue((String) value), () -> false);
    }

    private FieldEditor reference(Field field, String label) {
        ComboBox<RecordRef> choice = choice(field, label);
        String kind = String.valueOf(field.references());
        if (field.createsMissing() || addable(kind)) {
            choice.setAllowCustomValue(true);
            choice.setHelperText(I18NProvider.translate("records.new-by-typing"));
            choice.addCustomValueSetListener(typed -> {
                RecordRef made = field.createsMissing()
                        ? new RecordRef(kind, typed.getDetail(), null)
                        : added(kind, typed.getDetail());
                if (made != null) {
                    choice.setValue(made);
                }
            });
        }
        return new FieldEditor(
                field,
                choice,
                () -> choice.getValue() == null ? null : choice.getValue().externalId(),
                value -> choice.setValue((RecordRef) value),
                () -> false);
    }

    /** Chooses among the records that a field may refer to, found while typing. */
    ComboBox<RecordRef> choice(Field field, String label) {
        ComboBox<RecordRef> choice = new ComboBox<>(label);
        String kind = String.valueOf(field.references());
        choice.setItems(query ->
                shelf.choices(kind, query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        choice.setItemLabelGenerator(RecordRef::label);
        choice.setClearButtonVisible(!field.required());
        return choice;
    }

    /** The only thing with that label that a field may refer to; empty where there is none, or more than one. */
    Optional<RecordRef> found(Field field, String label) {
        List<RecordRef> found = shelf.choices(String.valueOf(field.references()), label, 0, MOST_ALIKE).stream()
                .filter(one -> one.label().equals(label))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Whether the caller may add such a record with nothing but a name. */
    private boolean addable(String kind) {
        return !kind.equals("people")
                && !kind.equals("teams")
                && shelf.mayCreate(kind)
                && kinds.find(kind).stream()
                        .flatMap(found -> found.fields().stream())
                        .filter(field -> field.required() && field.fallback() == null)
                        .map(Field::name)
                        .collect(Collectors.toSet())
                        .equals(java.util.Set.of("externalId", "name"));
    }

    private @Nullable RecordRef added(String kind, String name) {
        try {
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("name", name.strip());
            Saved saved = edits.create(kind, values);
            UndoToast.say(I18NProvider.translate("records.created", saved.label()));
            return new RecordRef(kind, saved.externalId(), saved.label());
        } catch (RecordRefused refused) {
            UndoToast.say(Refused.sentence(refused.issues().getFirst()));
            return null;
        }
    }

    private FieldEditor parts(Field field) {
        List<PersonRef> people = directory.people();
        Map<PersonId, String> ids = people.stream().collect(Collectors.toMap(PersonRef::id, PersonRef::externalId));
        Map<String, PersonId> persons = people.stream().collect(Collectors.toMap(PersonRef::externalId, PersonRef::id));
        SplitFields shares = field.name().equals("overlays") ? SplitFields.overlays(people) : new SplitFields(people);
        return new FieldEditor(
                field,
                shares,
                () -> shares.getValue() == null || shares.getValue().isEmpty()
                        ? null
                        : shares.getValue().entrySet().stream()
                                .map(share -> ids.get(share.getKey()) + ":" + Decimals.plain(share.getValue()))
                                .sorted()
                                .collect(Collectors.joining(";")),
                value -> {
                    Map<PersonId, BigDecimal> read = new LinkedHashMap<>();
                    if (value != null) {
                        for (String part : value.toString().split(";")) {
                            int colon = part.lastIndexOf(':');
                            PersonId person = persons.get(part.substring(0, colon));
                            if (person != null) {
                                read.put(person, Decimals.parse(part.substring(colon + 1)));
                            }
                        }
                    }
                    shares.setValue(read);
                },
                shares::incomplete);
    }
}
