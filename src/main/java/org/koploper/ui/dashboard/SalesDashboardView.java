package org.koploper.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.intake.Freshness.Numbers;
import org.koploper.kpi.Compared;
import org.koploper.kpi.Dashboard;
import org.koploper.kpi.Dashboards;
import org.koploper.kpi.Goal;
import org.koploper.kpi.Goals;
import org.koploper.kpi.KpiScope;
import org.koploper.kpi.Meter;
import org.koploper.kpi.Metric;
import org.koploper.kpi.Spread;
import org.koploper.kpi.TeamDashboards;
import org.koploper.kpi.TeamNumbers;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.ui.chart.Unit;
import org.koploper.ui.kit.AsOf;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Guarded;
import org.koploper.ui.shell.Screen;

/**
 * The sales dashboard: four numbers of the team first, then of one person against it; for who manages also of everybody side by
 * side, and of teams. Who only sells sees the own numbers, and of the team what everybody may know.
 */
@Route(SalesDashboardView.SCREEN)
@RolesAllowed({"REP", "MANAGER"})
class SalesDashboardView extends Screen implements BeforeEnterObserver {

    static final String SCREEN = "team/numbers";

    private final Dashboards dashboards;
    private final TeamDashboards teamDashboards;
    private final Goals goals;
    private final Directory directory;
    private final Lists lists;
    private final Clock clock;
    private final AsOfStamp stamp;
    private final PersonRef self;
    private Address address = Address.NONE;
    private @Nullable DashboardState state;
    private @Nullable Listing<Compared<PersonRef>> matrix;
    private final Looked looked;

    SalesDashboardView(
            Dashboards dashboards,
            TeamDashboards teamDashboards,
            Goals goals,
            Directory directory,
            Lists lists,
            AsOf asOf,
            Clock clock) {
        this.dashboards = dashboards;
        this.teamDashboards = teamDashboards;
        this.goals = goals;
        this.directory = directory;
        this.lists = lists;
        this.clock = clock;
        this.stamp = asOf.stamp(Numbers.SALES);
        this.self = directory.person(Caller.now().self()).orElseThrow();
        this.looked = new Looked(clock, () -> go(Looked::without));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Location location = event.getLocation();
        Address before = address;
        address = Address.of(location);
        LocalDate today = LocalDate.now(clock);
        List<PersonRef> below = directory.peopleBelow(self.id(), today);
        List<TeamRef> teams = Teams.of(directory, self, below, today);
        DashboardState asked = DashboardState.read(address, teams, below.isEmpty() ? self.externalId() : null, today);
        Listing<Compared<PersonRef>> list = matrix;
        if (!asked.equals(state) || list == null) {
            state = asked;
            matrix = null;
            show(asked, teams, below, location);
        } else if (!to(Looked.without(before)).equals(to(Looked.without(address)))) {
            // only the order of the list is another
            list.show(location);
        }
        looked.show(address);
    }

    private void show(DashboardState now, List<TeamRef> teams, List<PersonRef> below, Location location) {
        stamp.at(clock.instant());
        TeamRef team = now.team();
        TeamNumbers numbers = team == null ? null : teamDashboards.people(team.id(), now.period());
        List<PersonRef> people = numbers == null || below.isEmpty()
                ? List.of()
                : numbers.people().stream().map(Compared::subject).toList();
        Optional<Compared<PersonRef>> person = numbers == null
                ? Optional.empty()
                : numbers.people().stream()
                        .filter(one -> one.subject().externalId().equals(now.person()))
                        .findFirst();
        Div cards = new Div();
        cards.addClassName("kp-cards");
        removeAll();
        looked.among(below.isEmpty() ? null : numbers);
        add(new DashboardToolbar(now, teams, people, LocalDate.now(clock), stamp, this::go), cards);
        if (team != null && numbers != null) {
            cards.add(Guarded.card("dashboard.team", () -> together(now, team, numbers, below.isEmpty())));
        }
        if (below.isEmpty() || person.isPresent()) {
            PersonRef whose = person.map(Compared::subject).orElse(self);
            cards.add(Guarded.card("dashboard.person", () -> alone(now, whose, person.orElse(null))));
        }
        if (team == null || numbers == null) {
            cards.add(new EmptyState(getTranslation("dashboard.no-team"), getTranslation("dashboard.no-team-text")));
            return;
        }
        if (!below.isEmpty() && !numbers.people().isEmpty()) {
            cards.add(Guarded.card("dashboard.people", () -> people(now, numbers, location)));
        }
        PersonRef whose = person.map(Compared::subject).orElse(null);
        cards.add(
                Guarded.card(
                        "dashboard.spread.orders",
                        () -> spread(
                                "orders",
                                numbers.orders(),
                                whose,
                                new MeterSpread(Meter.ORDER, numbers.people()).unit())),
                Guarded.card(
                        "dashboard.spread.cycles",
                        () -> spread(
                                "cycles",
                                numbers.cycles(),
                                whose,
                                new MeterSpread(Meter.CYCLE, numbers.people()).unit())),
                Guarded.card("dashboard.teams", () -> teams(now, team, teams)),
                new HowCompared());
    }

