package org.koploper.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.game.Board;
import org.koploper.game.BoardNames;
import org.koploper.game.BoardRivals;
import org.koploper.game.Kudos;
import org.koploper.game.Leaderboard;
import org.koploper.game.LiveBoards;
import org.koploper.game.Standing;
import org.koploper.intake.Freshness.Numbers;
import org.koploper.kpi.Metric;
import org.koploper.kpi.Note;
import org.koploper.people.Directory;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.koploper.ui.kit.AsOf;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Live;
import org.koploper.ui.kit.LiveHost;
import org.koploper.ui.kit.Told;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Failure;
import org.koploper.ui.shell.Screen;

/** Who stands where, over a KPI and never over pay; read again within a second after every sale. */
@Route("leaderboard/:metric?")
@PermitAll
class LeaderboardView extends Screen implements BeforeEnterObserver {

    private static final int AROUND = 2;
    private static final int FEWEST = 3;
    private static final Set<PeriodKind> TARGETED = Set.of(PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR);

    private final Leaderboard leaderboard;
    private final Directory directory;
    private final BoardNames names;
    private final AsOf asOf;
    private final Clock clock;
    private final BoardRivals rivals;
    private final Kudos kudos;
    private final LiveHost content = new LiveHost();
    private final Told told = new Told();
    private final Map<Long, String> keys = new HashMap<>();
    private @Nullable BoardToolbar toolbar;
    private @Nullable BoardState state;
    private @Nullable Address here;
    private @Nullable Integer lastRank;
    private @Nullable Profile profile;
    private boolean late;

    LeaderboardView(
            Leaderboard leaderboard,
            LiveBoards live,
            Directory directory,
            BoardNames names,
            BoardRivals rivals,
            Kudos kudos,
            AsOf asOf,
            Clock clock) {
        this.leaderboard = leaderboard;
        Live.keep(this, live, this::again);
        this.directory = directory;
        this.names = names;
        this.rivals = rivals;
        this.kudos = kudos;
        this.asOf = asOf;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> key = event.getRouteParameters().get("metric");
        Optional<Metric> metric = Metric.byKey(key.orElse(BoardState.FIRST.key()));
        if (metric.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        Address address = Address.of(event.getLocation());
        LocalDate today = LocalDate.now(clock);
        BoardState asked = BoardState.read(metric.get(), address, directory, today);
        BoardState read = key.isEmpty() && !hasTargets(asked) ? asked.of(Metric.REVENUE) : asked;
        state = read;
        here = address;
        lastRank = null;
        BoardToolbar choices = new BoardToolbar(
                read,
                directory.teams(),
                today,
                toolbar != null && toolbar.isOpen(),
                chosen -> go(chosen, address),
                (name, value) -> go(read.metric(), address.with(name, value)));
        toolbar = choices;
        removeAll();
        add(choices, told, content, new NamesShown(names, this::again));
        show(read);
    }

    private void go(Metric metric, Address address) {
        UI.getCurrent().navigate(LeaderboardView.class, new RouteParameters("metric", metric.key()), address.query());
    }

    /** Percent of the own target is the first board, where anybody has one. */
    private boolean hasTargets(BoardState read) {
        return leaderboard.board(read.query()).standings().stream().anyMatch(row -> row.value() != null);
    }

    private void show(BoardState read) {
        LocalDate today = LocalDate.now(clock);
        Board board = leaderboard.board(read.query());
        content.removeAll();
        if (read.period().from().isAfter(today)) {
            content.add(notYet(read, today), new HowComputed(board, List.of(), today));
            return;
        }
        List<Standing> ranked = Ranks.of(board);
        List<Standing> others =
                board.standings().stream().filter(row -> row.rank() == null).toList();
        board.notes().forEach(note -> content.add(note(note)));
        OwnPlace own = new OwnPlace(board, ranked);
        if (ranked.isEmpty()) {
            content.add(empty(read));
        } else {
            if (ranked.size() < FEWEST) {
                content.add(paragraph(getTranslation("board.few"), "kp-note"));
            }
            own.sentence().ifPresent(words -> content.add(new Paragraph(words)));
            rival().flatMap(own::against).ifPresent(words -> content.add(paragraph(words, "kp-rival")));
            List<Standing> shown = read.all() ? ranked : around(ranked);
            boolean podium = shown == ranked && ranked.size() >= FEWEST && RankList.hasPodium(ranked);
            content.add(new ExportedList(
                    new RankList(board, shown, podium, leaderboard::expectedShare, names(board)),
                    () -> BoardExtract.of(board, shown, heading(), clock)));
        }
        if (!others.isEmpty()) {
            content.add(new Unranked(board, others));
        }
        content.add(
                new HowComputed(board, ranked, today), asOf.stamp(Numbers.SALES).at(board.asOf()));
        tell(own.row().map(Standing::rank).orElse(null));
    }

    private Optional<PersonId> rival() {
        return Caller.now().person() == null ? Optional.empty() : rivals.mine();
    }

    private RankList.Names names(Board board) {
        return new RankList.Names() {
            @Override
            public Component of(Standing row) {
                return name(board, row);
            }

            @Override
            public String key(Standing row) {
                return keys.computeIfAbsent(row.id(), id -> String.valueOf(keys.size()));
            }
        };
    }

    /** The name opens the row's card; a hidden one opens nothing. */
    private Component name(Board board, Standing row) {
        if (row.name() == null || row.rank() == null) {
            Span hidden = new Span(Who.of(row));
            hidden.addClassName("kp-rank-name");
            return hidden;
        }
        NativeButton open = new NativeButton(Who.of(row));
        open.addClassNames("kp-rank-name", "kp-plain");
        open.getElement().setAttribute("aria-haspopup", "dialog");
        open.addClickListener(click -> {
            Profile card = new Profile(open, board, row, leaderboard, rivals, kudos, this::again);
            profile = card;
            card.addOpenedChangeListener(change -> {
                if (!change.isOpened() && late) {
                    late = false;
                    again();
                }
            });
            add(card);
            card.setOpened(true);
        });
        return open;
    }

    /** Before the first day there is nothing to rank, only a day to look forward to. */
    private EmptyState notYet(BoardState read, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, read.period().from());
        return new EmptyState(
                getTranslation(
                        "board.not-yet", Formats.here().date(read.period().from())),
                days == 1 ? getTranslation("board.not-yet-tomorrow") : getTranslation("board.not-yet-days", days));
    }

