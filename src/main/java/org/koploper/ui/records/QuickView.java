package org.koploper.ui.records;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.records.Field;
import org.koploper.records.Issue;
import org.koploper.records.RecordEdits;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordRefused;
import org.koploper.records.RecordShelf;
import org.koploper.records.Saved;
import org.koploper.ui.kit.Draft;
import org.koploper.ui.kit.SaveButton;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/** What just happened, in a few taps on a phone: a call, a meeting, a deal that is ready to be won. */
@Route("quick")
@RolesAllowed({"REP", "MANAGER"})
class QuickView extends Screen implements BeforeEnterObserver {

    /** What can be recorded, and the fields that are asked for. */
    enum What {
        CALL("activities", "customer", "minutes"),
        MEETING("activities", "customer", "minutes"),
        DEAL("deals", "customer", "name", "value");

        private final String kind;
        private final List<String> fields;

        What(String kind, String... fields) {
            this.kind = kind;
            this.fields = List.of(fields);
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final RecordShelf shelf;
    private final RecordEdits edits;
    private final FieldEditors editors;
    private final PersonRef self;
    private final Clock clock;
    private final Paragraph refusal = new Paragraph();
    private final List<FieldEditor> asked = new ArrayList<>();
    private @Nullable Draft draft;
    private What what = What.CALL;

    QuickView(RecordShelf shelf, RecordEdits edits, FieldEditors editors, Directory directory, Clock clock) {
        this.shelf = shelf;
        this.edits = edits;
        this.editors = editors;
        this.clock = clock;
        this.self = directory.person(Caller.now().self()).orElseThrow();
        refusal.addClassName("kp-bad");
        refusal.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String said = Address.of(event.getLocation()).get("what").orElse("");
        what = List.of(What.values()).stream()
                .filter(one -> one.key().equals(said))
                .findFirst()
                .orElse(What.CALL);
        show();
    }

    private void show() {
        removeAll();
        asked.clear();
        refusal.setText("");
        Div choices = new Div();
        choices.addClassNames("kp-actions", "kp-quick");
        choices.getElement().setAttribute("role", "group");
        choices.getElement().setAttribute("aria-label", getTranslation("quick.what"));
        for (What one : What.values()) {
            Button choose = new Button(
                    getTranslation("quick." + one.key()),
                    click -> UI.getCurrent().navigate(QuickView.class, QueryParameters.of("what", one.key())));
            choose.getElement().setAttribute("aria-pressed", String.valueOf(one == what));
            if (one == what) {
                choose.addThemeVariants(ButtonVariant.PRIMARY);
            }
            choices.add(choose);
        }
        RecordKind kind = shelf.kinds().stream()
                .filter(one -> one.name().equals(what.kind))
                .findFirst()
                .orElseThrow();
        Div form = new Div();
        form.addClassName("kp-form");
        for (String name : what.fields) {
            Field field = kind.fields().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            FieldEditor editor = editors.of(kind, field);
            asked.add(editor);
            form.add(editor.component());
        }
        Button save = new SaveButton(getTranslation("quick.save." + what.key()), this::save);
        form.add(refusal, save);
        draft = Draft.untilSaved(form, "quick/" + what.key(), this::choose);
        form.addComponentAsFirst(draft);
        add(choices, new Paragraph(getTranslation("quick.means." + what.key())), form);
    }

    private void choose(String label, String text) {
        asked.stream()
                .filter(editor -> RecordWords.field(editor.field()).equals(label))
                .forEach(editor -> editors.found(editor.field(), text).ifPresent(editor::show));
    }

    private void save() {
        refusal.setText("");
        Map<String, @Nullable Object> values = new HashMap<>();
        for (FieldEditor editor : asked) {
            editor.say(editor.unreadable() ? getTranslation("amount.not-a-number") : null);
            values.put(editor.field().name(), editor.value());
        }
        if (asked.stream().anyMatch(FieldEditor::unreadable)) {
            return;
        }
        values.putAll(likely());
        try {
            Saved saved = edits.create(what.kind, values);
            if (draft != null) {
                draft.forget();
            }
            UndoToast.say(getTranslation("quick.saved." + what.key()), () -> {
                edits.undo(saved);
                UndoToast.say(getTranslation("records.undone"));
            });
            show();
        } catch (RecordRefused refused) {
            refused.issues().forEach(this::say);
        }
    }

    private Map<String, @Nullable Object> likely() {
        Map<String, @Nullable Object> likely = new HashMap<>();
        LocalDate today = LocalDate.now(clock);
        if (what == What.DEAL) {
            likely.put("owner", self.externalId());
            likely.put("stage", "QUOTED");
            likely.put("engagedOn", today);
            likely.put("quotedOn", today);
        } else {
            likely.put("person", self.externalId());
            likely.put("kind", what.name());
            likely.put("happenedAt", LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES));
        }
        return likely;
    }

    private void say(Issue issue) {
        asked.stream()
                .filter(editor -> editor.field().name().equals(issue.field()))
                .findFirst()
                .ifPresentOrElse(
                        editor -> editor.say(Refused.sentence(issue)), () -> refusal.setText(Refused.sentence(issue)));
    }

    @Override
    public String heading() {
        return getTranslation("menu.quick");
    }
}
