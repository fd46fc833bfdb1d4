package org.koploper.ui.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Objects;
import org.koploper.intake.Decision;
import org.koploper.intake.Mapping;
import org.koploper.intake.Sentences;

/** What was decided about whole groups of problems, each with the way back. */
class DecidedList extends Div {

    static final String ID = "decided";

    private final Way way;

    DecidedList(Way way) {
        this.way = way;
        Mapping given = way.upload().given();
        if (given.problems().isEmpty()) {
            return;
        }
        setId(ID);
        getElement().setAttribute("tabindex", "-1");
        UnorderedList list = new UnorderedList();
        list.addClassName("kp-problem-rows");
        given.problems()
                .forEach((field, byCode) -> byCode.forEach((code, decision) -> list.add(row(field, code, decision))));
        add(new H2(getTranslation("import.decided")), list);
    }

    private ListItem row(String field, String code, Decision decision) {
        String where =
                field.equals(Mapping.ROW) ? getTranslation("import.decided-row") : getTranslation("field." + field);
        String what = Decision.USE.equals(decision.action())
                ? getTranslation("import.decided.use", Objects.requireNonNullElse(decision.value(), ""))
                : getTranslation("import.decided." + decision.action());
        Button back = new Button(
                getTranslation("import.decided-back"),
                click -> way.decide(way.upload().given().withProblem(field, code, null), Step.CHECK, ID));
        back.addThemeVariants(ButtonVariant.TERTIARY);
        back.setAriaLabel(getTranslation("import.decided-back-of", where, Sentences.inGeneral(code, getLocale())));
        Span place = new Span(where + ": " + Sentences.inGeneral(code, getLocale()));
        place.addClassNames("kp-quiet", "kp-problem-place");
        return new ListItem(place, new Span(what), back);
    }
}
