package org.koploper.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Span;
import org.koploper.access.ViewAs;

/** Says on every screen that looking as somebody ended by itself, until whoever looked has read it. */
class ViewAsEnded extends Aside {

    ViewAsEnded(String name, ViewAs viewAs) {
        addClassNames("kp-view-as-banner", "kp-ended");
        getElement().setAttribute("aria-label", getTranslation("view-as.banner-name"));
        Button known = new Button(getTranslation("view-as.ended-known"), click -> {
            viewAs.endIsKnown();
            removeFromParent();
        });
        known.addThemeVariants(ButtonVariant.SMALL);
        add(new Span(getTranslation("view-as.ended", name, ViewAs.LONGEST.toMinutes())), known);
    }
}
