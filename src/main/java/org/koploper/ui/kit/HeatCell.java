package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Span;

/**
 * A value in a table, coloured by how far it is from what it is compared with: blue for better, orange for less, with a sign and
 * words, never by the colour alone. Too little to say anything looks different from nothing at all.
 */
public class HeatCell extends Span {

    /** How good it is beside what it is compared with. */
    public enum Level {
        FAR_WORSE("▼▼"),
        WORSE("▼"),
        NEAR("●"),
        BETTER("▲"),
        FAR_BETTER("▲▲");

        private final String sign;

        Level(String sign) {
            this.sign = sign;
        }

        private String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private HeatCell(String look, String text) {
        super(text);
        addClassNames("kp-heat", "kp-heat-" + look);
    }

    /** @param text the value as written */
    public static HeatCell of(String text, Level level) {
        HeatCell cell = new HeatCell(level.key(), text);
        Span sign = new Span(level.sign);
        sign.addClassName("kp-heat-sign");
        sign.getElement().setAttribute("role", "img");
        sign.getElement().setAttribute("aria-label", cell.getTranslation("heat." + level.key()));
        cell.add(sign);
        return cell;
    }

    /** A value that there is nothing to compare with. */
    public static HeatCell plain(String text) {
        return new HeatCell("plain", text);
    }

    /** @param basis what there is, such as "2 of 3 won" */
    public static HeatCell tooFew(String basis) {
        HeatCell cell = new HeatCell("too-few", basis);
        Span words = new Span(cell.getTranslation("heat.too-few"));
        words.addClassName("kp-heat-words");
        cell.add(words);
        return cell;
    }

    /** Nothing was there to measure. */
    public static HeatCell none() {
        HeatCell cell = new HeatCell("none", "");
        cell.setText(cell.getTranslation("heat.none"));
        return cell;
    }
}
