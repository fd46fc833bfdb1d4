package org.koploper.ui.commercial;

import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.ui.kit.AnyPeriodPicker;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.PersonChoice;
import org.koploper.ui.kit.Skeleton;
import org.koploper.ui.kit.TeamChoice;
import org.koploper.ui.shell.Address;

/** Whose numbers, and of when. Tells every choice as a change of the address. */
class CommercialToolbar extends Div {

    private final Consumer<UnaryOperator<Address>> change;

    /** @param below whom the user may choose beside themselves; without any there is nothing to choose */
    CommercialToolbar(
            CommercialState state,
            PersonRef self,
            List<PersonRef> below,
            List<TeamRef> teams,
            LocalDate today,
            AsOfStamp stamp,
            Consumer<UnaryOperator<Address>> change) {
        this.change = change;
        addClassName("kp-toolbar");
        Skeleton.before(this);
        if (!below.isEmpty()) {
            add(team(state, teams), person(state, self, below));
        }
        add(
                new AnyPeriodPicker(
                        state.period(), today, period -> change.accept(address -> address.with("p", period.key()))),
                stamp);
    }

    private TeamChoice team(CommercialState state, List<TeamRef> teams) {
        String now =
                state.team() == null ? CommercialState.EVERYBODY : state.team().externalId();
        TeamChoice field = new TeamChoice(
                "commercial-team",
                teams,
                CommercialState.EVERYBODY,
                getTranslation("commercial.organisation"),
                state.person() == null ? now : null,
                team -> change.accept(address -> address.with("rep", null).with("team", team)));
        field.addClassName("kp-choice");
        return field;
    }

    private PersonChoice person(CommercialState state, PersonRef self, List<PersonRef> below) {
        return PersonChoice.withMyself(
                "commercial-rep",
                self,
                below,
                getTranslation("effort.together"),
                state.person(),
                person -> change.accept(address -> address.with("rep", person)));
    }
}