    /** Why nobody has a place; without targets for such days, the month is offered, which has some. */
    private EmptyState empty(BoardState read) {
        if (read.metric() != Metric.ATTAINMENT
                || TARGETED.contains(read.period().kind())) {
            return new EmptyState(getTranslation("board.empty"), getTranslation("board.empty-text"));
        }
        LocalDate today = LocalDate.now(clock);
        Period month = Period.month(
                read.period().contains(today) ? today : read.period().from());
        RouterLink link = new RouterLink(
                getTranslation("board.to-month", Formats.here().period(month)),
                LeaderboardView.class,
                new RouteParameters("metric", read.metric().key()));
        if (here != null) {
            link.setQueryParameters(here.with("p", month.key()).query());
        }
        return new EmptyState(getTranslation("board.empty"), getTranslation("board.no-targets"), link);
    }

    /** Two above and two below; everybody where the user has no place. */
    private static List<Standing> around(List<Standing> ranked) {
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).self()) {
                return ranked.subList(Math.max(0, i - AROUND), Math.min(ranked.size(), i + AROUND + 1));
            }
        }
        return ranked;
    }

    private Paragraph note(Note note) {
        Paragraph text = new Paragraph(
                getTranslation(note.code().key(), Formats.here().number(note.deals()), note.from(), note.to()));
        text.addClassName("kp-note");
        return text;
    }

    private static Paragraph paragraph(String words, String className) {
        Paragraph text = new Paragraph(words);
        text.addClassName(className);
        return text;
    }

    /** Says a change of the own place to screen readers; not the first one, which they read anyway. */
    private void tell(@Nullable Integer now) {
        if (lastRank != null && now != null && !now.equals(lastRank)) {
            told.say(getTranslation("board.moved", now));
        }
        lastRank = now;
    }

    /** Reads again; not under an open card, which would lose its place, and a board that cannot be read stays as it was. */
    private void again() {
        BoardState now = state;
        if (now == null) {
            return;
        }
        if (profile != null && profile.isOpened()) {
            late = true;
            return;
        }
        try {
            show(now);
        } catch (RuntimeException cause) {
            content.addComponentAsFirst(paragraph(getTranslation("board.stale", Failure.logged(cause)), "kp-note"));
        }
    }

    @Override
    public String heading() {
        BoardState now = state;
        return now == null
                ? getTranslation("menu.leaderboard")
                : getTranslation(
                        "board.heading",
                        getTranslation("metric." + now.metric().key()),
                        Formats.here().period(now.period()));
    }
}
