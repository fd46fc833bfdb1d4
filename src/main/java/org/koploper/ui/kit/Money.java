package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.Currency;

/** An amount: figures of equal width, aligned right; a negative one with its sign and a colour, never the colour alone. */
public class Money extends Span {

    public Money(BigDecimal amount, Currency currency) {
        this(Formats.here().money(amount, currency), amount.signum() < 0);
    }

    private Money(String text, boolean negative) {
        super(text);
        addClassName("kp-money");
        if (negative) {
            addClassName("kp-negative");
        }
    }

    /** Without decimals, for targets and boards. */
    public static Money whole(BigDecimal amount, Currency currency) {
        return new Money(Formats.here().wholeMoney(amount, currency), amount.signum() < 0);
    }
}
