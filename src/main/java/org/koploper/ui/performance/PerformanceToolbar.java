package org.koploper.ui.performance;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.ui.kit.AnyPeriodPicker;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.Focus;
import org.koploper.ui.kit.Skeleton;
import org.koploper.ui.shell.Address;

/** Whose performance, and over which days. Tells every choice as a change of the address. */
class PerformanceToolbar extends Div {

    private final Consumer<UnaryOperator<Address>> change;

    /** @param people whom the reader may choose; none: nobody is offered */
    PerformanceToolbar(
            PerformanceState state,
            List<TeamRef> teams,
            List<PersonRef> people,
            LocalDate today,
            AsOfStamp stamp,
            Consumer<UnaryOperator<Address>> change) {
        this.change = change;
        addClassName("kp-toolbar");
        Skeleton.before(this);
        ComboBox<TeamRef> team = new ComboBox<>(getTranslation("board.team"));
        team.setItems(teams);
        team.setItemLabelGenerator(TeamRef::name);
        team.setPlaceholder(getTranslation("performance.organisation"));
        team.setValue(state.team());
        choice(team, "team");
        team.addValueChangeListener(chosen -> chosen(
                "team",
                "rep",
                chosen.getValue() == null ? null : chosen.getValue().externalId()));
        add(team);
        if (!people.isEmpty()) {
            ComboBox<PersonRef> person = new ComboBox<>(getTranslation("column.person"));
            person.setItems(people);
            person.setItemLabelGenerator(PersonRef::name);
            person.setPlaceholder(getTranslation("effort.together"));
            person.setValue(state.person());
            choice(person, "rep");
            person.addValueChangeListener(chosen -> chosen(
                    "rep",
                    "team",
                    chosen.getValue() == null ? null : chosen.getValue().externalId()));
            add(person);
        }
        add(
                new AnyPeriodPicker(
                        state.period(), today, period -> change.accept(address -> address.with("p", period.key()))),
                stamp);
    }

    private static void choice(ComboBox<?> field, String name) {
        field.setId("performance-" + name);
        field.setClearButtonVisible(true);
    }

    private void chosen(String name, String other, @Nullable String id) {
        change.accept(address -> address.with(other, null).with(name, id));
        Focus.stayOn("performance-" + name);
    }
}
