package org.koploper.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/**
 * The fields that narrow a list, and beside them what is done with it. Where the screen is narrow and there are many, all
 * but the first fold away behind a button that says how many of them are in use.
 */
final class FilterBar extends Div {

    /** As many fit above a list on a phone. */
    private static final int FEW = 3;

    private final Button more = new Button();
    private final Div others = new Div();

    FilterBar(List<Component> fields, List<Component> actions) {
        addClassName("kp-toolbar");
        boolean folds = fields.size() > FEW;
        others.addClassName("kp-filters");
        more.addClassName("kp-filters-more");
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.addClickListener(click -> open(!others.hasClassName("kp-open")));
        if (folds) {
            others.add(fields.subList(1, fields.size()));
            add(fields.getFirst(), more, others);
        } else {
            add(fields);
        }
        Div rest = new Div(actions.toArray(Component[]::new));
        rest.addClassName("kp-list-actions");
        add(rest);
        open(false);
        inUse(0);
    }

    private void open(boolean now) {
        others.setClassName("kp-open", now);
        more.getElement().setAttribute("aria-expanded", String.valueOf(now));
    }

    /** Says how many of the fields that fold away narrow the list now. */
    void inUse(int many) {
        more.setText(many == 0 ? getTranslation("list.filters") : getTranslation("list.filters-in-use", many));
    }
}
