package org.koploper.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.function.Supplier;

/** A list that the kit does not make, such as one of sentences, with the ways out of the screen that every list has. */
public class ExportedList extends Div {

    /** @param extract what the list shows at the moment somebody asks, all of it, as a table */
    public ExportedList(Component list, Supplier<? extends Extract<?>> extract) {
        addClassNames("kp-list", "kp-exported");
        add(new ExportMenu(extract), list);
    }
}
