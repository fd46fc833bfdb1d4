package org.koploper.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing to show: says so, why, and what one can do. */
public class EmptyState extends Div {

    public EmptyState(String title, String text, Component... actions) {
        addClassName("kp-empty");
        add(new H2(title), new Paragraph(text));
        if (actions.length > 0) {
            Div bar = new Div(actions);
            bar.addClassName("kp-actions");
            add(bar);
        }
    }
}
