package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a whole beside each other, each with its name, its value and its share. Parts differ by their pattern as
 * well as by colour. What is taken off is no part of the whole: it hangs in a second bar, on the same scale.
 */
public class StackedBar extends Div {

    /** As many parts have a pattern of their own; those after them share the last one. */
    private static final int PATTERNS = 6;

    /**
     * One part.
     *
     * @param number less than zero for what is taken off
     * @param words the number as written
     * @param tone how good it is; null where that is no question
     */
    public record Part(String name, BigDecimal number, String words, StatusBadge.@Nullable Tone tone) {}

    private final Formats formats = Formats.here();
    private final BigDecimal added;
    private final BigDecimal scale;

    /**
     * @param title what the whole is
     * @param parts in the order in which they stand
     */
    public StackedBar(String title, List<Part> parts) {
        addClassName("kp-stack");
        added = sum(parts.stream()
                .map(Part::number)
                .filter(number -> number.signum() > 0)
                .toList());
        BigDecimal takenOff = sum(parts.stream()
                .map(Part::number)
                .filter(number -> number.signum() < 0)
                .map(BigDecimal::negate)
                .toList());
        scale = added.max(takenOff);
        Div bars = new Div();
        bars.addClassName("kp-stack-bars");
        bars.getElement().setAttribute("role", "img");
        bars.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "stack.words",
                                title,
                                parts.stream()
                                        .map(part -> getTranslation("stack.part", part.name(), said(part)))
                                        .collect(Collectors.joining("; "))));
        if (added.signum() > 0) {
            bars.add(bar(parts, 1));
        }
        if (takenOff.signum() > 0) {
            bars.add(bar(parts, -1));
        }
        add(bars, legend(parts));
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Div bar(List<Part> parts, int sign) {
        Div bar = new Div();
        bar.addClassName("kp-stack-bar");
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.number().signum() == sign) {
                Div piece = new Div();
                piece.addClassNames(look(part, i));
                piece.getStyle()
                        .set(
                                "inline-size",
                                part.number()
                                                .abs()
                                                .movePointRight(2)
                                                .divide(scale, 2, RoundingMode.HALF_UP)
                                                .toPlainString()
                                        + "%");
                bar.add(piece);
            }
        }
        return bar;
    }

    private UnorderedList legend(List<Part> parts) {
        UnorderedList legend = new UnorderedList();
        legend.addClassNames("kp-legend", "kp-stack-legend");
        // without it some screen readers drop the list because of its look
        legend.getElement().setAttribute("role", "list");
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Div sample = new Div();
            sample.addClassNames(look(part, i));
            Span said = new Span(said(part));
            said.addClassNames("kp-number");
            legend.add(new ListItem(sample, new Span(part.name()), said));
        }
        return legend;
    }

    /** With its share of what is added; what is taken off has none. */
    private String said(Part part) {
        return part.number().signum() <= 0
                ? part.words()
                : getTranslation(
                        "stack.share",
                        part.words(),
                        formats.percent(part.number().divide(added, MathContext.DECIMAL32)));
    }

    private static String[] look(Part part, int number) {
        List<String> look = new ArrayList<>(List.of("kp-part", "kp-part-" + Math.min(number + 1, PATTERNS)));
        if (part.tone() != null) {
            look.add("kp-" + part.tone().name().toLowerCase(Locale.ROOT));
        }
        return look.toArray(String[]::new);
    }
}
