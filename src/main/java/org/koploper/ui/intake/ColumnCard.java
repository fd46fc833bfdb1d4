package org.koploper.ui.intake;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.ColumnChange;
import org.koploper.intake.FormatDetection;
import org.koploper.intake.Mapping;
import org.koploper.intake.Sample;
import org.koploper.intake.Sentences;
import org.koploper.records.Field;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;

/** One column: the field it fills, what is done with it before, and what becomes of some of its values. */
class ColumnCard extends Div {

    /** Instead of a field: the column stays out. */
    private static final String NOT_IMPORTED = "";

    private static final int SHOWN = 3;

    private final Way way;
    private final ColumnsStep step;
    private final FormatDetection.Column column;
    private final @Nullable Field field;
    private final Div status = new Div();
    private final UnorderedList examples = new UnorderedList();
    private final boolean wrong;

    ColumnCard(Way way, ColumnsStep step, FormatDetection.Column column) {
        this.way = way;
        this.step = step;
        this.column = column;
        String name = way.preview().mapping().columns().getOrDefault(column.name(), NOT_IMPORTED);
        this.field = way.kind().fields().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
        ComboBox<String> chosen = target(name);
        wrong = chosen.isInvalid();
        addClassName("kp-mapping-card");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", column.name());
        examples.addClassName("kp-samples");
        Div row = new Div(chosen, status);
        row.addClassName("kp-mapping-row");
        add(row);
        if (field == null) {
            Paragraph samples = new Paragraph(
                    column.samples().isEmpty()
                            ? getTranslation("import.no-samples")
                            : getTranslation("import.samples", String.join(" · ", column.samples())));
            samples.addClassName("kp-quiet");
            add(samples);
        } else {
            add(new ChangeChoice(way, step, column.name(), field), examples);
            List<Sample> found = way.preview().samples().getOrDefault(column.name(), List.of());
            // each record has a number of its own: there is nothing to say about all rows that have it
            if (!found.isEmpty() && !field.name().equals("externalId")) {
                add(new Replacements(way, step, field, found));
            }
        }
        show(way.preview().samples());
    }

    private ComboBox<String> target(String now) {
        ComboBox<String> chosen = new ComboBox<>(column.name());
        chosen.setId("column-" + column.name());
        List<String> items = new ArrayList<>(List.of(NOT_IMPORTED));
        way.kind().fields().forEach(known -> items.add(known.name()));
        chosen.setItems(items);
        chosen.setItemLabelGenerator(step::words);
        chosen.setValue(items.contains(now) ? now : NOT_IMPORTED);
        chosen.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                map(change.getValue());
            } else {
                chosen.setValue(NOT_IMPORTED);
            }
        });
        step.flaw("columns." + column.name()).ifPresent(flaw -> {
            chosen.setErrorMessage(
                    Sentences.of(flaw.code(), List.of(step.words(flaw.args().getFirst())), getLocale()));
            chosen.setInvalid(true);
        });
        return chosen;
    }

    /** What was done with the column as another field is not done with it as this one, unless it makes sense for both. */
    private void map(String name) {
        Map<String, String> decided = new LinkedHashMap<>(step.decidedColumns());
        decided.put(column.name(), name);
        Mapping mapping = step.given().withColumns(decided);
        ColumnChange change = mapping.transforms().get(column.name());
        boolean fits = change == null
                || way.kind().fields().stream()
                        .filter(known -> known.name().equals(name))
                        .anyMatch(known -> ColumnChange.offered(known).contains(change.change()));
        step.decide(fits ? mapping : mapping.withTransform(column.name(), null), "column-" + column.name());
    }

    /** What becomes of some of its values now. */
    void show(Map<String, List<Sample>> samples) {
        status.removeAll();
        examples.removeAll();
        Field used = field;
        if (used == null) {
            status.add(
                    wrong
                            ? new StatusBadge("import.column.wrong", Tone.BAD)
                            : new StatusBadge("import.column.out", Tone.NEUTRAL));
            return;
        }
        List<Sample> found = samples.getOrDefault(column.name(), List.of());
        SampleWords words = new SampleWords(way.kind().name(), used);
        boolean doubtful = found.stream().anyMatch(words::isDoubtful);
        boolean flawed = wrong || step.flaw("transforms." + column.name()).isPresent();
        status.add(
                flawed
                        ? new StatusBadge("import.column.wrong", Tone.BAD)
                        : doubtful
                                ? new StatusBadge("import.column.doubtful", Tone.WARN)
                                : new StatusBadge("import.column.in", Tone.GOOD));
        found.stream().limit(SHOWN).forEach(sample -> examples.add(example(sample, words)));
        found.stream()
                .skip(SHOWN)
                .filter(words::isDoubtful)
                .findFirst()
                .ifPresent(sample -> examples.add(example(sample, words)));
        if (found.isEmpty()) {
            examples.add(new ListItem(getTranslation("import.no-samples")));
        }
    }

    private ListItem example(Sample sample, SampleWords words) {
        Span after = new Span(words.after(sample));
        after.addClassName(words.isDoubtful(sample) ? "kp-warn" : "kp-strong");
        String before = sample.before().isEmpty() ? getTranslation("import.empty-cell") : sample.before();
        return words.after(sample).equals(before) && !words.isDoubtful(sample)
                ? new ListItem(before)
                : new ListItem(new Span(before + " → "), after);
    }
}
