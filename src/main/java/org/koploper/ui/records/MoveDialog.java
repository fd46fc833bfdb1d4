package org.koploper.ui.records;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDate;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.people.Transfers;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordRow;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.FormDialog;
import org.koploper.ui.kit.UndoToast;

/** Moves somebody to another team and manager from a day on; what was sold before stays with the team of then. */
class MoveDialog extends FormDialog {

    private final Directory directory;
    private final Transfers transfers;
    private final RecordRow person;
    private final Runnable moved;
    private final ComboBox<TeamRef> team = new ComboBox<>(getTranslation("field.team"));
    private final ComboBox<PersonRef> manager = new ComboBox<>(getTranslation("field.manager"));
    private final DatePicker from = Dates.field(getTranslation("teams.from"));

    MoveDialog(Directory directory, Transfers transfers, RecordRow person, Clock clock, Runnable moved) {
        super("teams.move-title", "teams.move", person.label());
        this.directory = directory;
        this.transfers = transfers;
        this.person = person;
        this.moved = moved;
        team.setItems(directory.teams());
        team.setItemLabelGenerator(TeamRef::name);
        manager.setItems(directory.people().stream()
                .filter(one -> !one.externalId().equals(person.externalId()))
                .toList());
        manager.setItemLabelGenerator(PersonRef::name);
        if (person.values().get("team") instanceof RecordRef now) {
            directory.teamByExternalId(now.externalId()).ifPresent(team::setValue);
        }
        if (person.values().get("manager") instanceof RecordRef now) {
            directory.personByExternalId(now.externalId()).ifPresent(manager::setValue);
        }
        from.setValue(LocalDate.now(clock));
        ask(new Paragraph(getTranslation("teams.move-text")), team, manager, from);
    }

    @Override
    protected void submit() {
        team.setInvalid(team.getValue() == null);
        manager.setInvalid(manager.getValue() == null);
        from.setInvalid(from.getValue() == null);
        if (team.isInvalid() || manager.isInvalid() || from.isInvalid()) {
            return;
        }
        try {
            Transfers.Moved move = transfers.move(
                    directory
                            .personByExternalId(person.externalId())
                            .orElseThrow()
                            .id(),
                    team.getValue().id(),
                    manager.getValue().id(),
                    from.getValue());
            close();
            moved.run();
            UndoToast.say(
                    getTranslation(
                            "teams.moved", person.label(), team.getValue().name()),
                    () -> undo(move));
        } catch (IllegalArgumentException circle) {
            manager.setErrorMessage(getTranslation("teams.circle", person.label()));
            manager.setInvalid(true);
        }
    }

    private void undo(Transfers.Moved move) {
        try {
            transfers.undo(move);
            moved.run();
            UndoToast.say(getTranslation("teams.move-undone", person.label()));
        } catch (IllegalStateException meanwhile) {
            UndoToast.say(getTranslation("records.not-undone"));
        }
    }
}
