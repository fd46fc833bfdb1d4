package org.koploper.ui.plan;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import org.koploper.commission.PlanBook.Assigned;
import org.koploper.commission.PlanFault;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.FormDialog;

/** Takes a person or a team off a plan, from a day on. */
class EndDialog extends FormDialog {

    private final Plans plans;
    private final Assigned one;
    private final Runnable after;
    private final DatePicker last = Dates.field(getTranslation("plans.last-day"));

    EndDialog(Plans plans, PlanRef plan, Assigned one, LocalDate today, Runnable after) {
        super("plans.end-title", "plans.end", one.name(), plan.name());
        this.plans = plans;
        this.one = one;
        this.after = after;
        last.setValue(today.withDayOfMonth(today.lengthOfMonth()));
        last.setRequiredIndicatorVisible(true);
        ask(new Paragraph(getTranslation("plans.end-text")), last);
    }

    @Override
    protected void submit() {
        if (!Faults.isFilled(last, getTranslation("plan.problem.missing"))) {
            return;
        }
        try {
            plans.end(one.id(), last.getValue());
        } catch (PlanFault fault) {
            Faults.say(last, PlanWords.of(fault));
            return;
        }
        close();
        after.run();
    }
}
