package org.koploper.ui.records;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.koploper.ui.kit.Dates;

/** A day and a time of that day, such as 9:30. */
class MomentField extends CustomField<@Nullable LocalDateTime> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    private final DatePicker day;
    private final TextField time = new TextField();

    MomentField(String label) {
        setLabel(label);
        day = Dates.field("");
        day.setAriaLabel(label);
        time.setAriaLabel(getTranslation("records.time"));
        time.setPlaceholder("9:30");
        time.setMaxLength(5);
        time.setWidth("6rem");
        day.addValueChangeListener(change -> updateValue());
        time.addValueChangeListener(change -> updateValue());
        Div row = new Div(day, time);
        row.addClassName("kp-actions");
        add(row);
    }

    /** Whether something was typed that is no time. */
    boolean unreadable() {
        return !time.isEmpty() && time() == null;
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        day.setReadOnly(readOnly);
        time.setReadOnly(readOnly);
    }

    private @Nullable LocalTime time() {
        try {
            return time.isEmpty()
                    ? LocalTime.MIDNIGHT
                    : LocalTime.parse(time.getValue().strip().replace('.', ':').replace('u', ':'), TIME);
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }

    @Override
    protected @Nullable LocalDateTime generateModelValue() {
        LocalDate on = day.getValue();
        LocalTime at = time();
        return on == null || at == null ? null : on.atTime(at);
    }

    @Override
    protected void setPresentationValue(@Nullable LocalDateTime value) {
        day.setValue(value == null ? null : value.toLocalDate());
        time.setValue(value == null ? "" : DateTimeFormatter.ofPattern("HH:mm").format(value));
    }
}
