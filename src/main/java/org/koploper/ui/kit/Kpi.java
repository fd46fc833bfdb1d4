package org.koploper.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number: what it is, how much, and where given what it was computed from, how it moved, its course in small bars and
 * what exactly it means. Where there is too little to compute it, it says that and shows no number. Stands in a
 * {@link #list}.
 */
public class Kpi extends Div {

    private final String label;
    private final Term term;
    private final Description description = new Description();

    /**
     * @param value as written; null where there is too little to compute it
     * @param unit of the value, such as "days"; null where it stands in the value or there is none
     */
    public Kpi(String label, @Nullable String value, @Nullable String unit) {
        this.label = label;
        this.term = new Term(new Span(label));
        addClassName("kp-kpi");
        Span figure = new Span(value == null ? getTranslation("kpi.too-little") : value);
        figure.addClassName(value == null ? "kp-quiet" : "kp-kpi-figure");
        Div line = new Div(figure);
        line.addClassName("kp-kpi-value");
        if (value != null && unit != null) {
            line.add(new Span(unit));
        }
        description.add(line);
        add(term, description);
    }

    /** Says what it was computed from, such as "12 of 30 quotes". */
    public Kpi from(String basis) {
        Span from = new Span(basis);
        from.addClassName("kp-quiet");
        description.add(from);
        return this;
    }

    /** Leads to where what is missing can be filled in, or where more is said. */
    public Kpi leading(String address, String text) {
        description.add(new Anchor(address, text));
        return this;
    }

    /** Shows how it moved. */
    public Kpi moved(Delta delta) {
        description.add(delta);
        return this;
    }

    /** Shows its course. */
    public Kpi course(Spark spark) {
        description.add(spark);
        return this;
    }

    /** Offers what it means, one paragraph each, behind a button beside the label. */
    public Kpi means(List<String> paragraphs) {
        String title = getTranslation("kpi.meaning", label);
        SvgIcon sign = new SvgIcon("icons/about.svg");
        sign.getElement().setAttribute("aria-hidden", "true");
        Button ask = new Button(sign);
        ask.addThemeVariants(ButtonVariant.TERTIARY);
        ask.addClassName("kp-kpi-ask");
        ask.setAriaLabel(title);
        Div text = new Div(paragraphs.stream().map(Paragraph::new).toArray(Component[]::new));
        text.addClassName("kp-kpi-meaning");
        Popover meaning = new Popover(text);
        meaning.setTarget(ask);
        meaning.setPosition(PopoverPosition.BOTTOM_START);
        meaning.setAriaLabel(title);
        meaning.setModal(true);
        term.add(ask);
        return this;
    }

    /** Several side by side. */
    public static DescriptionList list(Kpi... numbers) {
        DescriptionList list = new DescriptionList();
        list.addClassName("kp-kpis");
        list.add(numbers);
        return list;
    }
}
