package org.koploper.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.List;
import java.util.Map;
import org.koploper.intake.Sentences;
import org.koploper.sales.DealProblem;

/** Says what is wrong with a wanted change: at its field, or below the fields where there is none for it. */
final class Refusal {

    private final Map<String, ? extends HasValidationProperties> fields;
    private final Paragraph elsewhere = new Paragraph();

    /** @param fields by the names that problems use */
    Refusal(Map<String, ? extends HasValidationProperties> fields) {
        this.fields = fields;
        elsewhere.addClassName("kp-bad");
        elsewhere.getElement().setAttribute("role", "alert");
        elsewhere.setVisible(false);
    }

    /** Where problems without a field are said. */
    Component elsewhere() {
        return elsewhere;
    }

    void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
        elsewhere.setVisible(false);
    }

    void show(List<DealProblem> problems) {
        for (DealProblem problem : problems) {
            say(
                    problem.field(),
                    Sentences.of(problem.code(), problem.args(), UI.getCurrent().getLocale()));
        }
    }

    /** Says one sentence at that field. */
    void say(String name, String sentence) {
        HasValidationProperties field = fields.get(name);
        if (field == null
                || (field instanceof HasElement element && !element.getElement().isVisible())) {
            elsewhere.setText(sentence);
            elsewhere.setVisible(true);
        } else {
            field.setErrorMessage(sentence);
            field.setInvalid(true);
        }
    }
}
