package org.koploper.ui.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field for an amount that accepts what people type and then shows what was understood. */
public class AmountField extends TextField {

    /** @param unit shown after the number, such as {@code EUR} or {@code %} */
    public AmountField(String label, String unit, @Nullable BigDecimal value) {
        super(label);
        Span suffix = new Span(unit);
        suffix.addClassName("kp-quiet");
        setSuffixComponent(suffix);
        addClassName("kp-amount");
        getElement().setAttribute("inputmode", "decimal");
        if (value != null) {
            setValue(Formats.here().number(value));
        }
        addValueChangeListener(change -> understood());
    }

    private void understood() {
        boolean wrong = !isEmpty() && amount().isEmpty();
        setErrorMessage(wrong ? getTranslation("amount.not-a-number") : null);
        setInvalid(wrong);
        amount().ifPresent(amount -> setValue(Formats.here().number(amount)));
    }

    /** The number typed; empty where nothing was typed or what was typed is no number. */
    public Optional<BigDecimal> amount() {
        return Amounts.read(getValue(), UI.getCurrent().getLocale());
    }

    /** Whether something was typed that is no number. */
    public boolean unreadable() {
        return !isEmpty() && amount().isEmpty();
    }
}
