package org.koploper.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Holiday;
import org.koploper.period.HolidayCalendar;
import org.koploper.period.Holidays;
import org.koploper.period.Period;
import org.koploper.period.WorkingDays;
import org.koploper.records.RecordRow;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;

/** The days off of one month, and how many working days that leaves. */
class DaysOffTile extends Tile {

    private record DayOff(
            LocalDate day, String name, @Nullable RecordRow own) {}

    DaysOffTile(
            YearMonth month, String country, WorkingDays working, List<RecordRow> closed, Consumer<RecordRow> remove) {
        super(Formats.here().month(month));
        Period days = Period.month(month.atDay(1));
        Paragraph count = new Paragraph(
                getTranslation("holidays.working-month", Formats.here().number(working.count(days))));
        count.addClassName("kp-quiet");
        UnorderedList list = new UnorderedList();
        list.addClassName("kp-days-off");
        Stream.concat(
                        publicly(country, month.getYear()),
                        closed.stream()
                                .map(row -> new DayOff(
                                        (LocalDate) Objects.requireNonNull(
                                                row.values().get("day")),
                                        row.label(),
                                        row)))
                .filter(off -> days.contains(off.day()))
                .sorted(Comparator.comparing(DayOff::day))
                .map(off -> item(off, remove))
                .forEach(list::add);
        add(count, list);
    }

    private Stream<DayOff> publicly(String country, int year) {
        return Arrays.stream(HolidayCalendar.values())
                .filter(calendar -> calendar.name().equals(country))
                .flatMap(calendar -> Holidays.of(calendar, year).stream())
                .map(holiday -> new DayOff(holiday.date(), name(holiday), null));
    }

    private String name(Holiday holiday) {
        return getTranslation(holiday.name().key());
    }

    private ListItem item(DayOff off, Consumer<RecordRow> remove) {
        Span day = new Span(
                DateTimeFormatter.ofPattern("EEE d", Formats.here().locale()).format(off.day()));
        day.addClassName("kp-day-off");
        Span name = new Span(off.name());
        ListItem item = new ListItem(day, name);
        RecordRow own = off.own();
        if (own == null) {
            return item;
        }
        name.addClassName("kp-strong");
        item.add(chip(own), button(own, off, remove));
        return item;
    }

    private Component chip(RecordRow own) {
        Span chip = new Span(
                getTranslation(own.values().get("country") == null ? "holidays.closed-everywhere" : "holidays.closed"));
        chip.addClassName("kp-chip");
        return chip;
    }

    private Button button(RecordRow own, DayOff off, Consumer<RecordRow> remove) {
        Button button = new Button(getTranslation("holidays.remove"), click -> remove.accept(own));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(
                getTranslation("holidays.remove-of", off.name(), Formats.here().date(off.day())));
        return button;
    }
}
