package org.koploper.ui.effort;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.period.Period;
import org.koploper.ui.kit.AnyPeriodPicker;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.PersonChoice;
import org.koploper.ui.kit.Skeleton;
import org.koploper.ui.kit.TeamChoice;
import org.koploper.ui.shell.Address;

/** Whose weeks, and which. Tells every choice as a change of the address. */
class EffortToolbar extends Div {

    private final Consumer<UnaryOperator<Address>> change;

    /**
     * @param below whom the user may choose beside themselves; without any there is nothing to choose
     * @param ownWeek where the user writes down a week
     */
    EffortToolbar(
            EffortState state,
            PersonRef self,
            List<PersonRef> below,
            List<TeamRef> teams,
            String ownWeek,
            LocalDate today,
            AsOfStamp stamp,
            Consumer<UnaryOperator<Address>> change) {
        this.change = change;
        addClassName("kp-toolbar");
        Skeleton.before(this);
        if (!below.isEmpty()) {
            add(team(state, teams), person(state, self, below));
        }
        add(new AnyPeriodPicker(state.period(), today, this::period));
        if (!state.own()) {
            Anchor own = new Anchor(ownWeek, getTranslation("effort.own-week"));
            own.addClassName("kp-link-button");
            add(own);
        }
        add(stamp);
    }

    private void period(Period period) {
        change.accept(address -> address.with("from", period.from().toString())
                .with("to", period.to().toString()));
    }

    private TeamChoice team(EffortState state, List<TeamRef> teams) {
        TeamChoice field = new TeamChoice(
                "effort-team",
                teams,
                "",
                getTranslation("effort.everybody"),
                state.team() == null ? "" : state.team().externalId(),
                team -> change.accept(address ->
                        address.with("week", null).with("rep", null).with("team", team.isEmpty() ? null : team)));
        field.addClassName("kp-choice");
        return field;
    }

    private PersonChoice person(EffortState state, PersonRef self, List<PersonRef> below) {
        return PersonChoice.withMyself(
                "effort-rep",
                self,
                below,
                getTranslation("effort.together"),
                state.person(),
                person -> change.accept(
                        address -> address.with("week", null).with("team", null).with("rep", person)));
    }
}
