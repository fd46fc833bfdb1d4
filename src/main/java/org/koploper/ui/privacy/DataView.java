package org.koploper.ui.privacy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.Role;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.privacy.Erasure;
import org.koploper.privacy.PersonFiles;
import org.koploper.privacy.Retention;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/** What is kept about somebody: as a file, erased after they left, and for how long. */
@Route("admin/data")
@RolesAllowed({"ADMIN", "FINANCE"})
class DataView extends Screen implements BeforeEnterObserver {

    private static final String PERSON = "person";

    private final PersonFiles files;
    private final Erasure erasure;
    private final Directory directory;
    private final Clock clock;
    private final ComboBox<PersonRef> choice = new ComboBox<>(getTranslation("data.person"));
    private final Div about = new Div();
    private Address address = Address.of(new Location(""));

    DataView(PersonFiles files, Erasure erasure, Directory directory, Retention retention, Clock clock) {
        this.files = files;
        this.erasure = erasure;
        this.directory = directory;
        this.clock = clock;
        choice.setItemLabelGenerator(PersonRef::name);
        choice.setClearButtonVisible(true);
        choice.addClassName("kp-person-choice");
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                show(Optional.ofNullable(change.getValue()));
            }
        });
        Div toolbar = new Div(choice);
        toolbar.addClassName("kp-toolbar");
        about.addClassName("kp-related");
        add(new Paragraph(getTranslation("data.intro")), toolbar, about, new RetentionTable(retention, clock));
    }

    private void show(Optional<PersonRef> person) {
        UI.getCurrent()
                .navigate(
                        DataView.class,
                        address.with(PERSON, person.map(PersonRef::externalId).orElse(null))
                                .query());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(event.getLocation());
        List<PersonRef> people = directory.people();
        choice.setItems(people);
        Optional<PersonRef> person = address.get(PERSON)
                .flatMap(asked -> people.stream()
                        .filter(one -> one.externalId().equals(asked))
                        .findFirst());
        choice.setValue(person.orElse(null));
        about.removeAll();
        person.ifPresent(this::tell);
    }

    private void tell(PersonRef person) {
        String title = getTranslation("data.file-about", person.name());
        String note = note();
        about.add(new Tile(
                title,
                new Paragraph(getTranslation(note)),
                new FileLink(
                        getTranslation("data.fetch"),
                        "koploper-" + person.externalId().replaceAll("[^A-Za-z0-9-]", "-") + "-" + LocalDate.now(clock),
                        out -> files.write(person.id(), PrivacyWords.file(person.name(), note, clock), out)),
                HeldTable.of("person-data", title, files.of(person.id()), clock)));
        if (Caller.now().has(Role.ADMIN)) {
            about.add(new EraseTile(erasure, person, () -> show(directory.person(person.id()))));
        }
    }

    private static String note() {
        CurrentUser user = Caller.now();
        boolean both = user.has(Role.ADMIN) && user.has(Role.FINANCE);
        return both ? "data.note-both" : user.has(Role.ADMIN) ? "data.note-admin" : "data.note-finance";
    }

    @Override
    public String heading() {
        return getTranslation("admin.data");
    }
}
