package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value in a table, coloured by how it is beside what it is compared with: blue for better, orange for less, with a sign and
 * words, never by the colour alone. Too little to say anything looks different from nothing at all.
 */
public class HeatCell extends Span {

    /** How good it is beside what it is compared with. */
    public enum Level {
        WORSE("▼"),
        /** Also where the difference may well be chance. */
        NEAR("●"),
        BETTER("▲");

        private final String sign;

        Level(String sign) {
            this.sign = sign;
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private HeatCell(String look, String text) {
        Span value = new Span(text);
        value.addClassName("kp-heat-value");
        add(value);
        addClassNames("kp-heat", "kp-heat-" + look);
    }

    /**
     * One that was compared.
     *
     * @param text the value as written
     * @param words what is said of it, such as "higher than the others"
     */
    public static HeatCell of(String text, Level level, String words) {
        HeatCell cell = new HeatCell(level.key(), text);
        Span sign = new Span(level.sign);
        sign.addClassName("kp-heat-sign");
        sign.getElement().setAttribute("aria-hidden", "true");
        Span said = new Span(sign, new Span(words));
        said.addClassName("kp-heat-said");
        cell.add(said);
        return cell;
    }

    /** A value that there is nothing to compare with. */
    public static HeatCell plain(String text) {
        return new HeatCell("plain", text);
    }

    /**
     * One that cannot be compared.
     *
     * @param basis what there is, such as "2 of 3 won"
     * @param words why not, such as "too little data"
     */
    public static HeatCell tooFew(String basis, String words) {
        HeatCell cell = new HeatCell("too-few", basis);
        Span said = new Span(words);
        said.addClassName("kp-heat-words");
        cell.add(said);
        return cell;
    }

    /** Nothing was there to measure. */
    public static HeatCell none() {
        HeatCell cell = new HeatCell("none", "");
        cell.setText(cell.getTranslation("heat.none"));
        return cell;
    }

    /**
     * With a small bar, and a mark where what it is compared with lies; both say what stands there in words already.
     *
     * @param part of the longest bar, from 0 to 1
     * @param mark likewise; null for none
     */
    public HeatCell withBar(BigDecimal part, @Nullable BigDecimal mark) {
        Span fill = new Span();
        fill.addClassName("kp-heat-fill");
        fill.getStyle().set("inline-size", percent(part));
        Span bar = new Span(fill);
        bar.addClassName("kp-heat-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        if (mark != null) {
            Span line = new Span();
            line.addClassName("kp-heat-mark");
            line.getStyle().set("inset-inline-start", percent(mark));
            bar.add(line);
        }
        getElement().insertChild(1, bar.getElement());
        return this;
    }

    private static String percent(BigDecimal part) {
        BigDecimal within = part.max(BigDecimal.ZERO).min(BigDecimal.ONE);
        return within.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }
}
