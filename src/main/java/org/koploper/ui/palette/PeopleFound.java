package org.koploper.ui.palette;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.koploper.access.PersonId;
import org.koploper.people.Directory;
import org.koploper.people.PeopleSearch;
import org.koploper.people.PersonRef;
import org.koploper.people.Reach;
import org.springframework.stereotype.Component;

/** The people whom the user may see, each leading to the statement, or to where administration keeps them. */
@Component
class PeopleFound implements PaletteSource {

    private final PeopleSearch search;
    private final Directory directory;
    private final Reach reach;

    PeopleFound(PeopleSearch search, Directory directory, Reach reach) {
        this.search = search;
        this.directory = directory;
        this.reach = reach;
    }

    @Override
    public Section section() {
        return Section.PEOPLE;
    }

    @Override
    public List<PaletteItem> find(String words, int most) {
        return search.find(words, most).stream()
                .flatMap(person -> item(person).stream())
                .toList();
    }

    @Override
    public Optional<PaletteItem> recall(String id) {
        return Stream.of(id)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> new PersonId(Long.parseLong(text)))
                .filter(reach::seesPerson)
                .findFirst()
                .flatMap(directory::person)
                .flatMap(this::item);
    }

    private Optional<PaletteItem> item(PersonRef person) {
        PersonId id = person.id();
        Optional<String> statement =
                Optional.of("statements/" + id).filter(address -> reach.seesPay(id) && Ways.isOpen(address));
        return statement
                .map(address -> item(person, "palette.statement", address))
                .or(() -> Ways.first(
                                Ways.with("records/people", "q", person.name()),
                                Ways.with("accounts", "q", person.name()),
                                "leaderboard?view=all")
                        .map(address -> item(person, "palette.person", address)));
    }

    private static PaletteItem item(PersonRef person, String about, String address) {
        return PaletteItem.to(person.id().toString(), person.name(), I18NProvider.translate(about), address);
    }
}
