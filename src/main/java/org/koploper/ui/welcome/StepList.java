package org.koploper.ui.welcome;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteConfiguration;
import java.util.List;
import org.koploper.welcome.FirstSteps.Line;

/** First steps below each other, each with what it is and whether it is done. */
class StepList extends UnorderedList {

    StepList(List<Line> lines) {
        addClassName("kp-first-steps");
        lines.forEach(line -> add(item(line)));
    }

    /** Those for which there is a screen. */
    static List<Line> reachable(List<Line> lines) {
        RouteConfiguration routes = RouteConfiguration.forSessionScope();
        return lines.stream()
                .filter(line -> routes.getRoute(line.step().path()).isPresent())
                .toList();
    }

    private ListItem item(Line line) {
        Span mark = new Span(line.done() ? "✓" : "○");
        mark.addClassName(line.done() ? "kp-good" : "kp-quiet");
        mark.getElement().setAttribute("role", "img");
        mark.getElement()
                .setAttribute("aria-label", getTranslation(line.done() ? "first-steps.done" : "first-steps.open"));
        Anchor where = new Anchor(
                line.step().path(),
                getTranslation("first-steps.step." + line.step().key()));
        return new ListItem(mark, where);
    }
}
