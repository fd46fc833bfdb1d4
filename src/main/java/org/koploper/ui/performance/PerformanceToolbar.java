package org.koploper.ui.performance;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
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

/** Whose performance, and over which days. Tells every choice as a change of the address. */
class PerformanceToolbar extends Div {

    private static final String TEAM = "performance-team";

    /** @param people whom the reader may choose; none: nobody is offered */
    PerformanceToolbar(
            PerformanceState state,
            List<TeamRef> teams,
            List<PersonRef> people,
            LocalDate today,
            AsOfStamp stamp,
            Consumer<UnaryOperator<Address>> change) {
        addClassName("kp-toolbar");
        Skeleton.before(this);
        ComboBox<TeamRef> team = new ComboBox<>(getTranslation("board.team"));
        team.setItems(teams);
        team.setItemLabelGenerator(TeamRef::name);
        team.setPlaceholder(getTranslation("performance.organisation"));
        team.setValue(state.team());
        team.setId(TEAM);
        team.setClearButtonVisible(true);
        team.addValueChangeListener(chosen -> {
            TeamRef one = chosen.getValue();
            change.accept(address -> address.with("rep", null).with("team", one == null ? null : one.externalId()));
            Focus.stayOn(TEAM);
        });
        add(team);
        if (!people.isEmpty()) {
            add(new PersonChoice(
                    "performance-rep",
                    people,
                    getTranslation("effort.together"),
                    state.person(),
                    person ->
                            change.accept(address -> address.with("team", null).with("rep", person))));
        }
        add(
                new AnyPeriodPicker(
                        state.period(), today, period -> change.accept(address -> address.with("p", period.key()))),
                stamp);
    }
}
