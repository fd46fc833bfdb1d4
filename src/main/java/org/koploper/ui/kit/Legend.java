package org.koploper.ui.kit;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;

/** What is drawn how, below a chart: a sample of each, which differs by its shape as well as by its colour. */
public final class Legend extends UnorderedList {

    /** What is no line and no column. */
    public enum Shape {
        /** The room between two curves. */
        BAND,
        /** Half of the values lie in it, with the middle one as a line. */
        BOX,
        /** One value. */
        DOT
    }

    public Legend() {
        addClassName("kp-legend");
    }

    /** @param number of the series, from 0; it has the colour */
    public Legend line(String name, int number, Chart.Look look) {
        Svg sample = new Svg(ChartDrawing.sample(number, look));
        sample.addClassName("kp-legend-sample");
        add(new ListItem(sample, new Span(name)));
        return this;
    }

    /** Something of another shape. */
    public Legend shape(String name, Shape shape) {
        Span sample = new Span();
        sample.addClassNames("kp-legend-sample", "kp-legend-" + shape.name().toLowerCase(Locale.ROOT));
        add(new ListItem(sample, new Span(name)));
        return this;
    }
}
