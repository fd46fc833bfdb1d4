package org.koploper.ui.kit;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Date fields in the language of the reader. */
public final class Dates {

    private Dates() {}

    /** A date field that shows and accepts dates as the reader writes them; weeks start on Monday. */
    public static DatePicker field(String label) {
        DatePicker field = new DatePicker(label);
        Locale locale = field.getUI()
                .or(() -> java.util.Optional.ofNullable(com.vaadin.flow.component.UI.getCurrent()))
                .map(com.vaadin.flow.component.UI::getLocale)
                .orElse(Locale.UK);
        field.setLocale(locale);
        field.setI18n(new DatePicker.DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, locale))
                .setFirstDayOfWeek(1)
                .setToday(field.getTranslation("dates.today"))
                .setCancel(field.getTranslation("dates.cancel"))
                .setBadInputErrorMessage(field.getTranslation("dates.not-a-date"))
                .setDateFormats(
                        locale.getCountry().equals("NL") ? "dd-MM-yyyy" : "d/M/yyyy", "d-M-yyyy", "yyyy-MM-dd"));
        return field;
    }

    private static List<String> weekdays(TextStyle style, Locale locale) {
        // the component counts from Sunday
        return IntStream.range(0, 7)
                .mapToObj(i -> DayOfWeek.SUNDAY.plus(i).getDisplayName(style, locale))
                .toList();
    }
}
