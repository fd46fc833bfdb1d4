package org.koploper.ui.commercial;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.koploper.kpi.Kpi;
import org.koploper.kpi.KpiReason;
import org.koploper.kpi.Reading;
import org.koploper.ui.kit.ReadingWords;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.Tile;

/** What customers buy, come back for, cost and bring in. */
final class CustomerTiles {

    /** Read for whoever is shown. */
    static final List<Kpi> BOUGHT = List.of(Kpi.CROSS_SELLING, Kpi.REPEAT_SALES);

    /** Read for the whole organisation: customers belong to everybody who sells, and so does what they cost. */
    static final List<Kpi> WORTH =
            List.of(Kpi.LIFETIME_VALUE, Kpi.ACQUISITION_COST, Kpi.VALUE_TO_COST, Kpi.PAYBACK, Kpi.CHURN);

    private CustomerTiles() {}

    /** Families bought together, and orders of customers who had ordered before. */
    static Tile bought(Map<Kpi, Reading> readings) {
        ReadingWords words = new ReadingWords(null);
        Reading cross = read(readings, Kpi.CROSS_SELLING);
        Tile tile = new Tile(
                translate("commercial.bought"),
                org.koploper.ui.kit.Kpi.list(words.card(cross), words.card(read(readings, Kpi.REPEAT_SALES))),
                new Paragraph(translate("commercial.bought-text")));
        if (cross.denominator() == null || cross.denominator().signum() == 0) {
            tile.add(quiet("commercial.no-buyers"));
        }
        tile.add(new Anchor("records/customers", translate("commercial.to-customers")));
        tile.addClassName("kp-wide");
        return tile;
    }

    /** What one costs and brings in, when that is back, and whether customers stay that long. */
    static Tile worth(Map<Kpi, Reading> readings) {
        ReadingWords words = ReadingWords.of(readings.values());
        Tile tile = new Tile(translate("commercial.worth"));
        Reading payback = read(readings, Kpi.PAYBACK);
        if (payback.value() != null) {
            tile.add(paysBack(payback, words));
        }
        tile.add(org.koploper.ui.kit.Kpi.list(
                WORTH.stream().map(kpi -> words.card(read(readings, kpi))).toArray(org.koploper.ui.kit.Kpi[]::new)));
        tile.add(quiet("commercial.worth-of-all"));
        Reading cost = read(readings, Kpi.ACQUISITION_COST);
        if (cost.numerator() == null || cost.numerator().signum() == 0) {
            tile.add(quiet("commercial.no-costs"));
        }
        tile.addClassName("kp-wide");
        return tile;
    }

    private static Div paysBack(Reading payback, ReadingWords words) {
        KpiReason reason = payback.reason();
        boolean late = reason != null && reason.code() == KpiReason.Code.LONGER_THAN_LIFETIME;
        Div said = new Div(new StatusBadge(
                late ? "commercial.loses-money" : "commercial.comes-back",
                late ? StatusBadge.Tone.BAD : StatusBadge.Tone.GOOD));
        said.addClassName("kp-outcome");
        said.add(new Paragraph(translate(
                late ? "commercial.payback-late" : "commercial.payback",
                words.money(payback.numerator()),
                words.money(payback.denominator()),
                Objects.requireNonNullElse(words.figure(payback), "–"))));
        return said;
    }

    private static Paragraph quiet(String key) {
        Paragraph text = new Paragraph(translate(key));
        text.addClassName("kp-quiet");
        return text;
    }

    private static Reading read(Map<Kpi, Reading> readings, Kpi kpi) {
        return Objects.requireNonNull(readings.get(kpi));
    }
}
