package org.koploper.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.Late;
import org.koploper.commission.engine.Terms;

/** What the parts of a plan promise, a paragraph each. */
final class PlanParts {

    private PlanParts() {}

    static List<Component> of(Terms terms, Late late) {
        return of(terms, late, null);
    }

    /** @param asked the component that somebody looks for; null where nobody does */
    static List<Component> of(Terms terms, Late late, @Nullable String asked) {
        List<Component> parts = new ArrayList<>();
        terms.components().forEach(component -> {
            Span name = new Span(component.name());
            name.addClassName("kp-strong");
            Paragraph part = new Paragraph(name, new Span(" "), new Span(PlanWords.of(component, terms.currency())));
            if (component.name().equals(asked)) {
                part.addClassName("kp-asked");
                part.getElement().setAttribute("aria-current", "true");
            }
            parts.add(part);
        });
        PlanWords.beside(terms, late).forEach(sentence -> parts.add(new Paragraph(sentence)));
        return parts;
    }
}
