package org.koploper.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Field;

/** One field of a record on a form. */
final class FieldEditor {

    private final Field field;
    private final Component component;
    private final Supplier<@Nullable Object> reading;
    private final Consumer<@Nullable Object> showing;
    private final BooleanSupplier unreadable;

    /**
     * @param reading what it holds, as {@code RecordEdits} takes it
     * @param showing shows a value as {@code RecordShelf} hands it out
     * @param unreadable whether something was typed that cannot be read
     */
    FieldEditor(
            Field field,
            Component component,
            Supplier<@Nullable Object> reading,
            Consumer<@Nullable Object> showing,
            BooleanSupplier unreadable) {
        this.field = field;
        this.component = component;
        this.reading = reading;
        this.showing = showing;
        this.unreadable = unreadable;
    }

    Field field() {
        return field;
    }

    Component component() {
        return component;
    }

    @Nullable
    Object value() {
        return reading.get();
    }

    void show(@Nullable Object value) {
        showing.accept(value);
    }

    boolean unreadable() {
        return unreadable.getAsBoolean();
    }

    void readOnly(boolean now) {
        if (component instanceof HasValue<?, ?> holder) {
            holder.setReadOnly(now);
        }
    }

    void onChange(Runnable changed) {
        if (component instanceof HasValue<?, ?> holder) {
            holder.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    changed.run();
                }
            });
        }
    }

    /** Says what is wrong with it; null: nothing. */
    void say(@Nullable String sentence) {
        if (component instanceof HasValidationProperties said) {
            said.setErrorMessage(sentence);
            said.setInvalid(sentence != null);
        }
    }
}
