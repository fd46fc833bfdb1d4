package org.koploper.ui.records;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.intake.Freshness.Numbers;
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
import org.koploper.ui.kit.AsOf;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.Draft;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.SaveButton;
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
    private final AsOf asOf;
    private final Clock clock;
    private final LocalDate thisWeek;
    private final Map<String, FieldEditor> counts = new LinkedHashMap<>();
    private final Paragraph refusal = new Paragraph();
    private final Map<String, @Nullable Object> start = new LinkedHashMap<>();
    private @Nullable Draft draft;
    private LocalDate week;
    private @Nullable RecordView seen;

    EffortView(
            RecordShelf shelf, RecordEdits edits, FieldEditors editors, Directory directory, AsOf asOf, Clock clock) {
        this.shelf = shelf;
        this.edits = edits;
        this.editors = editors;
        this.asOf = asOf;
        this.self = directory.person(Caller.now().self()).orElseThrow();
        this.clock = clock;
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
        seen = kept().orElse(null);
        removeAll();
        counts.clear();
        start.clear();
        refusal.setText("");
        RecordKind kind = kind();
        Div form = new Div();
        form.addClassName("kp-form");
        for (Field field : kind.fields()) {
            if (field.type() == Field.Type.INTEGER) {
                FieldEditor editor = editors.of(kind, field);
                if (seen != null) {
                    editor.show(seen.row().values().get(field.name()));
                }
                counts.put(field.name(), editor);
                start.put(field.name(), editor.value());
                form.add(editor.component());
            }
        }
        Button save = new SaveButton(getTranslation("records.save"), this::save);
        form.add(refusal, save);
        draft = Draft.untilSaved(form, KIND + "/" + week, null);
        form.addComponentAsFirst(draft);
        Button before = new Button(getTranslation("effort.before"), click -> go(week.minusWeeks(1)));
        Button after = new Button(getTranslation("effort.after"), click -> go(week.plusWeeks(1)));
        after.setEnabled(week.isBefore(thisWeek));
        Anchor all = new Anchor("records/" + KIND + "?person=" + self.externalId(), getTranslation("effort.all"));
        Div weeks = new Div(before, after, all);
        weeks.addClassNames("kp-actions", "kp-toolbar");
        weeks.add(asOf.stamp(Numbers.EFFORT).at(clock.instant()));
        add(new Paragraph(getTranslation("effort.intro")), weeks, form);
    }

    /** What is kept of that week, whatever it is called: a week that came in a file has a name of its own. */
    private Optional<RecordView> kept() {
        Map<String, Filter> ofMineThatWeek =
                Map.of("person", new Filter.Names(self.externalId()), "weekStart", new Filter.Days(week, week));
        return shelf.page(KIND, new RecordQuery("", ofMineThatWeek, null, false, 0, 1)).stream()
                .findFirst()
                .flatMap(row -> shelf.find(KIND, row.externalId()));
    }

    private static void go(LocalDate monday) {
        UI.getCurrent().navigate(EffortView.class, QueryParameters.of("week", monday.toString()));
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
            Map<String, @Nullable Object> whole = new LinkedHashMap<>(values);
            whole.put("person", self.externalId());
            whole.put("weekStart", week);
            Saved saved = seen == null
                    ? edits.create(KIND, whole)
                    : edits.change(KIND, seen.row().externalId(), seen.row().version(), whole, null);
            settled();
            String odd =
                    saved.warnings().stream().map(Refused::sentence).distinct().reduce("", (a, b) -> a + " " + b);
            UndoToast.say(getTranslation("effort.saved") + odd, () -> {
                edits.undo(saved);
                show();
            });
            show();
        } catch (RecordRefused refused) {
            if (seen == null && kept().isPresent()) {
                conflict(null, values);
                return;
            }
            refused.issues().forEach(issue -> {
                FieldEditor editor = counts.get(issue.field());
                if (editor == null) {
                    refusal.setText(Refused.sentence(issue));
                } else {
                    editor.say(Refused.sentence(issue));
                }
            });
        } catch (RecordConflict conflict) {
            conflict(conflict, values);
        }
    }

    /** Somebody else kept the same week meanwhile: an import, or the same person in another window. */
    private void conflict(@Nullable RecordConflict conflict, Map<String, @Nullable Object> mine) {
        kept().map(RecordView::row)
                .ifPresentOrElse(
                        now -> {
                            Map<String, @Nullable Object> before = new LinkedHashMap<>(now.values());
                            before.putAll(start);
                            new ConflictDialog(
                                            heading(),
                                            Differences.who(conflict, clock),
                                            new Differences(shelf, kind(), before, now).with(mine),
                                            this::takeTheirs,
                                            this::keepMine)
                                    .open();
                        },
                        () -> ConflictDialog.gone(heading()).open());
    }

    private void takeTheirs() {
        settled();
        show();
    }

    /** Nothing that was typed waits to be saved. */
    private void settled() {
        if (draft != null) {
            draft.forget();
        }
    }

    /** What the user did not touch becomes what it is now. */
    private void keepMine() {
        seen = kept().orElse(null);
        Map<String, @Nullable Object> now = seen == null ? Map.of() : seen.row().values();
        counts.forEach((name, editor) -> {
            if (Objects.equals(editor.value(), start.get(name))) {
                editor.show(now.get(name));
            }
        });
        save();
    }

    private RecordKind kind() {
        return shelf.kinds().stream()
                .filter(one -> one.name().equals(KIND))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String heading() {
        return getTranslation("effort.heading", Formats.here().period(Period.week(week)));
    }
}
