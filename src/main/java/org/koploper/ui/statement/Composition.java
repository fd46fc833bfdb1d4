package org.koploper.ui.statement;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.koploper.ledger.Statement;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.StackedBar;
import org.koploper.ui.kit.StackedBar.Part;

/** What each component adds to the statement and takes off it, drawn: one bar for each currency with several of them. */
class Composition extends Div {

    Composition(Statement statement) {
        Map<Currency, List<Part>> parts = new LinkedHashMap<>();
        PartStrip.sums(statement)
                .forEach((named, sum) -> parts.computeIfAbsent(named.currency(), currency -> new ArrayList<>())
                        .add(new Part(named.component(), sum, Formats.here().money(sum, named.currency()), null)));
        parts.forEach((currency, sums) -> {
            if (sums.size() > 1) {
                add(new StackedBar(getTranslation("statement.composition", currency.getCurrencyCode()), sums));
            }
        });
    }
}
