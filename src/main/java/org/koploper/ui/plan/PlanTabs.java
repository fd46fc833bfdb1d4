package org.koploper.ui.plan;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;

/** The two ways to look at a plan: in sentences with who is on it, or as its text. */
class PlanTabs extends Nav {

    PlanTabs(long plan, boolean asText) {
        addClassName("kp-switch");
        getElement().setAttribute("aria-label", getTranslation("plans.views"));
        RouteParameters which = new RouteParameters("plan", String.valueOf(plan));
        RouterLink words = new RouterLink(getTranslation("plans.view.words"), PlanView.class, which);
        RouterLink text = new RouterLink(getTranslation("plans.view.text"), PlanTextView.class, which);
        (asText ? text : words).getElement().setAttribute("aria-current", "page");
        add(words, text);
    }
}
