package org.koploper.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.Band;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.Formats;

/** One tier: up to which amount, at which rate. Where it starts follows from the tier above. */
class TierRow extends Div {

    private final String unit;
    private final Span from = new Span();
    private final AmountField to;
    private final AmountField rate;
    private final Button remove;
    private boolean last;

    TierRow(
            String unit,
            @Nullable BigDecimal bound,
            @Nullable BigDecimal percent,
            Consumer<TierRow> removed,
            Runnable changed) {
        this.unit = unit;
        addClassName("kp-tier");
        getElement().setAttribute("role", "group");
        to = new AmountField(getTranslation("plans.tier-to"), unit, bound);
        rate = new AmountField(getTranslation("plans.rate"), "%", percent);
        to.addValueChangeListener(change -> changed.run());
        remove = new Button(getTranslation("plans.remove-tier"), click -> removed.accept(this));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        from.addClassName("kp-quiet");
        add(from, to, rate, remove);
    }

    /** @param start where the tier above ends; empty while nobody knows */
    void place(int number, Optional<BigDecimal> start, boolean isLast, boolean removable) {
        last = isLast;
        getElement().setAttribute("aria-label", getTranslation("plans.tier", number));
        from.setText(start.map(amount ->
                        getTranslation("plans.tier-from", Formats.here().number(amount), unit))
                .orElse(getTranslation("plans.tier", number)));
        to.setVisible(!isLast);
        remove.setVisible(removable);
        remove.setAriaLabel(getTranslation("plans.remove-tier-number", number));
    }

    Optional<BigDecimal> to() {
        return to.amount();
    }

    /** The tier from there on; empty when something has to be put right, which is said at its field. */
    Optional<Band> band(BigDecimal start) {
        Optional<BigDecimal> share = RuleForm.rate(rate);
        if (last) {
            return share.map(part -> new Band(start, null, part));
        }
        Optional<BigDecimal> end = to.amount().filter(amount -> amount.compareTo(start) > 0);
        if (end.isEmpty()) {
            to.setErrorMessage(getTranslation("plans.tier-empty", Formats.here().number(start)));
            to.setInvalid(true);
            to.focus();
            return Optional.empty();
        }
        to.setInvalid(false);
        return share.map(part -> new Band(start, end.get(), part));
    }

    void refuse(boolean aboutRate, String words) {
        AmountField field = aboutRate ? rate : to;
        field.setErrorMessage(words);
        field.setInvalid(true);
        field.focus();
    }
}
