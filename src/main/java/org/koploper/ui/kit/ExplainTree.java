package org.koploper.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an amount came about, step by step, as nested lists: each step its result, what it is, the formula with the
 * numbers filled in, and its source, which leads to where it is seen. Steps with steps of their own can be folded by mouse and keyboard; they start open.
 */
public class ExplainTree extends Div {

    public ExplainTree(Explained root) {
        addClassName("kp-explain");
        add(list(List.of(root)));
    }

    private static UnorderedList list(List<Explained> steps) {
        UnorderedList list = new UnorderedList();
        steps.forEach(step -> list.add(new ListItem(step(step))));
        return list;
    }

    private static Component step(Explained step) {
        UnorderedList children = list(step.children());
        Div row = row(step);
        Component chip = step.source() == null ? null : chip(step.source(), step.address());
        if (chip != null && (step.address() == null || step.children().isEmpty())) {
            row.add(chip);
        }
        if (step.children().isEmpty()) {
            return row;
        }
        NativeDetails details = new NativeDetails(row);
        details.setOpen(true);
        // what folds must hold nothing else that can be clicked, so a link stands below it
        details.setContent(chip == null || step.address() == null ? children : new Div(chip, children));
        return details;
    }

    private static Div row(Explained step) {
        Div row = new Div(part("kp-explain-result", step.result()), part("kp-explain-label", step.label()));
        row.addClassName("kp-explain-step");
        if (step.formula() != null) {
            row.add(part("kp-explain-formula", step.formula()));
        }
        return row;
    }

    private static Component chip(String source, @Nullable String address) {
        if (address == null) {
            return part("kp-chip", source);
        }
        Anchor chip = new Anchor(address, source);
        chip.addClassName("kp-chip");
        return chip;
    }

    private static Span part(String className, String text) {
        Span part = new Span(text);
        part.addClassName(className);
        return part;
    }
}
