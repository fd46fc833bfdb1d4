package org.koploper.ui.effort;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.period.Period;
import org.koploper.ui.kit.AnyPeriodPicker;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.Focus;
import org.koploper.ui.kit.Skeleton;
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

    private Select<String> team(EffortState state, List<TeamRef> teams) {
        Select<String> select = new Select<>();
        select.setLabel(getTranslation("board.team"));
        select.setId("effort-team");
        select.addClassName("kp-choice");
        List<String> ids = new ArrayList<>(List.of(""));
        teams.forEach(team -> ids.add(team.externalId()));
        select.setItems(ids);
        select.setItemLabelGenerator(id -> teams.stream()
                .filter(team -> team.externalId().equals(id))
                .map(TeamRef::name)
                .findFirst()
                .orElse(getTranslation("effort.everybody")));
        select.setValue(state.team() == null ? "" : state.team().externalId());
        select.addValueChangeListener(chosen -> {
            change.accept(address -> address.with("week", null)
                    .with("rep", null)
                    .with("team", chosen.getValue().isEmpty() ? null : chosen.getValue()));
            Focus.stayOn("effort-team");
        });
        return select;
    }

    private ComboBox<PersonRef> person(EffortState state, PersonRef self, List<PersonRef> below) {
        ComboBox<PersonRef> field = new ComboBox<>(getTranslation("column.person"));
        field.setId("effort-rep");
        List<PersonRef> all = new ArrayList<>(List.of(self));
        all.addAll(below);
        field.setItems(all);
        field.setItemLabelGenerator(
                person -> person.equals(self) ? getTranslation("effort.myself", person.name()) : person.name());
        field.setPlaceholder(getTranslation("effort.together"));
        field.setClearButtonVisible(true);
        field.setValue(state.person());
        field.addValueChangeListener(chosen -> {
            change.accept(address -> address.with("week", null)
                    .with("team", null)
                    .with(
                            "rep",
                            chosen.getValue() == null ? null : chosen.getValue().externalId()));
            Focus.stayOn("effort-rep");
        });
        return field;
    }
}
