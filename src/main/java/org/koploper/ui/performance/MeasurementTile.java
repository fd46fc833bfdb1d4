package org.koploper.ui.performance;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiCompared;
import org.koploper.kpi.KpiCompared.Earlier;
import org.koploper.kpi.KpiDirection;
import org.koploper.kpi.KpiUnit;
import org.koploper.kpi.Reading;
import org.koploper.statistics.Interval;
import org.koploper.ui.kit.Delta;
import org.koploper.ui.kit.Delta.Wanted;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Kpi;
import org.koploper.ui.kit.ReadingWords;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.performance.Measurements.Measurement;
import org.koploper.ui.records.RecordWords;

/**
 * Several numbers side by side: each with what it was made of, what it was before, and whether that is more than chance; with
 * the reason and the way to what is missing where there is none.
 */
class MeasurementTile extends Tile {

    private final Map<org.koploper.kpi.Kpi, KpiCompared> compared;
    private final ReadingWords words;
    private final Set<String> kinds;

    /**
     * @param title translation key
     * @param intro what these are, in words
     * @param kinds kinds of records that the reader may see
     */
    MeasurementTile(
            String title,
            String intro,
            List<Measurement> measurements,
            Map<org.koploper.kpi.Kpi, KpiCompared> compared,
            ReadingWords words,
            Set<String> kinds) {
        super(I18NProvider.translate(title));
        this.compared = compared;
        this.words = words;
        this.kinds = kinds;
        addClassName("kp-wide");
        Paragraph about = new Paragraph(intro);
        about.addClassName("kp-quiet");
        add(about, Kpi.list(measurements.stream().map(this::kpi).toArray(Kpi[]::new)));
    }

    private Kpi kpi(Measurement measurement) {
        KpiCompared read = Objects.requireNonNull(compared.get(measurement.main()));
        Reading now = read.now();
        Kpi kpi = words.told(new Kpi(ReadingWords.name(now.kpi()), words.figure(now), null), now);
        if (now.value() == null) {
            String kind = Measurements.writtenAs(measurement.main());
            if (kinds.contains(kind)) {
                kpi.with(new Anchor("records/" + kind, getTranslation("performance.fill-in", RecordWords.kind(kind))));
            }
        }
        if (now.kpi() == org.koploper.kpi.Kpi.GROWTH_ON_YEAR && now.value() != null) {
            // it is the difference of revenue, and as sure as that
            var verdict = Objects.requireNonNull(compared.get(org.koploper.kpi.Kpi.REVENUE))
                    .yearBefore()
                    .verdict();
            kpi.from(getTranslation("performance.verdict."
                    + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        earlier(kpi, now, read.previous(), "performance.before", "performance.against-before");
        earlier(kpi, now, read.yearBefore(), "performance.year-before", "performance.against-year-before");
        measurement.beside().forEach(beside -> beside(kpi, beside));
        return kpi.means(meaning(measurement));
    }

    private void beside(Kpi kpi, org.koploper.kpi.Kpi beside) {
        Reading reading = Objects.requireNonNull(compared.get(beside)).now();
        if (reading.value() == null && reading.numerator() == null) {
            return;
        }
        String said = words.said(reading);
        kpi.from(getTranslation(
                "performance.beside",
                ReadingWords.name(beside),
                words.basis(reading)
                        .map(basis -> getTranslation("performance.with-basis", said, basis))
                        .orElse(said)));
    }

    private void earlier(Kpi kpi, Reading now, Earlier then, String when, String against) {
        BigDecimal value = then.reading().value();
        BigDecimal own = now.value();
        if (value == null || own == null) {
            if (own != null && then.verdict() == KpiCompared.Verdict.TOO_LITTLE) {
                kpi.from(getTranslation("performance.earlier", getTranslation(when), getTranslation("kpi.too-little")));
            }
            return;
        }
        String was = getTranslation("performance.earlier", getTranslation(when), words.amount(now.kpi(), value));
        switch (then.verdict()) {
            case MORE, LESS -> {
                kpi.moved(Delta.of(
                                rounded(now, own.subtract(value)),
                                size -> words.difference(now.kpi(), size),
                                wanted(now))
                        .against(getTranslation(against, words.amount(now.kpi(), value))));
                kpi.from(getTranslation("performance.probably", between(now, then.between())));
            }
            case MAY_BE_CHANCE -> kpi.from(getTranslation("performance.chance", was, between(now, then.between())));
            case TOO_LITTLE -> kpi.from(getTranslation("performance.too-little", was));
            case UNTOLD -> kpi.from(was);
        }
    }

    private String between(Reading now, @Nullable Interval interval) {
        Interval known = Objects.requireNonNull(interval);
        return getTranslation("performance.between", signed(now, known.low()), signed(now, known.high()));
    }

    private String signed(Reading now, double number) {
        return Formats.here().signed(BigDecimal.valueOf(number), size -> words.difference(now.kpi(), size));
    }

    /** So that what is written as no difference is none. */
    private static BigDecimal rounded(Reading now, BigDecimal difference) {
        return difference.setScale(now.kpi().unit() == KpiUnit.RATIO ? 3 : 2, RoundingMode.HALF_UP);
    }

    private static Wanted wanted(Reading now) {
        return now.kpi().direction() == KpiDirection.HIGHER ? Wanted.MORE : Wanted.LESS;
    }

    private List<String> meaning(Measurement measurement) {
        List<String> meaning = new ArrayList<>(List.of(ReadingWords.means(measurement.main())));
        measurement
                .beside()
                .forEach(beside -> meaning.add(
                        getTranslation("performance.beside", ReadingWords.name(beside), ReadingWords.means(beside))));
        return meaning;
    }
}
