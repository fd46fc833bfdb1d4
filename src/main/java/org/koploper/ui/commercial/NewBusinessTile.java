package org.koploper.ui.commercial;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.koploper.kpi.Kpi;
import org.koploper.kpi.Reading;
import org.koploper.ui.kit.ReadingWords;
import org.koploper.ui.kit.Tile;

/** What came in that was not there before, and how many customers it takes to be contacted for one sale. */
class NewBusinessTile extends Tile {

    static final List<Kpi> SHOWN = List.of(Kpi.NEW_LEADS, Kpi.NEW_ORGANISATIONS, Kpi.QUALIFIED_LEADS, Kpi.HIT_RATE);

    private final ReadingWords words = new ReadingWords(null);

    /** @param readings all of {@link #SHOWN}, and whatever else */
    NewBusinessTile(Map<Kpi, Reading> readings) {
        super(I18NProvider.translate("commercial.new-business"));
        addClassName("kp-wide");
        add(org.koploper.ui.kit.Kpi.list(SHOWN.stream()
                .map(kpi -> card(Objects.requireNonNull(readings.get(kpi))))
                .toArray(org.koploper.ui.kit.Kpi[]::new)));
    }

    private org.koploper.ui.kit.Kpi card(Reading reading) {
        org.koploper.ui.kit.Kpi card = words.card(reading);
        BigDecimal rate = reading.value();
        if (reading.kpi() == Kpi.HIT_RATE && rate != null && rate.signum() > 0) {
            BigDecimal contacts = BigDecimal.ONE.divide(rate, MathContext.DECIMAL64);
            card.from(getTranslation("commercial.contacts-needed", words.number(contacts)));
        }
        return card;
    }
}
