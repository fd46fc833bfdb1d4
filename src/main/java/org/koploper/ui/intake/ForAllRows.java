package org.koploper.ui.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.koploper.intake.Decision;
import org.koploper.intake.Mapping;
import org.koploper.intake.ProblemGroup;
import org.koploper.ui.kit.Formats;

/** Decides about all rows of a group of problems at once; the decision stays with the columns of the file. */
class ForAllRows extends Div {

    private final Way way;
    private final ProblemGroup group;
    private final String field;
    private final Select<String> action = new Select<>();
    private final TextField value = new TextField();

    ForAllRows(Way way, ProblemGroup group) {
        this.way = way;
        this.group = group;
        String column = group.column();
        this.field =
                column == null ? Mapping.ROW : way.preview().mapping().columns().getOrDefault(column, column);
        addClassName("kp-value-row");
        List<String> actions = new ArrayList<>(List.of(Decision.SKIP));
        if (!field.equals(Mapping.ROW) && !field.equals("externalId")) {
            actions.addAll(List.of(Decision.EMPTY, Decision.USE));
        }
        action.setLabel(getTranslation("import.decide"));
        action.setItems(actions);
        action.setItemLabelGenerator(this::words);
        action.setValue(Decision.SKIP);
        action.addValueChangeListener(change -> value.setVisible(Decision.USE.equals(change.getValue())));
        value.setLabel(getTranslation("import.decide.value"));
        value.setVisible(false);
        String words = group.count() == 1
                ? getTranslation("import.decide.apply-one")
                : getTranslation("import.decide.apply", Formats.here().number(group.count()));
        Button apply = new Button(words, click -> apply());
        add(action, value, apply);
    }

    private String words(String what) {
        return getTranslation("import.decide." + what);
    }

    private void apply() {
        boolean use = Decision.USE.equals(action.getValue());
        if (use && value.isEmpty()) {
            refuse(getTranslation("import.value-missing"));
            return;
        }
        Decision decision =
                new Decision(action.getValue(), use ? value.getValue().strip() : null);
        Mapping given = way.upload().given().withProblem(field, group.code(), decision);
        way.flaw(given).ifPresentOrElse(this::refuse, () -> way.decide(given, Step.CHECK, DecidedList.ID));
    }

    private void refuse(String why) {
        value.setErrorMessage(why);
        value.setInvalid(true);
        value.focus();
    }
}
