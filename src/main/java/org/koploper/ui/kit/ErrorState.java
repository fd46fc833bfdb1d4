package org.koploper.ui.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/** Something went wrong: what one can do, and a reference by which the log finds the cause. Never the cause itself. */
public class ErrorState extends Div {

    /** In place of a screen. */
    public ErrorState(String reference) {
        this(reference, new H2(), "failure.title");
    }

    /** In place of what a card shows. */
    public static ErrorState ofCard(String reference) {
        return new ErrorState(reference, new H3(), "failure.card");
    }

    private ErrorState(String reference, HtmlContainer title, String words) {
        title.setText(getTranslation(words));
        addClassName("kp-empty");
        getElement().setAttribute("role", "alert");
        Button again = new Button(
                getTranslation("failure.again"),
                click -> getUI().ifPresent(ui -> ui.getPage().reload()));
        add(
                title,
                new Paragraph(getTranslation("failure.text")),
                new Paragraph(getTranslation("failure.reference", reference)),
                again);
    }
}
