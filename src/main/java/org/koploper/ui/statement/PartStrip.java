package org.koploper.ui.statement;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.koploper.ledger.Statement;
import org.koploper.ui.kit.Money;

/** What each component came to, in one look; the versions of a plan taken together. */
class PartStrip extends DescriptionList {

    /** A component by its name, whatever the version of its plan. */
    record Named(String component, Currency currency) {}

    private final int parts;

    PartStrip(Statement statement) {
        addClassName("kp-strip");
        Map<Named, BigDecimal> sums = sums(statement);
        parts = sums.size();
        sums.forEach((named, sum) -> add(named.component(), new Money(sum, named.currency())));
        add(getTranslation("statement.total"), new Money(statement.total(), statement.currency()));
    }

    static Map<Named, BigDecimal> sums(Statement statement) {
        Map<Named, BigDecimal> sums = new LinkedHashMap<>();
        ComponentSums.of(statement)
                .forEach((part, sum) ->
                        sums.merge(new Named(part.component(), part.currency()), sum.amount(), BigDecimal::add));
        return sums;
    }

    /** With a single component its sum is the total, which stands above already. */
    boolean saysMoreThanTheTotal() {
        return parts > 1;
    }

    private void add(String name, Money amount) {
        Description description = new Description();
        description.add(amount);
        add(new Div(new Term(name), description));
    }
}
