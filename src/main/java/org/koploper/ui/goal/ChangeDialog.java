package org.koploper.ui.goal;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import org.koploper.kpi.GoalDesk;
import org.koploper.kpi.GoalDetail;
import org.koploper.kpi.GoalShape;
import org.koploper.kpi.GoalTerms;
import org.koploper.kpi.KpiUnit;
import org.koploper.records.RecordConflict;
import org.koploper.records.RecordRefused;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.FormDialog;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.records.Refused;

/** Changes a running goal, with the reason: what it was stays visible. */
class ChangeDialog extends FormDialog {

    private final GoalDesk desk;
    private final GoalDetail goal;
    private final Runnable after;
    private final boolean share;
    private final AmountField target;
    private final DatePicker to = Dates.field(getTranslation("field.to"));
    private final Select<GoalShape> shape = new Select<>();
    private final TextField reason = new TextField(getTranslation("records.reason"));
    private final Paragraph refusal = new Paragraph();

    ChangeDialog(GoalDesk desk, GoalDetail goal, Runnable after) {
        super("goal.change-title", "goal.change-now", goal.stand().agreed().name());
        this.desk = desk;
        this.goal = goal;
        this.after = after;
        GoalTerms terms = goal.stand().agreed().terms();
        share = terms.kpi().unit() == KpiUnit.RATIO;
        target = new AmountField(
                getTranslation("column.target"),
                share ? "%" : terms.currency() == null ? "" : terms.currency(),
                share ? terms.target().movePointRight(2) : terms.target());
        to.setValue(terms.period().to());
        to.setMin(terms.period().from());
        shape.setLabel(getTranslation("field.curve"));
        shape.setItems(GoalShape.values());
        shape.setItemLabelGenerator(GoalWords::shape);
        shape.setValue(terms.shape());
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(GoalDesk.LONGEST);
        refusal.addClassName("kp-bad");
        refusal.getElement().setAttribute("role", "alert");
        ask(new Paragraph(getTranslation("goal.change-text")), target, to, shape, reason, refusal);
    }

    @Override
    protected void submit() {
        reason.setInvalid(reason.isEmpty());
        reason.setErrorMessage(getTranslation("confirm.why-missing"));
        if (target.amount().isEmpty() || to.getValue() == null || reason.isEmpty()) {
            return;
        }
        BigDecimal typed = target.amount().get();
        try {
            desk.change(
                    goal.stand().externalId(),
                    goal.stand().agreed().version(),
                    share ? typed.movePointLeft(2) : typed,
                    to.getValue(),
                    shape.getValue(),
                    reason.getValue());
            close();
            UndoToast.say(getTranslation("goal.changed"));
            after.run();
        } catch (RecordRefused refused) {
            refusal.setText(Refused.sentence(refused.issues().getFirst()));
        } catch (RecordConflict conflict) {
            refusal.setText(getTranslation("goal.conflict"));
        }
    }
}
