package org.koploper.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Something went wrong: what one can do, and a reference by which the log finds the cause. Never the cause itself. */
public class ErrorState extends Div {

    public ErrorState(String reference) {
        addClassName("kp-empty");
        getElement().setAttribute("role", "alert");
        Button again = new Button(
                getTranslation("failure.again"),
                click -> getUI().ifPresent(ui -> ui.getPage().reload()));
        add(
                new H2(getTranslation("failure.title")),
                new Paragraph(getTranslation("failure.text")),
                new Paragraph(getTranslation("failure.reference", reference)),
                again);
    }
}
