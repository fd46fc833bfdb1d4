package org.koploper.ui.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.koploper.intake.Import;
import org.koploper.intake.ImportProblem;
import org.koploper.ui.kit.Formats;

/** Texts of the file that mean something known under another name: said once, it holds for all their rows. */
class ValueChoices extends Div {

    private static final List<String> CODES = List.of("unknown-reference", "unknown-code");
    private static final int LOOKED_AT = 2_000;
    private static final int SHOWN = 20;

    private final Way way;

    ValueChoices(Way way, Import tried) {
        this.way = way;
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
        all.sort((one, other) -> Integer.compare(other.count(), one.count()));
        return all;
    }

    private Div row(Unknown value) {
        TextField meant = new TextField(getTranslation("import.value-means", value.text(), value.column()));
        meant.setValue(value.nearest());
        Button use =
                new Button(getTranslation("import.value-use", Formats.here().number(value.count())), click -> {
                    if (meant.getValue().isBlank()) {
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
