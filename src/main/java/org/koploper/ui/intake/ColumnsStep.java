package org.koploper.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.koploper.intake.FormatDetection;
import org.koploper.intake.Mapping;
import org.koploper.intake.Sentences;
import org.koploper.intake.UnusableMapping;
import org.koploper.intake.Upload;
import org.koploper.records.Field;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;

/** Which column is which field, and what holds for all rows where the file has no column. */
class ColumnsStep extends Div {

    /** Instead of a field: the column stays out. */
    private static final String NOT_IMPORTED = "";

    private final Way way;
    private final Map<String, String> columns;
    private final Div missing = new Div();
    private Mapping given;

    ColumnsStep(Way way) {
        this.way = way;
        this.columns = way.preview().mapping().columns();
        this.given = way.upload().given();
        Div list = new Div();
        list.addClassName("kp-mapping");
        way.preview().detection().columns().stream()
                .filter(column -> !column.name().isEmpty())
                .forEach(column -> list.add(row(column)));
        missing.getElement().setAttribute("role", "status");
        add(new Paragraph(getTranslation("import.columns-text")), list);
        List<Component> defaults = defaults();
        if (!defaults.isEmpty()) {
            Div form = new Div();
            form.addClassName("kp-form");
            defaults.forEach(form::add);
            add(new H2(getTranslation("import.defaults")), new Paragraph(getTranslation("import.defaults-text")), form);
        }
        Button next = new Button(getTranslation("import.try"), click -> next());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        Div actions = new Div(next);
        actions.addClassName("kp-actions");
        add(missing, actions);
        name(unfilled());
    }

    private Div row(FormatDetection.Column column) {
        ComboBox<String> field = new ComboBox<>(column.name());
        field.setId("column-" + column.name());
        List<String> items = new ArrayList<>(List.of(NOT_IMPORTED));
        way.kind().fields().forEach(known -> items.add(known.name()));
        field.setItems(items);
        field.setItemLabelGenerator(this::words);
        field.setHelperText(
                column.samples().isEmpty()
                        ? getTranslation("import.no-samples")
                        : getTranslation("import.samples", String.join(" · ", column.samples())));
        String now = columns.getOrDefault(column.name(), NOT_IMPORTED);
        field.setValue(items.contains(now) ? now : NOT_IMPORTED);
        field.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                map(column.name(), change.getValue());
            } else {
                field.setValue(NOT_IMPORTED);
            }
        });
        flaw("columns." + column.name()).ifPresent(flaw -> {
            field.setErrorMessage(
                    Sentences.of(flaw.code(), List.of(words(flaw.args().getFirst())), getLocale()));
            field.setInvalid(true);
        });
        Div row = new Div(field, status(field.isInvalid(), now));
        row.addClassName("kp-mapping-row");
        return row;
    }

    private StatusBadge status(boolean wrong, String field) {
        if (wrong) {
            return new StatusBadge("import.column.wrong", Tone.BAD);
        }
        return field.isEmpty()
                ? new StatusBadge("import.column.out", Tone.NEUTRAL)
                : new StatusBadge("import.column.in", Tone.GOOD);
    }

    private String words(String field) {
        return field.isEmpty() ? getTranslation("import.not-imported") : getTranslation("field." + field);
    }

    private Optional<UnusableMapping.Flaw> flaw(String place) {
        return way.preview().flaws().stream()
                .filter(flaw -> flaw.place().equals(place))
                .findFirst();
    }

    /** Everything shown is decided by it, so that nothing is proposed anew behind the reader's back. */
    private void map(String column, String field) {
        Map<String, String> decided = new LinkedHashMap<>();
        way.preview().detection().columns().stream()
                .map(FormatDetection.Column::name)
                .filter(name -> !name.isEmpty())
                .forEach(name -> decided.put(name, columns.getOrDefault(name, NOT_IMPORTED)));
        decided.put(column, field);
        way.decide(given.withColumns(decided), Step.COLUMNS, "column-" + column);
    }

    private List<Component> defaults() {
        List<Component> fields = new ArrayList<>();
        for (Field field : way.kind().fields()) {
            boolean useful = field.required() && field.type() != Field.Type.TEXT || field.type() == Field.Type.CURRENCY;
            boolean kept = given.defaults().containsKey(field.name());
            if (kept || useful && !columns.containsValue(field.name())) {
                fields.add(defaultOf(field));
            }
        }
        return fields;
    }

    private Component defaultOf(Field field) {
        String now = given.defaults().getOrDefault(field.name(), "");
        TextField text = new TextField(words(field.name()));
        text.setHelperText(
                field.codes().isEmpty()
                        ? getTranslation("import.default-example", field.example())
                        : getTranslation("import.default-codes", String.join(", ", field.codes())));
        text.setId("default-" + field.name());
        text.setValue(now);
        // only remembered: showing the step anew would swallow the click on the button that ended the typing
        text.addValueChangeListener(change -> {
            given = given.withDefault(field.name(), change.getValue().strip());
            way.uploads().decide(way.upload().id(), given);
        });
        flaw("defaults." + field.name()).ifPresent(flaw -> {
            text.setErrorMessage(Sentences.of(flaw.code(), flaw.args(), getLocale()));
            text.setInvalid(true);
        });
        return text;
    }

    /** Fields that every record needs and that nothing fills. */
    private List<String> unfilled() {
        boolean named =
                way.kind().fields().stream().anyMatch(field -> field.name().equals("name") && field.required());
        return way.kind().fields().stream()
                .filter(field -> field.required() && field.fallback() == null)
                .filter(field -> !(named && field.name().equals("externalId")))
                .map(Field::name)
                .filter(name -> !columns.containsValue(name))
                .filter(name -> !way.upload().given().defaults().containsKey(name))
                .toList();
    }

    private void name(List<String> unfilled) {
        missing.removeAll();
        if (!unfilled.isEmpty()) {
            Paragraph text = new Paragraph(getTranslation(
                    "import.unfilled", unfilled.stream().map(this::words).collect(Collectors.joining(", "))));
            text.addClassName("kp-note");
            missing.add(text);
        }
    }

    private void next() {
        Optional<Upload> decided = way.uploads().find(way.upload().id());
        if (decided.isEmpty() || way.uploads().preview(decided.get()).flaws().isEmpty()) {
            way.go(Step.CHECK);
        } else if (!given.equals(way.upload().given())) {
            way.decide(given, Step.COLUMNS, "");
        } else {
            Paragraph text = new Paragraph(getTranslation("import.flaws"));
            text.addClassName("kp-bad");
            missing.removeAll();
            missing.add(text);
        }
    }
}
