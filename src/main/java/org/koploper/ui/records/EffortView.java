package org.koploper.ui.records;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.period.Period;
import org.koploper.records.Field;
import org.koploper.records.Filter;
import org.koploper.records.RecordConflict;
import org.koploper.records.RecordEdits;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordQuery;
import org.koploper.records.RecordRefused;
import org.koploper.records.RecordShelf;
import org.koploper.records.RecordView;
import org.koploper.records.Saved;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Shortcut;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/** The own effort of one week: how many calls, how many of them reached who decides, and what came of it. */
@Route("effort")
@RolesAllowed({"REP", "MANAGER"})
class EffortView extends Screen implements BeforeEnterObserver {

    private static final String KIND = "efforts";

    private final RecordShelf shelf;
    private final RecordEdits edits;
    private final FieldEditors editors;
    private final PersonRef self;
    private final LocalDate thisWeek;
    private final Map<String, FieldEditor> counts = new LinkedHashMap<>();
    private final Paragraph refusal = new Paragraph();
    private LocalDate week;
    private @Nullable RecordView seen;

    EffortView(RecordShelf shelf, RecordEdits edits, FieldEditors editors, Directory directory, Clock clock) {
        this.shelf = shelf;
        this.edits = edits;
        this.editors = editors;
        this.self = directory.person(Caller.now().self()).orElseThrow();
        this.thisWeek = monday(LocalDate.now(clock));
        this.week = thisWeek;
        refusal.addClassName("kp-bad");
        refusal.getElement().setAttribute("role", "alert");
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        week = Address.of(event.getLocation())
                .get("week")
                .map(EffortView::day)
                .filter(day -> !day.isAfter(thisWeek))
                .orElse(thisWeek);
        show();
    }

    private static LocalDate day(String text) {
        try {
            return monday(LocalDate.parse(text));
        } catch (DateTimeParseException mistyped) {
            return LocalDate.MAX;
        }
    }

    private void show() {
        seen = kept();
        removeAll();
        counts.clear();
        refusal.setText("");
        RecordKind kind = shelf.kinds().stream()
                .filter(one -> one.name().equals(KIND))
                .findFirst()
                .orElseThrow();
        Div form = new Div();
        form.addClassName("kp-form");
        for (Field field : kind.fields()) {
            if (field.type() == Field.Type.INTEGER) {
                FieldEditor editor = editors.of(kind, field);
                if (seen != null) {
                    editor.show(seen.row().values().get(field.name()));
                }
                counts.put(field.name(), editor);
                form.add(editor.component());
            }
        }
        Button save = new Button(getTranslation("records.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Shortcut.on(save, Shortcut.SAVE, save.getText());
        form.add(refusal, save);
        Button before = new Button(getTranslation("effort.before"), click -> go(week.minusWeeks(1)));
        Button after = new Button(getTranslation("effort.after"), click -> go(week.plusWeeks(1)));
        after.setEnabled(week.isBefore(thisWeek));
        Div weeks = new Div(before, after);
        weeks.addClassName("kp-actions");
        add(new Paragraph(getTranslation("effort.intro")), weeks, form);
    }

    /** What is kept of that week, whatever it is called: a week that came in a file has a name of its own. */
    private @Nullable RecordView kept() {
        Map<String, Filter> ofMineThatWeek =
                Map.of("person", new Filter.Names(self.externalId()), "weekStart", new Filter.Days(week, week));
        return shelf.page(KIND, new RecordQuery("", ofMineThatWeek, null, false, 0, 1)).stream()
                .findFirst()
                .flatMap(row -> shelf.find(KIND, row.externalId()))
                .orElse(null);
    }

    private static void go(LocalDate monday) {
        UI.getCurrent().navigate("effort?week=" + monday);
    }

    private void save() {
        refusal.setText("");
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (FieldEditor editor : counts.values()) {
            editor.say(editor.unreadable() ? getTranslation("records.not-a-whole-number") : null);
            values.put(editor.field().name(), editor.value());
        }
        if (counts.values().stream().anyMatch(FieldEditor::unreadable)) {
            return;
        }
        try {
            values.put("person", self.externalId());
            values.put("weekStart", week);
            Saved saved = seen == null
                    ? edits.create(KIND, values)
                    : edits.change(KIND, seen.row().externalId(), seen.row().version(), values, null);
            String odd =
                    saved.warnings().stream().map(Refused::sentence).distinct().reduce("", (a, b) -> a + " " + b);
            UndoToast.say(getTranslation("effort.saved") + odd, () -> {
                edits.undo(saved);
                show();
            });
            show();
        } catch (RecordRefused refused) {
            refused.issues().forEach(issue -> {
                FieldEditor editor = counts.get(issue.field());
                if (editor == null) {
                    refusal.setText(Refused.sentence(issue));
                } else {
                    editor.say(Refused.sentence(issue));
                }
            });
        } catch (RecordConflict conflict) {
            refusal.setText(getTranslation("records.not-undone"));
        }
    }

    @Override
    public String heading() {
        return getTranslation("effort.heading", Formats.here().period(Period.week(week)));
    }
}
