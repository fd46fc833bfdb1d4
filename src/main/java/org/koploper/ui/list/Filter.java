package org.koploper.ui.list;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.ui.kit.Dates;
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

    /** With one field, whose values are of another type than those of the query. */
    private static <V, F> Filter<V> with(
            AbstractField<?, F> field,
            String parameter,
            String label,
            Function<Optional<String>, V> read,
            Function<V, Optional<String>> words,
            Function<V, @Nullable F> inField,
            Function<F, @Nullable String> inAddress) {
        return new Filter<>(
                parameter,
                label,
                field,
                read,
                words,
                value -> field.setValue(inField.apply(value)),
                changed -> field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        // a combo box can also be emptied
                        changed.accept(change.getValue() == null ? null : inAddress.apply(change.getValue()));
                    }
                }));
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
        Shortcut.on(field, Shortcut.FILTER, I18NProvider.translate("keys.filter"));
        return typed("q", field);
    }

    /** A word as a whole, such as a number that somebody was told; empty filters nothing. */
    public static Filter<String> exact(String parameter, String label) {
        return typed(parameter, new TextField(I18NProvider.translate(label)));
    }

    private static Filter<String> typed(String parameter, TextField field) {
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return with(
                field,
                parameter,
                field.getLabel(),
                said -> said.orElse(""),
                value -> Optional.of(value).filter(text -> !text.isBlank()),
                value -> value,
                typed -> typed);
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
        AbstractField<?, Optional<E>> field;
        if (values.size() > MANY) {
            ComboBox<Optional<E>> box = new ComboBox<>(name);
            box.setItems(options);
            box.setItemLabelGenerator(called::apply);
            field = box;
        } else {
            Select<Optional<E>> select = new Select<>();
            select.setLabel(name);
            select.setItems(options);
            select.setItemLabelGenerator(called::apply);
            field = select;
        }
        field.setValue(Optional.empty());
        return with(
                field,
                parameter,
                name,
                said -> said.flatMap(text -> oneOf(values, inAddress, text)),
                value -> value.map(inWords),
                value -> value,
                option -> option.map(inAddress).orElse(null));
    }

    /** Any number of some values, written as {@code won,lost} in the address; none filters nothing. */
    public static <E> Filter<Set<E>> several(
            String parameter,
            String label,
            List<E> values,
            Function<E, String> inAddress,
            Function<E, String> inWords) {
        MultiSelectComboBox<E> field = new MultiSelectComboBox<>(I18NProvider.translate(label));
        field.setItems(values);
        field.setItemLabelGenerator(inWords::apply);
        field.setClearButtonVisible(true);
        // in the order in which they are offered, so that the same choice always has the same address
        Function<Set<E>, Stream<E>> ordered = chosen -> values.stream().filter(chosen::contains);
        return with(
                field,
                parameter,
                field.getLabel(),
                said -> said.stream()
                        .flatMap(text -> Stream.of(text.split(",")))
                        .flatMap(text -> oneOf(values, inAddress, text).stream())
                        .collect(Collectors.toSet()),
                chosen -> Optional.of(ordered.apply(chosen).map(inWords).collect(Collectors.joining(", ")))
                        .filter(words -> !words.isEmpty()),
                chosen -> chosen,
                chosen -> ordered.apply(chosen).map(inAddress).collect(Collectors.joining(",")));
    }

    private static <E> Optional<E> oneOf(List<E> values, Function<E, String> inAddress, String text) {
        return values.stream()
                .filter(value -> inAddress.apply(value).equals(text))
                .findFirst();
    }

    /**
     * One of so many values that they are found while typing. The query gets what the address says, whatever it is.
     *
     * @param search finds values by what is typed
     * @param named finds the value that is written so in the address; a mere stand-in where there is none
     */
    public static <E> Filter<Optional<String>> found(
            String parameter,
            String label,
            Search<E> search,
            Function<String, E> named,
            Function<E, String> inAddress,
            Function<E, String> inWords) {
        ComboBox<E> field = new ComboBox<>(I18NProvider.translate(label));
        field.setItems(
                query -> search.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        field.setItemLabelGenerator(inWords::apply);
        field.setClearButtonVisible(true);
        return with(
                field,
                parameter,
                field.getLabel(),
                said -> said,
                value -> value.map(named).map(inWords),
                value -> value.map(named).orElse(null),
                inAddress);
    }

    /** Finds values page by page. */
    @FunctionalInterface
    public interface Search<E> {

        List<E> find(String text, int offset, int limit);
    }

    /** Days from one to another, written as {@code 2026-10-01..2026-10-31} in the address. */
    public static Filter<Days> days(String parameter, String label) {
        String name = I18NProvider.translate(label);
        DatePicker from = Dates.field(I18NProvider.translate("list.from", name));
        DatePicker to = Dates.field(I18NProvider.translate("list.to", name));
        List<DatePicker> both = List.of(from, to);
        both.forEach(field -> field.setClearButtonVisible(true));
        Div field = new Div(from, to);
        field.addClassName("kp-days");
        return new Filter<>(
                parameter,
                name,
                field,
                said -> Days.parse(said.orElse("")),
                Days::inWords,
                days -> {
                    from.setValue(days.from());
                    to.setValue(days.to());
                },
                changed -> both.forEach(day -> day.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        changed.accept(new Days(from.getValue(), to.getValue()).inAddress());
                    }
                })));
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
