package org.koploper.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.document.PlanFault;
import org.koploper.commission.engine.Accumulate;
import org.koploper.commission.engine.Band;
import org.koploper.commission.engine.Boundary;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.FlatRate;
import org.koploper.commission.engine.TierRule;
import org.koploper.ui.kit.AmountField;

/**
 * One part of a plan to fill in: a flat rate, or tiers below each other. A tier starts where the one above ends, so there
 * can be no gap and no overlap.
 */
class RuleForm extends Div {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_DIGITS = 2;

    private final String unit;
    private final TextField name = new TextField(getTranslation("plans.part"));
    private final RadioButtonGroup<Boolean> tiered = new RadioButtonGroup<>(getTranslation("plans.how"));
    private final Select<Accumulate> accumulate = new Select<>();
    private final AmountField flat;
    private final Div tiers = new Div();
    private final Div rows = new Div();
    private final Paragraph refusal = new Paragraph();
    private final List<TierRow> bands = new ArrayList<>();
    private final Boundary boundary;

    RuleForm(Currency currency, @Nullable Component present) {
        unit = currency.getCurrencyCode();
        flat = new AmountField(getTranslation("plans.rate"), "%", null);
        boundary = present != null && present.rule() instanceof TierRule known ? known.boundary() : Boundary.UPPER;
        addClassName("kp-form");
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(getTranslation("plans.part-hint"));
        name.setValue(present == null ? getTranslation("plans.part-default") : present.name());
        tiered.setItems(false, true);
        tiered.setItemLabelGenerator(yes -> getTranslation(yes ? "plans.how.tiers" : "plans.how.flat"));
        tiered.addValueChangeListener(change -> choose(change.getValue()));
        accumulate.setLabel(getTranslation("plans.accumulate"));
        accumulate.setItems(Accumulate.YEAR, Accumulate.QUARTER, Accumulate.MONTH, Accumulate.NONE);
        accumulate.setItemLabelGenerator(value -> getTranslation(PlanWords.key(value)));
        accumulate.setValue(Accumulate.YEAR);
        Button more = new Button(getTranslation("plans.add-tier"), click -> add(null, null));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        refusal.addClassName("kp-bad");
        refusal.getElement().setAttribute("role", "alert");
        tiers.add(accumulate, new H3(getTranslation("plans.tiers")), rows, more);
        tiers.addClassName("kp-form");
        add(name, tiered, flat, tiers, refusal);
        fill(present);
    }

    private void fill(@Nullable Component present) {
        switch (present == null ? null : present.rule()) {
            case TierRule known -> {
                accumulate.setValue(known.accumulate());
                known.bands().forEach(band -> add(band.to(), percent(band.rate())));
                tiered.setValue(true);
            }
            case FlatRate known -> {
                flat.setValue(org.koploper.ui.kit.Formats.here().number(percent(known.rate())));
                tiered.setValue(false);
            }
            case null, default -> tiered.setValue(false);
        }
        while (bands.size() < 2) {
            add(null, null);
        }
        choose(tiered.getValue());
    }

    private static BigDecimal percent(BigDecimal rate) {
        return rate.movePointRight(PERCENT_DIGITS);
    }

    private void choose(boolean byTiers) {
        flat.setVisible(!byTiers);
        tiers.setVisible(byTiers);
    }

    private void add(@Nullable BigDecimal to, @Nullable BigDecimal percent) {
        TierRow row = new TierRow(unit, to, percent, this::remove, this::arrange);
        bands.add(row);
        rows.add(row);
        arrange();
    }

    private void remove(TierRow row) {
        bands.remove(row);
        rows.remove(row);
        arrange();
    }

    /** Every tier starts where the one above ends; the last one has no end. */
    private void arrange() {
        Optional<BigDecimal> from = Optional.of(BigDecimal.ZERO);
        for (int i = 0; i < bands.size(); i++) {
            TierRow row = bands.get(i);
            boolean last = i == bands.size() - 1;
            row.place(i + 1, from, last, bands.size() > 1);
            from = row.to().filter(to -> to.signum() > 0);
        }
    }

    /** What was filled in; empty when something has to be put right first, which is said at its field. */
    Optional<Component> component() {
        refusal.setText("");
        boolean right = true;
        if (name.getValue().isBlank()) {
            name.setErrorMessage(getTranslation("plan.problem.missing"));
            name.setInvalid(true);
            right = false;
        }
        if (!tiered.getValue()) {
            Optional<BigDecimal> rate = rate(flat);
            return right && rate.isPresent()
                    ? Optional.of(new Component(name.getValue().strip(), new FlatRate(rate.get())))
                    : Optional.empty();
        }
        List<Band> found = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (TierRow row : bands) {
            Optional<Band> band = row.band(from);
            right = band.isPresent() && right;
            if (band.isPresent()) {
                found.add(band.get());
                BigDecimal to = band.get().to();
                from = to == null ? from : to;
            } else {
                // a refused limit bounds nothing: the next tier is checked against the last good one
                BigDecimal start = from;
                from = row.to().filter(to -> to.compareTo(start) > 0).orElse(start);
            }
        }
        return right
                ? Optional.of(
                        new Component(name.getValue().strip(), new TierRule(accumulate.getValue(), boundary, found)))
                : Optional.empty();
    }

    /** A rate between nothing and everything, as a fraction; otherwise the field says what is wrong. */
    static Optional<BigDecimal> rate(AmountField field) {
        Optional<BigDecimal> percent = field.amount();
        boolean right = percent.filter(p -> p.signum() >= 0 && p.compareTo(HUNDRED) <= 0)
                .isPresent();
        if (!right) {
            field.setErrorMessage(field.getTranslation("plans.rate-wrong"));
            field.setInvalid(true);
            field.focus();
            return Optional.empty();
        }
        field.setInvalid(false);
        return percent.map(p -> p.movePointLeft(PERCENT_DIGITS));
    }

    /** Says what the plan itself refuses, at the field where there is one. */
    void refuse(PlanFault fault) {
        String words = PlanWords.of(fault);
        if (fault.path().endsWith(".name")) {
            name.setErrorMessage(words);
            name.setInvalid(true);
            name.focus();
            return;
        }
        for (int i = 0; i < bands.size(); i++) {
            if (fault.path().contains("bands[" + i + "]")) {
                bands.get(i).refuse(fault.path().endsWith(".rate"), words);
                return;
            }
        }
        if (fault.path().endsWith(".rate") && flat.isVisible()) {
            flat.setErrorMessage(words);
            flat.setInvalid(true);
            return;
        }
        refusal.setText(words);
    }
}
