package org.koploper.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.koploper.intake.Import;
import org.koploper.intake.ImportProblem;
import org.koploper.records.Field;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.records.RecordWords;

/** Texts of the file that mean something known under another name: said once, it holds for all their rows. */
class ValueChoices extends Div {

    private static final List<String> CODES = List.of("unknown-reference", "unknown-code");
    private static final int LOOKED_AT = 2_000;
    private static final int SHOWN = 20;

    private final Way way;
    /** Where only the first problems of a kind were kept, a number would say too little. */
    private final boolean complete;

    ValueChoices(Way way, Import tried) {
        this.way = way;
        this.complete = way.imports().problemGroups(tried.id()).stream()
                .filter(group -> CODES.contains(group.code()))
                .allMatch(group -> group.kept() == group.count());
        List<Unknown> unknown = unknown(tried);
        if (unknown.isEmpty()) {
            return;
        }
        addClassName("kp-values");
        setId("values");
        getElement().setAttribute("tabindex", "-1");
        add(new H2(getTranslation("import.values")), new Paragraph(getTranslation("import.values-text")));
        unknown.stream().limit(SHOWN).forEach(value -> add(row(value)));
        if (unknown.size() > SHOWN) {
            add(new Paragraph(
                    getTranslation("import.values-more", Formats.here().number(unknown.size() - SHOWN))));
        }
    }

    private List<Unknown> unknown(Import tried) {
        Map<String, Unknown> found = new LinkedHashMap<>();
        for (String code : CODES) {
            for (ImportProblem problem : way.imports().problemsOf(tried.id(), code, true, 0, LOOKED_AT)) {
                String column = problem.column();
                if (column != null && !problem.args().isEmpty()) {
                    String text = problem.args().getFirst();
                    // an unknown code comes with all codes there are, not with one that is meant
                    String nearest =
                            code.equals("unknown-reference") && problem.args().size() > 1
                                    ? problem.args().get(1)
                                    : "";
                    String field = tried.mapping().columns().getOrDefault(column, column);
                    found.merge(
                            field + '\n' + text,
                            new Unknown(field, column, text, nearest, 1),
                            (one, other) -> new Unknown(field, column, text, nearest, one.count() + 1));
                }
            }
        }
        List<Unknown> all = new ArrayList<>(found.values());
        // what only waits for a click first, then what helps most rows
        all.sort(Comparator.comparing((Unknown value) -> value.nearest().isEmpty())
                .thenComparing(Unknown::count, Comparator.reverseOrder()));
        return all;
    }

    /** Where only a few values are possible they are offered; a name is written. */
    private Div row(Unknown value) {
        String label = getTranslation("import.value-means", value.text(), value.column());
        Field field = way.kind().fields().stream()
                .filter(known -> known.name().equals(value.field()))
                .filter(known -> !known.codes().isEmpty())
                .findFirst()
                .orElse(null);
        if (field == null) {
            TextField meant = new TextField(label);
            meant.setValue(value.nearest());
            return row(value, meant);
        }
        Select<String> meant = new Select<>();
        meant.setLabel(label);
        meant.setItems(field.codes());
        meant.setItemLabelGenerator(
                code -> code == null ? "" : RecordWords.code(way.kind().name(), field, code));
        return row(value, meant);
    }

    private <F extends Component & HasValue<?, String> & HasValidationProperties & Focusable<?>> Div row(
            Unknown value, F meant) {
        String words = !complete
                ? getTranslation("import.value-use-all")
                : value.count() == 1
                        ? getTranslation("import.decide.apply-one")
                        : getTranslation("import.value-use", Formats.here().number(value.count()));
        Button use = new Button(words, click -> {
            if (meant.getValue() == null || meant.getValue().isBlank()) {
                meant.setErrorMessage(getTranslation("import.value-missing"));
                meant.setInvalid(true);
                meant.focus();
                return;
            }
            way.decide(
                    way.upload()
                            .given()
                            .withValue(
                                    value.field(),
                                    value.text(),
                                    meant.getValue().strip()),
                    Step.CHECK,
                    "values");
        });
        Div row = new Div(meant, use);
        row.addClassName("kp-value-row");
        return row;
    }

    /** @param nearest what it probably means; empty when nothing is near */
    private record Unknown(String field, String column, String text, String nearest, int count) {}
}
