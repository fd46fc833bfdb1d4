package org.koploper.ui.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.FormDialog;

/** Asks for a day on which we are closed: which, what it is called, and where. */
class ClosingDayDialog extends FormDialog {

    private static final String EVERYWHERE = "";

    private final Function<Map<String, Object>, String> save;
    private final DatePicker day = Dates.field(getTranslation("field.day"));
    private final TextField name = new TextField(getTranslation("field.name"));
    private final RadioButtonGroup<String> where = new RadioButtonGroup<>(getTranslation("holidays.where"));

    /** @param save answers what is wrong, in words; empty where nothing is */
    ClosingDayDialog(Function<Map<String, Object>, String> save, Year year, String country) {
        super("holidays.add-title", "holidays.add");
        this.save = save;
        day.setRequiredIndicatorVisible(true);
        day.setInitialPosition(year.atDay(1));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(200);
        where.setItems(EVERYWHERE, country);
        where.setItemLabelGenerator(code -> code.equals(EVERYWHERE)
                ? getTranslation("holidays.everywhere")
                : Locale.of("", code).getDisplayCountry(UI.getCurrent().getLocale()));
        where.setValue(EVERYWHERE);
        ask(day, name, where);
    }

    @Override
    protected void submit() {
        LocalDate chosen = day.getValue();
        day.setInvalid(chosen == null);
        day.setErrorMessage(chosen == null ? getTranslation("holidays.which-day") : "");
        name.setInvalid(name.getValue().isBlank());
        name.setErrorMessage(name.getValue().isBlank() ? getTranslation("holidays.which-name") : "");
        if (chosen == null || name.getValue().isBlank()) {
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("day", chosen);
        values.put("name", name.getValue().strip());
        if (!where.getValue().equals(EVERYWHERE)) {
            values.put("country", where.getValue());
        }
        String wrong = save.apply(values);
        if (!wrong.isEmpty()) {
            day.setErrorMessage(wrong);
            day.setInvalid(true);
            return;
        }
        close();
    }
}
