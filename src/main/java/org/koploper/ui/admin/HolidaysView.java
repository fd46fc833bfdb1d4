package org.koploper.ui.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.koploper.people.Organisation;
import org.koploper.people.WorkCalendars;
import org.koploper.period.HolidayCalendar;
import org.koploper.period.Period;
import org.koploper.period.WorkingDays;
import org.koploper.records.Filter.Days;
import org.koploper.records.RecordConflict;
import org.koploper.records.RecordEdits;
import org.koploper.records.RecordQuery;
import org.koploper.records.RecordRefused;
import org.koploper.records.RecordRow;
import org.koploper.records.RecordShelf;
import org.koploper.records.Saved;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Shortcut;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.records.Refused;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/** A year of days off in a country: the public holidays, which are computed, and the days on which we are closed. */
@Route("admin/holidays")
@RolesAllowed({"ADMIN", "HR"})
class HolidaysView extends Screen implements BeforeEnterObserver {

    static final String KIND = "closing-days";

    /** Public holidays are known for these years. */
    private static final int FIRST = 2000;

    private static final int LAST = 2049;

    private final RecordShelf shelf;
    private final RecordEdits edits;
    private final WorkCalendars calendars;
    private final Organisation organisation;
    private final Clock clock;
    private final Select<String> country = new Select<>();
    private final H2 title = new H2();
    private final Paragraph total = new Paragraph();
    private final Div months = new Div();
    private final Button before;
    private final Button after;
    private Address address = Address.of(new Location(""));
    private Year year;

    HolidaysView(
            RecordShelf shelf, RecordEdits edits, WorkCalendars calendars, Organisation organisation, Clock clock) {
        this.shelf = shelf;
        this.edits = edits;
        this.calendars = calendars;
        this.organisation = organisation;
        this.clock = clock;
        this.year = Year.now(clock);
        before = step("holidays.year-before", "‹", "[", -1);
        after = step("holidays.year-after", "›", "]", 1);
        country.setLabel(getTranslation("holidays.country"));
        country.setItems(Stream.concat(
                        Stream.of(organisation.country()),
                        Arrays.stream(HolidayCalendar.values()).map(Enum::name))
                .distinct()
                .toList());
        country.setItemLabelGenerator(HolidaysView::name);
        country.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(address.with("country", change.getValue()));
            }
        });
        title.addClassName("kp-period-label");
        Div steps = new Div(before, title, after);
        steps.addClassName("kp-period-steps");
        Button add = new Button(
                getTranslation("holidays.add"),
                click -> new ClosingDayDialog(this::add, year, country.getValue()).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setVisible(shelf.mayCreate(KIND));
        Div toolbar = new Div(steps, country, add);
        toolbar.addClassName("kp-toolbar");
        months.addClassName("kp-cards");
        add(
                new Paragraph(getTranslation("holidays.intro")),
                toolbar,
                total,
                months,
                new Paragraph(new Anchor("records/" + KIND, getTranslation("holidays.as-list"))));
    }

    private Button step(String key, String sign, String shortcut, int by) {
        Button button = new Button(sign, click -> go(address.with("year", String.valueOf(year.getValue() + by))));
        button.setAriaLabel(getTranslation(key));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return Shortcut.on(button, shortcut, getTranslation(key));
    }

    private static String name(String code) {
        return Locale.of("", code).getDisplayCountry(UI.getCurrent().getLocale());
    }

    private void go(Address next) {
        UI.getCurrent().navigate(HolidaysView.class, next.query());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(event.getLocation());
        int thisYear = Year.now(clock).getValue();
        year = Year.of(address.get("year")
                .filter(said -> said.matches("[0-9]{4}"))
                .map(Integer::parseInt)
                .filter(said -> said >= FIRST && said <= LAST)
                .orElse(thisYear));
        country.setValue(address.get("country")
                .filter(said -> Arrays.stream(HolidayCalendar.values())
                        .anyMatch(known -> known.name().equals(said)))
                .orElse(organisation.country()));
        show();
    }

    private void show() {
        String chosen = country.getValue();
        title.setText(year.toString());
        before.setEnabled(year.getValue() > FIRST);
        after.setEnabled(year.getValue() < LAST);
        WorkingDays working = calendars.in(chosen);
        total.setText(getTranslation(
                "holidays.working-year",
                Formats.here()
                        .number(working.count(
                                new Period(year.atDay(1), year.atMonth(12).atEndOfMonth()))),
                year.toString(),
                name(chosen)));
        List<RecordRow> closed = closed(chosen);
        months.removeAll();
        IntStream.rangeClosed(1, 12)
                .mapToObj(month -> new DaysOffTile(year.atMonth(month), chosen, working, closed, this::remove))
                .forEach(months::add);
    }

    private List<RecordRow> closed(String chosen) {
        Days days = new Days(year.atDay(1), year.atMonth(12).atEndOfMonth());
        return shelf.page(KIND, new RecordQuery("", Map.of("day", days), "day", false, 0, RecordQuery.MOST)).stream()
                .filter(row -> row.values().get("country") == null
                        || chosen.equals(row.values().get("country")))
                .toList();
    }

    /** @return what is wrong, in words; empty when it was added */
    private String add(Map<String, Object> values) {
        Saved saved;
        try {
            saved = edits.create(KIND, new HashMap<>(values));
        } catch (RecordRefused refused) {
            return Refused.sentence(refused.issues().getFirst());
        }
        LocalDate day = (LocalDate) Objects.requireNonNull(values.get("day"));
        go(address.with("year", String.valueOf(day.getYear())));
        UndoToast.say(
                getTranslation("holidays.added", saved.label(), Formats.here().date(day)), () -> undo(saved));
        return "";
    }

    private void remove(RecordRow row) {
        try {
            Saved saved = edits.remove(KIND, row.externalId(), row.version(), null);
            show();
            UndoToast.say(getTranslation("holidays.removed", row.label()), () -> undo(saved));
        } catch (RecordConflict | RecordRefused changedMeanwhile) {
            show();
            UndoToast.say(getTranslation("holidays.changed-meanwhile"));
        }
    }

    private void undo(Saved saved) {
        try {
            edits.undo(saved);
            UndoToast.say(getTranslation("holidays.undone", saved.label()));
        } catch (RecordConflict | RecordRefused changedMeanwhile) {
            UndoToast.say(getTranslation("holidays.changed-meanwhile"));
        }
        show();
    }

    @Override
    public String heading() {
        return getTranslation("admin.holidays");
    }
}
