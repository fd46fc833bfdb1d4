package org.koploper.ui.plan;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import java.util.Map;
import org.koploper.commission.PlanBook.Who;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.commission.document.PlanFault;
import org.koploper.people.Directory;
import org.koploper.people.JobRoles;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.FormDialog;

/** Puts a person, a team or a job role on a plan. */
class AssignDialog extends FormDialog {

    private final Plans plans;
    private final PlanRef plan;
    private final Runnable after;
    private final RadioButtonGroup<Who> who = new RadioButtonGroup<>(getTranslation("plans.who"));
    private final ComboBox<PersonRef> person = new ComboBox<>(getTranslation("plans.person"));
    private final ComboBox<TeamRef> team = new ComboBox<>(getTranslation("plans.team"));
    private final ComboBox<String> role = new ComboBox<>(getTranslation("plans.job-role"));
    private final DatePicker from = Dates.field(getTranslation("plans.first-day"));
    private final DatePicker to = Dates.field(getTranslation("plans.last-day"));

    AssignDialog(Plans plans, Directory directory, JobRoles roles, PlanRef plan, LocalDate today, Runnable after) {
        super("plans.assign-title", "plans.save", plan.name());
        this.plans = plans;
        this.plan = plan;
        this.after = after;
        who.setItems(Who.values());
        who.setItemLabelGenerator(PlanWords::who);
        who.setValue(Who.PERSON);
        who.addValueChangeListener(change -> choose());
        person.setItems(directory.people());
        person.setItemLabelGenerator(PersonRef::name);
        team.setItems(directory.teams());
        team.setItemLabelGenerator(TeamRef::name);
        team.setHelperText(getTranslation("plans.team-hint"));
        role.setItems(roles.names());
        role.setHelperText(getTranslation("plans.job-role-hint"));
        from.setValue(today.withDayOfMonth(1));
        from.setRequiredIndicatorVisible(true);
        to.setHelperText(getTranslation("plans.last-day-hint"));
        ask(who, person, team, role, from, to);
        choose();
    }

    private void choose() {
        person.setVisible(who.getValue() == Who.PERSON);
        team.setVisible(who.getValue() == Who.TEAM);
        role.setVisible(who.getValue() == Who.JOB_ROLE);
    }

    @Override
    protected void submit() {
        String missing = getTranslation("plan.problem.missing");
        boolean someone = switch (who.getValue()) {
            case PERSON -> Faults.isFilled(person, missing);
            case TEAM -> Faults.isFilled(team, missing);
            case JOB_ROLE -> Faults.isFilled(role, missing);
        };
        to.setInvalid(false);
        if (!Faults.isFilled(from, missing) || !someone) {
            return;
        }
        try {
            assign();
        } catch (PlanFault fault) {
            if (!Faults.show(fault, Map.of("from", from, "to", to, "jobRole", role))) {
                Faults.say(from, PlanWords.of(fault));
            }
            return;
        }
        close();
        after.run();
    }

    private void assign() {
        switch (who.getValue()) {
            case PERSON -> plans.assign(plan.id(), person.getValue().id(), from.getValue(), to.getValue());
            case TEAM -> plans.assignTeam(plan.id(), team.getValue().id(), from.getValue(), to.getValue());
            case JOB_ROLE -> plans.assignJobRole(plan.id(), role.getValue(), from.getValue(), to.getValue());
        }
    }
}
