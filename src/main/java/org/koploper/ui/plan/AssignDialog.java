package org.koploper.ui.plan;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import java.util.Map;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.commission.document.PlanFault;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.FormDialog;

/** Puts a person or a team on a plan. */
class AssignDialog extends FormDialog {

    private final Plans plans;
    private final PlanRef plan;
    private final Runnable after;
    private final RadioButtonGroup<Boolean> byTeam = new RadioButtonGroup<>(getTranslation("plans.who"));
    private final ComboBox<PersonRef> person = new ComboBox<>(getTranslation("plans.person"));
    private final ComboBox<TeamRef> team = new ComboBox<>(getTranslation("plans.team"));
    private final DatePicker from = Dates.field(getTranslation("plans.first-day"));
    private final DatePicker to = Dates.field(getTranslation("plans.last-day"));

    AssignDialog(Plans plans, Directory directory, PlanRef plan, LocalDate today, Runnable after) {
        super("plans.assign-title", "plans.save", plan.name());
        this.plans = plans;
        this.plan = plan;
        this.after = after;
        byTeam.setItems(false, true);
        byTeam.setItemLabelGenerator(yes -> getTranslation(yes ? "plans.who.team" : "plans.who.person"));
        byTeam.setValue(false);
        byTeam.addValueChangeListener(change -> choose());
        person.setItems(directory.people());
        person.setItemLabelGenerator(PersonRef::name);
        team.setItems(directory.teams());
        team.setItemLabelGenerator(TeamRef::name);
        team.setHelperText(getTranslation("plans.team-hint"));
        from.setValue(today.withDayOfMonth(1));
        from.setRequiredIndicatorVisible(true);
        to.setHelperText(getTranslation("plans.last-day-hint"));
        ask(byTeam, person, team, from, to);
        choose();
    }

    private void choose() {
        person.setVisible(!byTeam.getValue());
        team.setVisible(byTeam.getValue());
    }

    @Override
    protected void submit() {
        String missing = getTranslation("plan.problem.missing");
        boolean someone = byTeam.getValue() ? Faults.isFilled(team, missing) : Faults.isFilled(person, missing);
        to.setInvalid(false);
        if (!Faults.isFilled(from, missing) || !someone) {
            return;
        }
        try {
            if (byTeam.getValue()) {
                plans.assignTeam(plan.id(), team.getValue().id(), from.getValue(), to.getValue());
            } else {
                plans.assign(plan.id(), person.getValue().id(), from.getValue(), to.getValue());
            }
        } catch (PlanFault fault) {
            if (!Faults.show(fault, Map.of("from", from, "to", to))) {
                Faults.say(from, PlanWords.of(fault));
            }
            return;
        }
        close();
        after.run();
    }
}