    /** Of a team so small that one could find out a colleague's numbers, who manages nobody sees the organisation's instead. */
    private Component together(DashboardState now, TeamRef team, TeamNumbers numbers, boolean managesNobody) {
        boolean hidden = managesNobody && numbers.isSmall();
        Dashboard read = dashboards.of(hidden ? KpiScope.organisation() : KpiScope.of(team.id()), now.period());
        String title =
                hidden ? getTranslation("dashboard.of-organisation") : getTranslation("dashboard.of-team", team.name());
        Tile tile = wide(title, DashboardKpis.about(read), new DashboardKpis(read, null));
        if (hidden) {
            tile.add(new Paragraph(getTranslation("dashboard.small-team")));
        }
        return tile;
    }

    private Component alone(DashboardState now, PersonRef whose, @Nullable Compared<PersonRef> beside) {
        Dashboard read = dashboards.of(KpiScope.of(whose.id()), now.period());
        return wide(
                getTranslation("dashboard.of-person", whose.name()),
                DashboardKpis.about(read),
                new DashboardKpis(read, beside == null ? null : beside.besides()));
    }

    private Component people(DashboardState now, TeamNumbers numbers, Location location) {
        Map<PersonRef, Goal> reached = new HashMap<>(goals.progressOfPeopleBelow(Metric.REVENUE, now.period()));
        if (numbers.people().stream().anyMatch(one -> one.subject().equals(self))) {
            reached.put(self, goals.progress(self.id(), Metric.REVENUE, now.period()));
        }
        Listing<Compared<PersonRef>> list = PeopleMatrix.of(
                lists,
                numbers.people(),
                reached,
                person -> to(Looked.without(address).with("rep", person.externalId())),
                (meter, person) -> to(Looked.at(address, meter, person)));
        list.addClassName("kp-matrix");
        list.show(location);
        matrix = list;
        Tile tile = wide(getTranslation("dashboard.people"), list);
        PeopleMatrix.middles(numbers.people()).forEach(tile::add);
        if (numbers.unseen() > 0) {
            tile.add(new Paragraph(getTranslation("dashboard.unseen", numbers.unseen())));
        }
        return tile;
    }

    private Component spread(String key, Spread spread, @Nullable PersonRef person, Unit unit) {
        return wide(
                getTranslation("dashboard.spread." + key),
                new SpreadChart(key, spread, person, unit, isOpen(key), open -> remember(key, open), clock));
    }

    private Component teams(DashboardState now, TeamRef team, List<TeamRef> chosen) {
        List<Compared<TeamRef>> compared = teamDashboards.teams(team.id(), now.period());
        if (compared.isEmpty()) {
            Div none = new Div();
            none.setVisible(false);
            return none;
        }
        return wide(
                getTranslation("dashboard.teams"),
                new ExportedList(
                        new TeamsTable(
                                compared,
                                one -> chosen.contains(one)
                                        ? to(address.with("rep", null).with("team", one.externalId()))
                                        : null),
                        () -> TeamsTable.extract(compared, getTranslation("dashboard.teams"), clock)));
    }

    private static Tile wide(String title, Component... content) {
        Tile tile = new Tile(title, content);
        tile.addClassName("kp-wide");
        return tile;
    }

    private boolean isOpen(String table) {
        return address.get(table).isPresent();
    }

    /** Whether a table is open, without a step that the back button would have to undo. */
    private void remember(String table, boolean open) {
        address = address.with(table, open ? "on" : null);
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(SCREEN, address.query()));
    }

    private void go(UnaryOperator<Address> change) {
        UI.getCurrent().navigate(SalesDashboardView.class, change.apply(address).query());
    }

    private static String to(Address there) {
        String query = there.query().getQueryString();
        return query.isEmpty() ? SCREEN : SCREEN + "?" + query;
    }

    @Override
    public String heading() {
        return getTranslation("dashboard.heading");
    }
}
