package org.koploper.ui.intake;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.koploper.intake.ImportProblem;
import org.koploper.intake.Sentences;

/** What is wrong with the file as a whole. */
class Notes extends Div {

    Notes(List<ImportProblem> problems) {
        addClassName("kp-note");
        getElement().setAttribute("role", "alert");
        problems.forEach(problem -> add(new Paragraph((problem.column() == null ? "" : problem.column() + ": ")
                + Sentences.of(problem.code(), problem.args(), getLocale()))));
    }
}
