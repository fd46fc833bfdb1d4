package org.koploper.ui.intake;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;
import org.koploper.intake.Upload;

/** The steps: those behind lead back, the present one is marked. */
class StepTrail extends Nav {

    StepTrail(Upload upload, Step now) {
        addClassName("kp-steps");
        setAriaLabel(getTranslation("import.steps"));
        OrderedList list = new OrderedList();
        for (Step step : Step.values()) {
            String name = getTranslation("import.step." + step.key());
            ListItem item = new ListItem();
            boolean back = step.compareTo(now) < 0 && now != Step.DONE;
            if (back) {
                RouterLink link = new RouterLink(name, ImportView.class);
                if (step != Step.CHOOSE) {
                    link.setQueryParameters(QueryParameters.simple(Map.of("id", upload.id(), "step", step.key())));
                }
                item.add(link);
            } else {
                item.add(new Span(name));
            }
            if (step == now) {
                item.getElement().setAttribute("aria-current", "step");
            }
            list.add(item);
        }
        add(list);
    }
}
