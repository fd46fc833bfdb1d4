package org.koploper.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.koploper.commission.engine.Terms;

/** What the parts of a plan promise, a paragraph each. */
final class PlanParts {

    private PlanParts() {}

    static List<Component> of(Terms terms) {
        List<Component> parts = new ArrayList<>();
        terms.components().forEach(component -> {
            Span name = new Span(component.name());
            name.addClassName("kp-strong");
            parts.add(new Paragraph(name, new Span(" "), new Span(PlanWords.of(component, terms.currency()))));
        });
        PlanWords.beside(terms).forEach(sentence -> parts.add(new Paragraph(sentence)));
        return parts;
    }
}
