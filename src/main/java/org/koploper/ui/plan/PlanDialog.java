package org.koploper.ui.plan;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.commission.document.PlanFault;
import org.koploper.commission.document.PlanText;
import org.koploper.commission.engine.Component;
import org.koploper.people.Organisation;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.FormDialog;

/** Makes a plan with its first version. */
class PlanDialog extends FormDialog {

    private static final List<String> USUAL = List.of("EUR", "GBP", "USD", "CHF");

    private final Plans plans;
    private final Consumer<PlanRef> after;
    private final TextField name = new TextField(getTranslation("plans.name"));
    private final TextField externalId = new TextField(getTranslation("plans.external-id"));
    private final Select<String> currency = new Select<>();
    private final DatePicker from = Dates.field(getTranslation("plans.first-day"));
    private final DatePicker to = Dates.field(getTranslation("plans.last-day"));
    private final RuleForm rule;
    private boolean ownId;

    PlanDialog(Plans plans, Organisation organisation, LocalDate today, Consumer<PlanRef> after) {
        super("plans.new", "plans.create");
        this.plans = plans;
        this.after = after;
        String house = organisation.currency().map(Currency::getCurrencyCode).orElse("EUR");
        rule = new RuleForm(Currency.getInstance(house), null);
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        name.addValueChangeListener(change -> propose());
        externalId.setHelperText(getTranslation("plans.external-id-hint"));
        externalId.addValueChangeListener(change -> ownId = ownId || change.isFromClient());
        currency.setLabel(getTranslation("plans.currency"));
        currency.setItems(
                Stream.concat(Stream.of(house), USUAL.stream()).distinct().toList());
        currency.setValue(house);
        from.setValue(today.withDayOfMonth(1));
        from.setRequiredIndicatorVisible(true);
        to.setHelperText(getTranslation("plans.last-day-hint"));
        ask(name, externalId, currency, from, to, rule);
    }

    private void propose() {
        if (!ownId) {
            externalId.setValue(ShortName.of(name.getValue()));
        }
    }

    @Override
    protected void submit() {
        Optional<Component> component = rule.component();
        String missing = getTranslation("plan.problem.missing");
        boolean filled = Faults.isFilled(from, missing) & Faults.isFilled(name, missing);
        to.setInvalid(false);
        externalId.setInvalid(false);
        if (!filled || component.isEmpty()) {
            return;
        }
        PlanRef plan;
        try {
            plan = plans.create(
                    externalId.getValue(),
                    name.getValue(),
                    Currency.getInstance(Objects.requireNonNull(currency.getValue())),
                    from.getValue(),
                    to.getValue(),
                    PlanText.of(List.of(component.get())));
        } catch (PlanFault fault) {
            if (!Faults.show(fault, Map.of("name", name, "externalId", externalId, "from", from, "to", to))) {
                rule.refuse(fault);
            }
            return;
        }
        close();
        after.accept(plan);
    }
}
