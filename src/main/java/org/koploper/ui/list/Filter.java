package org.koploper.ui.list;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Shortcut;

/**
 * One way to narrow a list: a field on the screen, a parameter in its address, a typed value for its query, a few words in
 * its exports. A parameter that cannot be read filters nothing.
 */
public final class Filter<V> {

    private static final int MANY = 10;

    private final String parameter;
    private final String label;
    private final Component field;
    private final Function<Optional<String>, V> read;
    private final Function<V, Optional<String>> words;
    private final Consumer<V> show;
    private final Consumer<Consumer<@Nullable String>> listen;

    private Filter(
            String parameter,
            String label,
            Component field,
            Function<Optional<String>, V> read,
            Function<V, Optional<String>> words,
            Consumer<V> show,
            Consumer<Consumer<@Nullable String>> listen) {
        this.parameter = parameter;
        this.label = label;
        this.field = field;
        this.read = read;
        this.words = words;
        this.show = show;
        this.listen = listen;
    }

    /**
     * A text in {@code q}; empty filters nothing.
     *
     * @param label translation key, here and below
     * @param hint translation key of what can be typed
     */
    public static Filter<String> text(String label, String hint) {
        TextField field = new TextField(I18NProvider.translate(label));
        field.setPlaceholder(I18NProvider.translate(hint));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        Shortcut.on(field, Shortcut.FILTER, I18NProvider.translate("keys.filter"));
        return new Filter<>(
                "q",
                field.getLabel(),
                field,
                said -> said.orElse(""),
                value -> Optional.of(value).filter(text -> !text.isBlank()),
                field::setValue,
                changed -> field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        changed.accept(change.getValue());
                    }
                }));
    }

    /**
     * One of some values, or all of them.
     *
     * @param inAddress how a value is written in the address, different for each
     * @param inWords how a value is called
     * @param all translation key of what it says when nothing is chosen
     */
    public static <E> Filter<Optional<E>> choice(
            String parameter,
            String label,
            List<E> values,
            Function<E, String> inAddress,
            Function<E, String> inWords,
            String all) {
        String name = I18NProvider.translate(label);
        String none = I18NProvider.translate(all);
        List<Optional<E>> options = new ArrayList<>(List.of(Optional.empty()));
        values.forEach(value -> options.add(Optional.of(value)));
        Function<Optional<E>, String> called = option -> option.map(inWords).orElse(none);
        Function<Optional<String>, Optional<E>> read = said -> said.flatMap(text -> values.stream()
                .filter(value -> inAddress.apply(value).equals(text))
                .findFirst());
        Function<Optional<E>, @Nullable String> write =
                option -> option.map(inAddress).orElse(null);
        if (values.size() > MANY) {
            ComboBox<Optional<E>> field = new ComboBox<>(name);
            field.setItems(options);
            field.setItemLabelGenerator(called::apply);
            return choice(parameter, name, field, read, write, inWords);
        }
        Select<Optional<E>> field = new Select<>();
        field.setLabel(name);
        field.setItems(options);
        field.setItemLabelGenerator(called::apply);
        return choice(parameter, name, field, read, write, inWords);
    }

    private static <E> Filter<Optional<E>> choice(
            String parameter,
            String name,
            AbstractField<?, Optional<E>> field,
            Function<Optional<String>, Optional<E>> read,
            Function<Optional<E>, @Nullable String> write,
            Function<E, String> inWords) {
        field.setValue(Optional.empty());
        return new Filter<>(
                parameter,
                name,
                field,
                read,
                value -> value.map(inWords),
                field::setValue,
                changed -> field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        // a combo box can also be emptied
                        changed.accept(change.getValue() == null ? null : write.apply(change.getValue()));
                    }
                }));
    }

    /** A day, written as 2026-11-02 in the address. */
    public static Filter<Optional<LocalDate>> day(String parameter, String label) {
        DatePicker field = Dates.field(I18NProvider.translate(label));
        field.setClearButtonVisible(true);
        return new Filter<>(
                parameter,
                field.getLabel(),
                field,
                said -> said.flatMap(Filter::day),
                value -> value.map(Formats.here()::date),
                value -> field.setValue(value.orElse(null)),
                changed -> field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        changed.accept(
                                change.getValue() == null
                                        ? null
                                        : change.getValue().toString());
                    }
                }));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException mistyped) {
            return Optional.empty();
        }
    }

    /** What is asked for. */
    public V in(Asked asked) {
        return read.apply(asked.address().get(parameter));
    }

    /** Whether one of these texts holds what a text filter asks for, whatever its case; always where it asks for nothing. */
    public boolean finds(Asked asked, String... texts) {
        String sought = String.valueOf(in(asked)).strip().toLowerCase(Locale.ROOT);
        return Stream.of(texts).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(sought));
    }

    String parameter() {
        return parameter;
    }

    String label() {
        return label;
    }

    Component field() {
        return field;
    }

    /** What it narrows to, in words; empty where it narrows nothing. */
    Optional<String> words(Asked asked) {
        return words.apply(in(asked));
    }

    void show(Asked asked) {
        show.accept(in(asked));
    }

    /** Tells the new value for the address, null for none, and whether somebody is typing. */
    void onChange(BiConsumer<@Nullable String, Boolean> changed) {
        listen.accept(
                value -> changed.accept(value == null || value.isBlank() ? null : value, field instanceof TextField));
    }
}
