package org.koploper.ui.commercial;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.ui.kit.AnyPeriodPicker;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.Focus;
import org.koploper.ui.kit.Skeleton;
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

    private Select<String> team(CommercialState state, List<TeamRef> teams) {
        Select<String> select = new Select<>();
        select.setLabel(getTranslation("board.team"));
        select.setId("commercial-team");
        select.addClassName("kp-choice");
        List<String> ids = new ArrayList<>(List.of(CommercialState.EVERYBODY));
        teams.forEach(team -> ids.add(team.externalId()));
        select.setItems(ids);
        select.setItemLabelGenerator(id -> teams.stream()
                .filter(team -> team.externalId().equals(id))
                .map(TeamRef::name)
                .findFirst()
                .orElse(getTranslation("commercial.organisation")));
        if (state.person() == null) {
            select.setValue(
                    state.team() == null
                            ? CommercialState.EVERYBODY
                            : state.team().externalId());
        }
        select.addValueChangeListener(chosen -> {
            change.accept(address -> address.with("rep", null).with("team", chosen.getValue()));
            Focus.stayOn("commercial-team");
        });
        return select;
    }

    private ComboBox<PersonRef> person(CommercialState state, PersonRef self, List<PersonRef> below) {
        ComboBox<PersonRef> field = new ComboBox<>(getTranslation("column.person"));
        field.setId("commercial-rep");
        List<PersonRef> all = new ArrayList<>(List.of(self));
        all.addAll(below);
        field.setItems(all);
        field.setItemLabelGenerator(
                person -> person.equals(self) ? getTranslation("effort.myself", person.name()) : person.name());
        field.setPlaceholder(getTranslation("effort.together"));
        field.setClearButtonVisible(true);
        field.setValue(state.person());
        field.addValueChangeListener(chosen -> {
            change.accept(address -> address.with(
                    "rep", chosen.getValue() == null ? null : chosen.getValue().externalId()));
            Focus.stayOn("commercial-rep");
        });
        return field;
    }
}
