package org.koploper.ui.effort;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.intake.Freshness.Numbers;
import org.koploper.kpi.Effort;
import org.koploper.kpi.EffortBook;
import org.koploper.kpi.EffortStarts;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamId;
import org.koploper.people.TeamRef;
import org.koploper.ui.effort.CompareTile.Side;
import org.koploper.ui.kit.AsOf;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.records.WeekForms;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Guarded;
import org.koploper.ui.shell.Screen;

/**
 * From effort to result: the own weeks, to be written down here too; for who manages, those of the people below, of a team or
 * of everybody together.
 */
@Route(EffortView.SCREEN)
@RolesAllowed({"REP", "MANAGER"})
class EffortView extends Screen implements BeforeEnterObserver {

    static final String SCREEN = "effort";

    /** How long after the first day somebody is held against earlier starters. */
    private static final int NEW_FOR_WEEKS = 52;

    private final EffortBook book;
    private final EffortStarts starts;
    private final WeekForms forms;
    private final Directory directory;
    private final Clock clock;
    private final AsOfStamp stamp;
    private final PersonRef self;
    private final Div results = new Div();
    private Address address = Address.NONE;
    private @Nullable EffortState state;

    EffortView(EffortBook book, EffortStarts starts, WeekForms forms, Directory directory, AsOf asOf, Clock clock) {
        this.book = book;
        this.starts = starts;
        this.forms = forms;
        this.directory = directory;
        this.clock = clock;
        this.stamp = asOf.stamp(Numbers.EFFORT);
        this.self = directory.person(Caller.now().self()).orElseThrow();
        results.addClassName("kp-cards");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(event.getLocation());
        LocalDate today = LocalDate.now(clock);
        List<PersonRef> below = below();
        List<TeamRef> teams = below.isEmpty() ? List.of() : teams(today);
        EffortState read = EffortState.read(address, self, below, teams, today);
        state = read;
        removeAll();
        if (read.own()) {
            add(forms.of(self, read.week(), this::toWeek, this::show));
        }
        add(new EffortToolbar(read, self, below, teams, ownWeek(read), today, stamp, this::go), results);
        show();
    }

    private List<PersonRef> below() {
        return directory.peopleBelow(self.id(), LocalDate.now(clock));
    }

    /** The own team and those below it. */
    private List<TeamRef> teams(LocalDate today) {
        Set<TeamId> own = directory
                .teamOf(self.id(), today)
                .map(team -> directory.below(team.id()))
                .orElse(Set.of());
        return directory.teams().stream()
                .filter(team -> own.contains(team.id()))
                .toList();
    }

    private String ownWeek(EffortState read) {
        return to(address.with("rep", null)
                .with("team", null)
                .with("week", read.week().toString()));
    }

    private void toWeek(LocalDate monday) {
        go(now -> now.with("week", monday.toString()));
    }

    private void go(UnaryOperator<Address> change) {
        UI.getCurrent().navigate(EffortView.class, change.apply(address).query());
    }

    private static String to(Address there) {
        String query = there.query().getQueryString();
        return query.isEmpty() ? SCREEN : SCREEN + "?" + query;
    }

    /** Whether something is open, and what is asked of the forecast, without a step that the back button would have to undo. */
    private void remember(String name, @Nullable String value) {
        address = address.with(name, value);
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(SCREEN, address.query()));
    }

    private void show() {
        EffortState now = Objects.requireNonNull(state);
        Effort effort = effort(now);
        stamp.at(clock.instant());
        results.removeAll();
        if (effort.weeks().isEmpty()) {
            results.add(
                    now.own()
                            ? new EmptyState(getTranslation("effort.empty"), getTranslation("effort.empty-text"))
                            : new EmptyState(
                                    getTranslation("effort.empty-others"), getTranslation("effort.empty-others-text")));
        } else {
            fill(now, effort);
        }
        List<PersonRef> below = below();
        if (!below.isEmpty()) {
            results.add(Guarded.card("effort.compare", () -> compare(now, below)));
        }
        if (!effort.weeks().isEmpty()) {
            results.add(Guarded.card(
                    "effort.lines", () -> wide("effort.lines", new WeekLines(effort.weeks(), LocalDate.now(clock)))));
        }
        starts(now).ifPresent(results::add);
        results.add(new Terms());
    }

    private Effort effort(EffortState now) {
        if (now.person() != null) {
            return book.of(now.person().id(), now.period());
        }
        return now.team() == null
                ? book.together(now.period())
                : book.ofTeam(now.team().id(), now.period());
    }

    private void fill(EffortState now, Effort effort) {
        results.add(
                wide("effort.ratios", new Ratios(effort)),
                wide("effort.funnel-title", new Funnel(effort.totals())),
                Guarded.card("effort.forecast", () -> new ForecastTile(effort, address, this::remember)),
                wide(
                        "effort.weeks",
                        new ExportedList(
                                new WeekTable(
                                        effort,
                                        now.own() ? monday -> to(address.with("week", monday.toString())) : null),
                                () -> WeekTable.extract(effort, heading(), clock))));
        if (now.person() == null) {
            results.add(wide(
                    "effort.people",
                    new ExportedList(
                            new PeopleTable(
                                    effort,
                                    person -> to(address.with("team", null).with("rep", person.externalId()))),
                            () -> PeopleTable.extract(effort, heading(), clock))));
        }
    }

    private Tile wide(String title, Component content) {
        Tile tile = new Tile(getTranslation(title), content);
        tile.addClassName("kp-wide");
        return tile;
    }

    /** Only of one person, while they are new. */
    private Optional<StartTile> starts(EffortState now) {
        PersonRef person = now.person();
        LocalDate earliest = LocalDate.now(clock).minusWeeks(NEW_FOR_WEEKS);
        return person == null
                ? Optional.empty()
                : starts.of(person.id())
                        .filter(curve -> curve.firstDay().isAfter(earliest))
                        .map(curve -> new StartTile(person.name(), curve));
    }

    private CompareTile compare(EffortState now, List<PersonRef> below) {
        List<PersonRef> people = Stream.concat(Stream.of(self), below.stream()).toList();
        Optional<Side> first = side(now, people, "first")
                .or(() -> Optional.ofNullable(now.person()).map(person -> side(now, person)));
        return new CompareTile(
                people,
                first.orElse(null),
                side(now, people, "with").orElse(null),
                (name, id) -> go(there -> there.with(name, id)));
    }

    private Optional<Side> side(EffortState now, List<PersonRef> people, String name) {
        return address.get(name)
                .flatMap(id -> people.stream()
                        .filter(person -> person.externalId().equals(id))
                        .findFirst())
                .map(person -> side(now, person));
    }

    private Side side(EffortState now, PersonRef person) {
        return new Side(person, book.of(person.id(), now.period()).totals());
    }

    @Override
    public String heading() {
        EffortState now = state;
        if (now == null || now.own()) {
            return getTranslation("effort.heading");
        }
        return getTranslation(
                "effort.heading-of",
                now.person() != null
                        ? now.person().name()
                        : now.team() != null ? now.team().name() : getTranslation("effort.everybody"));
    }
}
