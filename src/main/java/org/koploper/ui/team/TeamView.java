package org.koploper.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.game.BoardQuery;
import org.koploper.game.Leaderboard;
import org.koploper.game.LiveBoards;
import org.koploper.game.Standing;
import org.koploper.intake.Freshness.Numbers;
import org.koploper.kpi.Goal;
import org.koploper.kpi.Goals;
import org.koploper.kpi.Metric;
import org.koploper.ledger.MonthTotal;
import org.koploper.ledger.Statements;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.Reach;
import org.koploper.people.TeamRef;
import org.koploper.period.Period;
import org.koploper.sales.DealDesk;
import org.koploper.ui.kit.AsOf;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.GoalCourse;
import org.koploper.ui.kit.Live;
import org.koploper.ui.kit.PeriodPicker;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Guarded;
import org.koploper.ui.shell.Screen;

/** The home of who manages: everybody below with goal, place and pay, and the team's sum. */
@Route(TeamView.SCREEN)
@RolesAllowed("MANAGER")
class TeamView extends Screen implements BeforeEnterObserver {

    static final String SCREEN = "team";

    private static final String TABLE = "table";

    private final Directory directory;
    private final Reach reach;
    private final Goals goals;
    private final Leaderboard leaderboard;
    private final Statements statements;
    private final DealDesk desk;
    private final DealDialogs dialogs;
    private final Clock clock;
    private final AsOfStamp stamp;
    private final Div content = new Div();
    private @Nullable Period month;
    private Address address = Address.NONE;

    TeamView(
            Directory directory,
            Reach reach,
            Goals goals,
            Leaderboard leaderboard,
            LiveBoards live,
            Statements statements,
            DealDesk desk,
            DealDialogs dialogs,
            AsOf asOf,
            Clock clock) {
        this.directory = directory;
        this.reach = reach;
        this.goals = goals;
        this.leaderboard = leaderboard;
        Live.keep(this, live, this::again);
        this.statements = statements;
        this.desk = desk;
        this.dialogs = dialogs;
        this.stamp = asOf.stamp(Numbers.SALES);
        this.clock = clock;
        content.addClassNames("kp-cards", "kp-four");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(event.getLocation());
        LocalDate today = LocalDate.now(clock);
        Period read = address.month(today);
        month = read;
        Anchor numbers = new Anchor("team/numbers", getTranslation("menu.numbers"));
        numbers.addClassName("kp-link-button");
        Div toolbar = new Div(
                new PeriodPicker(
                        read,
                        period -> UI.getCurrent()
                                .navigate(
                                        TeamView.class,
                                        address.with("p", period.key()).query())),
                numbers,
                stamp);
        toolbar.addClassName("kp-toolbar");
        removeAll();
        add(
                toolbar,
                content,
                Guarded.card(
                        "deals.title",
                        () -> new DealsTile(
                                desk,
                                dialogs,
                                directory,
                                clock,
                                address.get("q").orElse(""))));
        show(read);
    }

    private void show(Period read) {
        stamp.at(clock.instant());
        List<Member> members = members(read);
        content.removeAll();
        if (members.isEmpty()) {
            content.add(new EmptyState(getTranslation("team.nobody"), getTranslation("team.nobody-text")));
            return;
        }
        Tile people = new Tile(
                getTranslation("team.people"),
                new ExportedList(
                        new MemberList(members, YearMonth.from(read.from())),
                        () -> MemberList.extract(members, heading(), clock)));
        people.addClassName("kp-wide");
        content.add(
                TeamTiles.sold(members),
                Guarded.card(
                        "team.shared-targets",
                        () -> TeamTiles.shared(sharedGoals(read))
                                .<Component>map(tile -> tile)
                                .orElseGet(Div::new)));
        content.add(TeamTiles.states(members), TeamTiles.earned(members));
        directory
                .teamOf(Caller.now().self(), LocalDate.now(clock))
                .ifPresent(team -> content.add(Guarded.card("team.course", () -> course(team, read))));
        content.add(people);
    }

    private Tile course(TeamRef team, Period read) {
        Tile tile = new Tile(
                getTranslation("team.course-of", team.name()),
                GoalCourse.of(goals.curveOfTeam(team.id(), Metric.REVENUE, read))
                        .withTable(address.get(TABLE).isPresent(), this::remember));
        tile.addClassName("kp-wide");
        return tile;
    }

    /** Whether the table is open stands in the address, without a step that the back button would have to undo. */
    private void remember(boolean open) {
        address = address.with(TABLE, open ? "on" : null);
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(SCREEN, address.query()));
    }

    /** What the own team, with those below it, and the whole organisation agreed for exactly this period. */
    private List<Goal> sharedGoals(Period read) {
        Stream<Goal> team = directory.teamOf(Caller.now().self(), LocalDate.now(clock)).stream()
                .map(own -> goals.progressOfTeam(own.id(), Metric.REVENUE, read));
        return Stream.concat(team, Stream.of(goals.progressOfOrganisation(Metric.REVENUE, read)))
                .toList();
    }

    private List<Member> members(Period read) {
        Map<Long, Standing> standings = leaderboard.board(BoardQuery.people(Metric.REVENUE, read)).standings().stream()
                .collect(Collectors.toMap(Standing::id, Function.identity()));
        Map<PersonRef, Goal> reached = goals.progressOfPeopleBelow(Metric.REVENUE, read);
        Set<PersonId> paySeen =
                reach.paySeenOf(reached.keySet().stream().map(PersonRef::id).toList());
        Map<PersonId, MonthTotal> pay = statements.totals(paySeen, YearMonth.from(read.from()));
        return reached.entrySet().stream()
                .map(one -> new Member(
                        one.getKey(),
                        one.getValue(),
                        standings.get(one.getKey().id().value()),
                        pay.get(one.getKey().id())))
                .toList();
    }

    private void again() {
        Period now = month;
        if (now != null) {
            show(now);
        }
    }

    @Override
    public String heading() {
        Period now = month;
        return now == null
                ? getTranslation("menu.team")
                : getTranslation("team.heading", Formats.here().month(YearMonth.from(now.from())));
    }
}
