package org.koploper.ui.records;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.Draft;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.SaveButton;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.UndoToast;

/** The effort of one week, to be written down: how many calls, how many of them reached who decides, and what came of it. */
public class WeekForm extends Tile {

    private static final String KIND = "efforts";

    private final RecordShelf shelf;
    private final RecordEdits edits;
    private final FieldEditors editors;
    private final Clock clock;
    private final PersonRef person;
    private final LocalDate week;
    private final Consumer<LocalDate> go;
    private final Runnable changed;
    private final Div content = new Div();
    private final Map<String, FieldEditor> counts = new LinkedHashMap<>();
    private final Paragraph refusal = new Paragraph();
    private final Paragraph balance = new Paragraph();
    private final Map<String, @Nullable Object> start = new LinkedHashMap<>();
    private @Nullable Draft draft;
    private @Nullable RecordView seen;

    /**
     * @param week a Monday, today at the latest
     * @param go shows another week, by its Monday
     * @param changed told when something was saved or taken back
     */
    WeekForm(
            RecordShelf shelf,
            RecordEdits edits,
            FieldEditors editors,
            Clock clock,
            PersonRef person,
            LocalDate week,
            Consumer<LocalDate> go,
            Runnable changed) {
        super(title(week));
        this.shelf = shelf;
        this.edits = edits;
        this.editors = editors;
        this.clock = clock;
        this.person = person;
        this.week = week;
        this.go = go;
        this.changed = changed;
        refusal.addClassName("kp-bad");
        refusal.getElement().setAttribute("role", "alert");
        balance.getElement().setAttribute("role", "status");
        addClassName("kp-week");
        add(content);
        show();
    }

    private static String title(LocalDate week) {
        return I18NProvider.translate("effort.week-title", Formats.here().period(Period.week(week)));
    }

    private void show() {
        seen = kept().orElse(null);
        content.removeAll();
        counts.clear();
        start.clear();
        refusal.setText("");
        RecordKind kind = kind();
        Div fields = new Div();
        fields.addClassName("kp-week-fields");
        for (Field field : kind.fields()) {
            if (field.type() == Field.Type.INTEGER) {
                FieldEditor editor = editors.of(kind, field);
                if (seen != null) {
                    editor.show(seen.row().values().get(field.name()));
                }
                counts.put(field.name(), editor);
                start.put(field.name(), editor.value());
                editor.onChange(this::compare);
                fields.add(editor.component());
            }
        }
        Div form = new Div(fields, balance, refusal, new SaveButton(getTranslation("records.save"), this::save));
        form.addClassNames("kp-form", "kp-week-form");
        draft = Draft.untilSaved(form, KIND + "/" + week, null);
        form.addComponentAsFirst(draft);
        content.add(new Paragraph(getTranslation("effort.intro")), form, weeks());
        compare();
    }

    private Div weeks() {
        Button before = new Button(getTranslation("effort.before"), click -> go.accept(week.minusWeeks(1)));
        Button after = new Button(getTranslation("effort.after"), click -> go.accept(week.plusWeeks(1)));
        after.setEnabled(week.plusWeeks(1).compareTo(LocalDate.now(clock)) <= 0);
        Anchor all = new Anchor("records/" + KIND + "?person=" + person.externalId(), getTranslation("effort.all"));
        Div weeks = new Div(before, after, all);
        weeks.addClassName("kp-actions");
        return weeks;
    }

    /** Decision makers of whom nothing is said are said before anything is saved: the ratios rest on these counts. */
    private void compare() {
        int missing = number("decisionMakers")
                - number("meetings")
                - number("callbacksShort")
                - number("callbacksLong")
                - number("other");
        balance.setText(
                missing == 0
                        ? ""
                        : getTranslation(
                                missing > 0 ? "effort.without-outcome" : "effort.outcomes-too-many",
                                Formats.here().number(Math.abs((long) missing))));
        balance.setClassName("kp-warn", missing != 0);
    }

    private int number(String field) {
        FieldEditor editor = counts.get(field);
        return editor != null && !editor.unreadable() && editor.value() instanceof Integer count ? count : 0;
    }

    /** What is kept of that week, whatever it is called: a week that came in a file has a name of its own. */
    private Optional<RecordView> kept() {
        Map<String, Filter> ofMineThatWeek =
                Map.of("person", new Filter.Names(person.externalId()), "weekStart", new Filter.Days(week, week));
        return shelf.page(KIND, new RecordQuery("", ofMineThatWeek, null, false, 0, 1)).stream()
                .findFirst()
                .flatMap(row -> shelf.find(KIND, row.externalId()));
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
            whole.put("person", person.externalId());
            whole.put("weekStart", week);
            Saved saved = seen == null
                    ? edits.create(KIND, whole)
                    : edits.change(KIND, seen.row().externalId(), seen.row().version(), whole, null);
            settled();
            String odd =
                    saved.warnings().stream().map(Refused::sentence).distinct().reduce("", (a, b) -> a + " " + b);
            UndoToast.say(getTranslation("effort.saved") + odd, () -> {
                edits.undo(saved);
                again();
            });
            again();
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
                                            title(week),
                                            Differences.who(conflict, clock),
                                            new Differences(shelf, kind(), before, now).with(mine),
                                            this::takeTheirs,
                                            this::keepMine)
                                    .open();
                        },
                        () -> ConflictDialog.gone(title(week)).open());
    }

    private void takeTheirs() {
        settled();
        again();
    }

    private void again() {
        show();
        changed.run();
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
}
