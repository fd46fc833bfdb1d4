package org.koploper.ui.month;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.game.BoardQuery;
import org.koploper.game.Leaderboard;
import org.koploper.game.LiveBoards;
import org.koploper.game.Standing;
import org.koploper.intake.Freshness.Numbers;
import org.koploper.kpi.Goals;
import org.koploper.kpi.Metric;
import org.koploper.ledger.Statement;
import org.koploper.ledger.Statements;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.WorkCalendars;
import org.koploper.period.Period;
import org.koploper.sales.DealDesk;
import org.koploper.ui.board.Ranks;
import org.koploper.ui.kit.AsOf;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.DealTitles;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Live;
import org.koploper.ui.kit.PeriodPicker;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Guarded;
import org.koploper.ui.shell.Screen;
import org.springframework.util.function.SingletonSupplier;

/** The home of who sells: what was earned, how far the goal is, where one stands, and which deals count. */
@Route("my/month")
@RolesAllowed("REP")
class MonthView extends Screen implements BeforeEnterObserver {

    private final Statements statements;
    private final Goals goals;
    private final Leaderboard leaderboard;
    private final Directory directory;
    private final WorkCalendars calendars;
    private final DealDesk desk;
    private final Clock clock;
    private final AsOfStamp stamp;
    private final Div cards = new Div();
    private @Nullable Period month;

    MonthView(
            Statements statements,
            Goals goals,
            Leaderboard leaderboard,
            LiveBoards live,
            Directory directory,
            WorkCalendars calendars,
            DealDesk desk,
            AsOf asOf,
            Clock clock) {
        this.statements = statements;
        this.goals = goals;
        this.leaderboard = leaderboard;
        Live.keep(this, live, this::again);
        this.directory = directory;
        this.calendars = calendars;
        this.desk = desk;
        this.stamp = asOf.stamp(Numbers.SALES);
        this.clock = clock;
        cards.addClassName("kp-cards");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Address address = Address.of(event.getLocation());
        LocalDate today = LocalDate.now(clock);
        Period read = address.month(today);
        month = read;
        Div toolbar = new Div(
                PeriodPicker.ofMonths(
                        read,
                        today,
                        period -> UI.getCurrent()
                                .navigate(
                                        MonthView.class,
                                        address.with("p", period.key()).query())),
                stamp);
        toolbar.addClassName("kp-toolbar");
        removeAll();
        add(toolbar, cards);
        show(read);
    }

    private void show(Period read) {
        PersonId self = Caller.now().self();
        LocalDate today = LocalDate.now(clock);
        // read once, by the first card that needs it
        Supplier<Statement> statement = SingletonSupplier.of(() -> statements.of(self, YearMonth.from(read.from())));
        String whom = directory
                .managerOf(self, today)
                .map(PersonRef::name)
                .orElseGet(() -> getTranslation("statement.finance"));
        stamp.at(clock.instant());
        cards.removeAll();
        cards.add(
                Guarded.card("month.earned", () -> new EarnedTile(statement.get(), whom)),
                Guarded.card(
                        "month.goal",
                        () -> new GoalTile(
                                goals.progress(self, Metric.REVENUE, read), calendars.of(self), today, whom)),
                Guarded.card("month.place", () -> place(read)),
                Guarded.card("month.deals", () -> new DealsTile(statement.get(), DealTitles.of(self, desk))));
    }

    /** On percent of the own target; on revenue for who has no target. */
    private PlaceTile place(Period read) {
        var byTarget = leaderboard.board(BoardQuery.people(Metric.ATTAINMENT, read));
        boolean ranked = Ranks.of(byTarget).stream().anyMatch(Standing::self);
        return new PlaceTile(ranked ? byTarget : leaderboard.board(BoardQuery.people(Metric.REVENUE, read)));
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
                ? getTranslation("menu.month")
                : getTranslation("month.heading", Formats.here().month(YearMonth.from(now.from())));
    }
}
