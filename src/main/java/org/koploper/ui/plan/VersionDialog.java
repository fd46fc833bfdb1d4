package org.koploper.ui.plan;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.koploper.commission.PlanBook.Page;
import org.koploper.commission.PlanFault;
import org.koploper.commission.PlanText;
import org.koploper.commission.Plans;
import org.koploper.commission.engine.Component;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.FormDialog;

/** Writes the next version of a plan, starting from what the last one says. */
class VersionDialog extends FormDialog {

    private final Plans plans;
    private final Page page;
    private final Runnable after;
    private final DatePicker from = Dates.field(getTranslation("plans.first-day"));
    private final DatePicker to = Dates.field(getTranslation("plans.last-day"));
    private final List<RuleForm> rules = new ArrayList<>();

    VersionDialog(Plans plans, Page page, LocalDate today, Runnable after) {
        super("plans.version-title", "plans.save", page.plan().name());
        this.plans = plans;
        this.page = page;
        this.after = after;
        from.setValue(today.withDayOfMonth(1).plusMonths(1));
        from.setRequiredIndicatorVisible(true);
        to.setHelperText(getTranslation("plans.last-day-hint"));
        if (page.versions().isEmpty()) {
            rules.add(new RuleForm(page.plan().currency(), null));
        } else {
            page.versions()
                    .getFirst()
                    .terms()
                    .components()
                    .forEach(component -> rules.add(new RuleForm(page.plan().currency(), component)));
        }
        ask(new Paragraph(getTranslation("plans.version-text")), from, to);
        rules.forEach(this::ask);
    }

    @Override
    protected void submit() {
        List<Component> components = new ArrayList<>();
        rules.forEach(rule -> rule.component().ifPresent(components::add));
        to.setInvalid(false);
        if (!Faults.isFilled(from, getTranslation("plan.problem.missing")) || components.size() < rules.size()) {
            return;
        }
        try {
            plans.addVersion(page.plan().id(), from.getValue(), to.getValue(), PlanText.of(components));
        } catch (PlanFault fault) {
            if (!Faults.show(fault, Map.of("from", from, "to", to))) {
                part(fault).refuse(fault);
            }
            return;
        }
        close();
        after.run();
    }

    private RuleForm part(PlanFault fault) {
        for (int i = 0; i < rules.size(); i++) {
            if (fault.path().startsWith("components[" + i + "]")) {
                return rules.get(i);
            }
        }
        return rules.getFirst();
    }
}
