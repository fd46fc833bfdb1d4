package org.koploper.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Comparator;
import java.util.List;
import org.koploper.intake.Mapping;
import org.koploper.intake.Sample;
import org.koploper.records.Field;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.records.RecordWords;

/** The different values of a column, each of which can be replaced; read by whoever opens it. */
class Replacements extends NativeDetails {

    private static final int AT_ONCE = 20;

    private final Way way;
    private final ColumnsStep step;
    private final Field field;
    private final Div rows = new Div();

    Replacements(Way way, ColumnsStep step, Field field, List<Sample> samples) {
        this.way = way;
        this.step = step;
        this.field = field;
        addClassName("kp-details");
        String count = Formats.here().number(samples.size());
        setSummaryText(
                samples.size() == Sample.MOST
                        ? getTranslation("import.replace-first", count)
                        : getTranslation("import.replace", count));
        rows.addClassName("kp-replacements");
        setContent(rows);
        SampleWords words = new SampleWords(way.kind().name(), field);
        List<Sample> ordered = samples.stream()
                // what would be rejected first, then what helps most rows
                .sorted(Comparator.comparing((Sample sample) -> !words.isDoubtful(sample))
                        .thenComparing(Sample::count, Comparator.reverseOrder()))
                .toList();
        addToggleListener(toggle -> {
            if (toggle.isOpened() && rows.getComponentCount() == 0) {
                rows.add(new Paragraph(getTranslation("import.replace-text")));
                more(ordered, 0);
            }
        });
    }

    private void more(List<Sample> samples, int from) {
        int to = Math.min(from + AT_ONCE, samples.size());
        samples.subList(from, to).forEach(sample -> rows.add(row(sample)));
        if (to < samples.size()) {
            Button more =
                    new Button(getTranslation("import.more", Formats.here().number(samples.size() - to)));
            more.addThemeVariants(ButtonVariant.TERTIARY);
            more.addClickListener(click -> {
                rows.remove(more);
                more(samples, to);
            });
            rows.add(more);
        }
    }

    private Component row(Sample sample) {
        String label = getTranslation(
                "import.replace-value", sample.changed(), Formats.here().number(sample.count()));
        String now = step.given().valueOf(field.name(), sample.changed());
        if (field.codes().isEmpty()) {
            TextField meant = new TextField(label);
            meant.setValue(now);
            return remembering(meant, sample);
        }
        Select<String> meant = new Select<>();
        meant.setLabel(label);
        meant.setEmptySelectionAllowed(true);
        meant.setEmptySelectionCaption(getTranslation("import.transform.asItIs"));
        meant.setItems(field.codes());
        meant.setItemLabelGenerator(code -> code == null
                ? getTranslation("import.transform.asItIs")
                : RecordWords.code(way.kind().name(), field, code));
        if (field.codes().contains(now)) {
            meant.setValue(now);
        }
        return remembering(meant, sample);
    }

    private <F extends Component & HasValue<?, String>> F remembering(F meant, Sample sample) {
        meant.addValueChangeListener(change -> {
            String text = change.getValue() == null ? "" : change.getValue().strip();
            Mapping given = step.given();
            step.remember(
                    text.isEmpty()
                            ? given.withoutValue(field.name(), sample.changed())
                            : given.withValue(field.name(), sample.changed(), text));
        });
        return meant;
    }
}
