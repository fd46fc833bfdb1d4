package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The way to a target: a bar with what is reached, a mark where one would be expected now, the target itself, and the
 * state in words. Above 100 percent the bar goes on past the target's line. Without a target there is a sentence and no
 * bar: no target is not zero percent.
 */
public class PaceBar extends Div {

    /**
     * @param label what it measures, for screen readers
     * @param pace null where no target is agreed
     */
    public PaceBar(String label, @Nullable Pace pace) {
        this(label, pace, true);
    }

    private PaceBar(String label, @Nullable Pace pace, boolean withWords) {
        this(label, pace, withWords, BigDecimal.ONE);
    }

    private PaceBar(String label, @Nullable Pace pace, boolean withWords, BigDecimal least) {
        addClassName("kp-pace");
        if (pace == null) {
            add(new Paragraph(getTranslation("pace.no-target")));
            addClassName("kp-pace-none");
        } else {
            add(bar(label, pace, least));
            if (withWords) {
                add(words(pace));
            }
        }
    }

    /**
     * Only the bar, for rows that are compared: all of them on one scale, saying their share and no state.
     *
     * @param end where the track of every row ends: the largest share, at least 1
     */
    public static PaceBar slim(String label, Pace pace, BigDecimal end) {
        PaceBar bar = new PaceBar(label, pace, false, end);
        bar.addClassName("kp-pace-slim");
        bar.getChildren().forEach(track -> track.getElement().setAttribute("aria-valuetext", bar.compared(pace)));
        return bar;
    }

    private Div bar(String label, Pace pace, BigDecimal least) {
        // the track ends at the target, or further where more than that was reached
        BigDecimal end = pace.share().max(least);
        Div track = new Div();
        track.addClassNames("kp-pace-track", "kp-" + pace.state().tone().name().toLowerCase(java.util.Locale.ROOT));
        track.getElement().setAttribute("role", "meter");
        track.getElement().setAttribute("aria-label", label);
        track.getElement().setAttribute("aria-valuemin", "0");
        track.getElement().setAttribute("aria-valuemax", position(end, BigDecimal.ONE));
        track.getElement().setAttribute("aria-valuenow", position(pace.share().max(BigDecimal.ZERO), BigDecimal.ONE));
        track.getElement().setAttribute("aria-valuetext", inWords(pace));
        Div fill = mark("kp-pace-fill");
        fill.getStyle().set("inline-size", position(pace.share().max(BigDecimal.ZERO), end) + "%");
        track.add(fill);
        if (end.compareTo(BigDecimal.ONE) > 0) {
            Div target = mark("kp-pace-target");
            target.getStyle().set("inset-inline-start", position(BigDecimal.ONE, end) + "%");
            track.add(target);
        }
        if (pace.expected() != null && pace.state() != Pace.State.REACHED) {
            Div expected = mark("kp-pace-expected");
            expected.getStyle()
                    .set("inset-inline-start", position(pace.expected().min(end), end) + "%");
            track.add(expected);
        }
        return track;
    }

    private Div words(Pace pace) {
        Span share = new Span(Formats.here().percent(pace.share()));
        share.addClassName("kp-pace-share");
        Span of = new Span(getTranslation("pace.of", pace.value(), pace.target()));
        Div line = new Div(
                share, of, new StatusBadge(pace.state().key(), pace.state().tone()));
        line.addClassName("kp-pace-words");
        if (pace.expected() != null && pace.state() != Pace.State.REACHED) {
            Span expected =
                    new Span(getTranslation("pace.expected", Formats.here().percent(pace.expected())));
            expected.addClassName("kp-quiet");
            if (pace.state() != Pace.State.NOT_STARTED) {
                line.add(Delta.points(pace.share().subtract(pace.expected()), Delta.Wanted.MORE));
            }
            line.add(expected);
        }
        return line;
    }

    private String inWords(Pace pace) {
        String share = Formats.here().percent(pace.share());
        String state = getTranslation(pace.state().key());
        return pace.expected() == null
                ? getTranslation("pace.words", share, state)
                : getTranslation("pace.words-expected", share, Formats.here().percent(pace.expected()), state);
    }

    private String compared(Pace pace) {
        String share = Formats.here().percent(pace.share());
        return pace.expected() == null
                ? share
                : getTranslation("pace.compared", share, Formats.here().percent(pace.expected()));
    }

    private static Div mark(String className) {
        Div mark = new Div();
        mark.addClassName(className);
        return mark;
    }

    /** In percent of the whole, for style and ARIA: always with a dot. */
    private static String position(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP).toPlainString();
    }
}
