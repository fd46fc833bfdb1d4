package org.koploper.ui.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.ui.kit.AnyPeriodPicker;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.Focus;
import org.koploper.ui.kit.PersonChoice;
import org.koploper.ui.kit.Skeleton;
import org.koploper.ui.shell.Address;

/** Whose numbers, and of when. Tells every choice as a change of the address. */
class DashboardToolbar extends Div {

    private static final String TEAM = "dashboard-team";
    private static final String PERSON = "dashboard-rep";

    private final Consumer<UnaryOperator<Address>> change;

    /** @param people who can be held against their team; of none there is nothing to choose */
    DashboardToolbar(
            DashboardState state,
            List<TeamRef> teams,
            List<PersonRef> people,
            LocalDate today,
            AsOfStamp stamp,
            Consumer<UnaryOperator<Address>> change) {
        this.change = change;
        addClassName("kp-toolbar");
        Skeleton.before(this);
        if (teams.size() > 1) {
            add(team(state, teams));
        }
        if (!people.isEmpty()) {
            add(person(state, people));
        }
        add(
                new AnyPeriodPicker(
                        state.period(),
                        today,
                        DashboardState.KINDS,
                        period -> change.accept(address -> address.with("p", period.key()))),
                stamp);
    }

    private Select<TeamRef> team(DashboardState state, List<TeamRef> teams) {
        Select<TeamRef> select = new Select<>();
        select.setLabel(getTranslation("board.team"));
        select.setId(TEAM);
        select.addClassName("kp-choice");
        select.setItems(teams);
        select.setItemLabelGenerator(TeamRef::name);
        select.setValue(state.team());
        select.addValueChangeListener(chosen -> {
            change.accept(address ->
                    address.with("rep", null).with("team", chosen.getValue().externalId()));
            Focus.stayOn(TEAM);
        });
        return select;
    }

    private PersonChoice person(DashboardState state, List<PersonRef> people) {
        PersonRef now = people.stream()
                .filter(person -> person.externalId().equals(state.person()))
                .findFirst()
                .orElse(null);
        return new PersonChoice(
                PERSON,
                people,
                getTranslation("dashboard.nobody"),
                now,
                person -> change.accept(address -> address.with("rep", person)));
    }
}
