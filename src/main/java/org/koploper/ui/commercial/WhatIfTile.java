package org.koploper.ui.commercial;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Reading;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.ReadingWords;
import org.koploper.ui.kit.Tile;

/** What the orders of the period would have brought in had each been larger by a percentage: arithmetic, no promise. */
class WhatIfTile extends Tile {

    static final String FIELD = "commercial-larger";

    /**
     * @param orders what they were worth on average
     * @param changed told of another percentage, for the address
     */
    WhatIfTile(Reading orders, CommercialState state, Consumer<Integer> changed) {
        super(I18NProvider.translate("commercial.what-if"));
        addClassName("kp-wide");
        Div asked = new Div(larger(state.larger(), changed));
        asked.addClassName("kp-toolbar");
        Paragraph means = new Paragraph(getTranslation("commercial.what-if-means"));
        means.addClassName("kp-quiet");
        add(asked, new Paragraph(sentence(orders, state.larger())), means);
    }

    private AmountField larger(int now, Consumer<Integer> changed) {
        AmountField field = new AmountField(getTranslation("commercial.larger"), "%", BigDecimal.valueOf(now));
        field.setId(FIELD);
        field.addValueChangeListener(change -> {
            Optional<Integer> typed = field.amount().flatMap(CommercialState::larger);
            field.setInvalid(typed.isEmpty());
            field.setErrorMessage(typed.isPresent() ? null : wrong());
            typed.filter(percent -> percent != now).ifPresent(changed);
        });
        return field;
    }

    private String wrong() {
        return getTranslation("commercial.larger-wrong", String.valueOf(CommercialState.MOST_LARGER));
    }

    private String sentence(Reading orders, int percent) {
        @Nullable BigDecimal mean = orders.value();
        if (mean == null || mean.signum() <= 0) {
            return getTranslation("commercial.no-orders");
        }
        ReadingWords words = new ReadingWords(orders.currency());
        BigDecimal revenue = Objects.requireNonNull(orders.numerator());
        BigDecimal more = revenue.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
        return getTranslation(
                "commercial.what-if-said",
                words.number(orders.denominator()),
                words.money(mean),
                words.money(revenue),
                String.valueOf(percent),
                words.money(revenue.add(more)),
                words.money(more));
    }
}
