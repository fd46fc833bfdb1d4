package org.koploper.ui.month;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.commission.TierStand;
import org.koploper.commission.Tiers;
import org.koploper.game.Board;
import org.koploper.game.BoardQuery;
import org.koploper.game.Kudos;
import org.koploper.game.Leaderboard;
import org.koploper.game.Standing;
import org.koploper.game.Wins;
import org.koploper.kpi.Goal;
import org.koploper.kpi.Goals;
import org.koploper.kpi.Meters;
import org.koploper.kpi.Metric;
import org.koploper.kpi.OwnMeters;
import org.koploper.ledger.MonthTotal;
import org.koploper.ledger.Statement;
import org.koploper.ledger.Statements;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.Reach;
import org.koploper.people.TeamRef;
import org.koploper.people.WorkCalendars;
import org.koploper.period.Period;
import org.koploper.sales.DealDesk;
import org.koploper.ui.board.Ranks;
import org.koploper.ui.kit.DealTitles;
import org.koploper.ui.kit.MeterKpis;
import org.koploper.ui.kit.Tile;
import org.springframework.util.function.SingletonSupplier;

/** Reads what the cards of the month show, each part once however many cards need it, and makes them. */
@org.springframework.stereotype.Component
class MonthCards {

    private static final int MONTHS = 6;

    private final Statements statements;
    private final Tiers tiers;
    private final Goals goals;
    private final Meters meters;
    private final Leaderboard leaderboard;
    private final Wins wins;
    private final Kudos kudos;
    private final Directory directory;
    private final Reach reach;
    private final WorkCalendars calendars;
    private final DealDesk desk;
    private final Clock clock;

    MonthCards(
            Statements statements,
            Tiers tiers,
            Goals goals,
            Meters meters,
            Leaderboard leaderboard,
            Wins wins,
            Kudos kudos,
            Directory directory,
            Reach reach,
            WorkCalendars calendars,
            DealDesk desk,
            Clock clock) {
        this.statements = statements;
        this.tiers = tiers;
        this.goals = goals;
        this.meters = meters;
        this.leaderboard = leaderboard;
        this.wins = wins;
        this.kudos = kudos;
        this.directory = directory;
        this.reach = reach;
        this.calendars = calendars;
        this.desk = desk;
        this.clock = clock;
    }

    /** Something that is open or not, and who is told when the reader changes that. */
    record Toggle(boolean open, Consumer<Boolean> toggled) {}

    /** What is read for one person and month. */
    final class Read {

        private final PersonId self;
        private final Period month;
        private final LocalDate today = LocalDate.now(clock);
        private final Supplier<Boolean> hidden;
        private final Supplier<Statement> statement;
        private final Supplier<List<MonthTotal>> course;
        private final Supplier<List<TierStand>> stands;
        private final Supplier<Goal> goal;
        private final Supplier<List<OwnMeters>> measured;
        private final Supplier<Optional<PersonRef>> manager;
        private final Supplier<Optional<TeamRef>> team;

        private Read(PersonId self, Period month) {
            this.self = self;
            this.month = month;
            YearMonth read = YearMonth.from(month.from());
            hidden = SingletonSupplier.of(() -> reach.hidesPay(self));
            statement = SingletonSupplier.of(() -> statements.of(self, read));
            course = SingletonSupplier.of(() -> statements.course(self, read.minusMonths(MONTHS - 1L), read));
            stands = SingletonSupplier.of(() -> tiers.of(self, read));
            goal = SingletonSupplier.of(() -> goals.progress(self, Metric.REVENUE, month));
            measured = SingletonSupplier.of(() -> meters.course(self, MeterKpis.periods(month)));
            team = SingletonSupplier.of(() -> directory.teamOf(self, today));
            manager = SingletonSupplier.of(() -> directory.managerOf(self, today));
        }

        /** Whether pay is hidden: the reader only looks as the person. */
        boolean hidesPay() {
            return hidden.get();
        }

        /** What was earned, as read for the card. */
        Statement statement() {
            return statement.get();
        }

        /** @param table that of the course */
        Component card(MonthCard card, Toggle table) {
            if (card.showsPay() && hidesPay()) {
                return new Tile(translate(card.title()), new Paragraph(translate("view-as.pay-hidden")));
            }
            return switch (card) {
                case EARNED -> new EarnedTile(statement.get(), course.get(), whom());
                case GOAL -> new GoalTile(goal.get(), calendars.of(self), today, whom());
                case PLACE -> place();
                case TIERS -> new TiersTile(stands.get());
                case STEP -> step();
                case COURSE -> new CourseTile(goals.curve(self, Metric.REVENUE, month), table.open(), table.toggled());
                case METERS -> new MetersTile(measured.get());
                case DEALS ->
                    new DealsTile(
                            statement.get(),
                            hasSold(),
                            DealTitles.of(statement.get().credits(), desk));
                case WINS -> new WinsTile(newest(), praised());
            };
        }

        /** What is past, or not begun, has no next step. */
        private Tile step() {
            return month.contains(today)
                    ? new StepTile(
                            NextStep.of(
                                    statement.get(),
                                    goal.get(),
                                    stands.get(),
                                    measured.get().getLast(),
                                    whom()),
                            stepCurrency(),
                            "statements/" + self + "/" + YearMonth.from(month.from()))
                    : StepTile.elsewhere();
        }

        private @Nullable Currency stepCurrency() {
            String currency = goal.get().currency();
            return currency == null ? null : Currency.getInstance(currency);
        }

        private boolean hasSold() {
            return measured.get().getLast().orders().signum() != 0
                    || course.get().stream().anyMatch(total -> total.total().signum() != 0);
        }

        private String whom() {
            return manager.get().map(PersonRef::name).orElseGet(() -> translate("statement.finance"));
        }

        /** On percent of the own target; on revenue for who has no target. */
        private PlaceTile place() {
            Board byTarget = leaderboard.board(BoardQuery.people(Metric.ATTAINMENT, month));
            boolean ranked = Ranks.of(byTarget).stream().anyMatch(Standing::self);
            return new PlaceTile(ranked ? byTarget : leaderboard.board(BoardQuery.people(Metric.REVENUE, month)));
        }

        private List<org.koploper.game.Win> newest() {
            return team.get()
                    .map(own -> wins.newest(own.id(), month, WinsTile.MOST))
                    .orElse(List.of());
        }

        private List<Kudos.Given> praised() {
            return team.get()
                    .map(own -> kudos.newest(own.id(), month, WinsTile.MOST))
                    .orElse(List.of());
        }
    }

    Read of(PersonId self, Period month) {
        return new Read(self, month);
    }
}
