package org.koploper.ui.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.koploper.intake.FormatDetection;
import org.koploper.intake.Mapping;
import org.koploper.intake.UnusableMapping;
import org.koploper.intake.Upload;
import org.koploper.records.Field;

/** Which column is which field, what is done with it, and what holds for all rows where the file has no column. */
class ColumnsStep extends Div {

    private final Way way;
    private final Map<String, String> columns;
    private final Div missing = new Div();
    private final List<ColumnCard> cards;
    private Mapping given;

    ColumnsStep(Way way) {
        this.way = way;
        this.columns = way.preview().mapping().columns();
        this.given = way.upload().given();
        Div list = new Div();
        list.addClassName("kp-mapping");
        cards = way.preview().detection().columns().stream()
                .filter(column -> !column.name().isEmpty())
                .map(column -> new ColumnCard(way, this, column))
                .toList();
        cards.forEach(list::add);
        missing.getElement().setAttribute("role", "status");
        add(new Paragraph(getTranslation("import.columns-text")), list, new SameForAll(way, this));
        Button next = new Button(getTranslation("import.try"), click -> next());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        Div actions = new Div(next);
        actions.addClassName("kp-actions");
        add(missing, actions);
        name(unfilled());
    }

    /** What was decided so far. */
    Mapping given() {
        return given;
    }

    String words(String field) {
        return field.isEmpty() ? getTranslation("import.not-imported") : getTranslation("field." + field);
    }

    Optional<UnusableMapping.Flaw> flaw(String place) {
        return way.preview().flaws().stream()
                .filter(flaw -> flaw.place().equals(place))
                .findFirst();
    }

    /** Everything shown is decided by it, so that nothing is proposed anew behind the reader's back. */
    Map<String, String> decidedColumns() {
        Map<String, String> decided = new LinkedHashMap<>();
        way.preview().detection().columns().stream()
                .map(FormatDetection.Column::name)
                .filter(name -> !name.isEmpty())
                .forEach(name -> decided.put(name, columns.getOrDefault(name, "")));
        return decided;
    }

    /** Remembers it and shows the step anew, with the focus there. */
    void decide(Mapping decided, String focus) {
        way.decide(decided, Step.COLUMNS, focus);
    }

    /** Only remembers it: showing the step anew would swallow the click on the button that ended the typing. */
    void remember(Mapping decided) {
        given = decided;
        Upload upload = way.uploads().decide(way.upload().id(), given);
        var samples = way.uploads().preview(upload).samples();
        cards.forEach(card -> card.show(samples));
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
            decide(given, "");
        } else {
            Paragraph text = new Paragraph(getTranslation("import.flaws"));
            text.addClassName("kp-bad");
            missing.removeAll();
            missing.add(text);
        }
    }
}
