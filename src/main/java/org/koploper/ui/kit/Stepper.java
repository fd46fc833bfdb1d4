package org.koploper.ui.kit;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of something that takes several, in their order: the present one is marked, those behind may lead back. */
public class Stepper extends Nav {

    /**
     * One step.
     *
     * @param back the way back to it; null where there is none
     */
    public record Step(String name, @Nullable RouterLink back) {}

    /**
     * @param label what the steps are of
     * @param now index of the present step
     */
    public Stepper(String label, List<Step> steps, int now) {
        addClassName("kp-steps");
        setAriaLabel(label);
        OrderedList list = new OrderedList();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            ListItem item = new ListItem(step.back() == null ? new Span(step.name()) : step.back());
            if (i == now) {
                item.getElement().setAttribute("aria-current", "step");
            }
            list.add(item);
        }
        add(list);
    }
}
