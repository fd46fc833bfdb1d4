package org.koploper.ui.board;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.game.Board;
import org.koploper.game.BoardNames;
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
import org.koploper.ui.list.ExportMenu;
import org.koploper.ui.shell.Address;
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
    private final Div content = new Div();
    private final Span told = new Span();
    private @Nullable BoardToolbar toolbar;
    private @Nullable BoardState state;
    private @Nullable Address here;
    private @Nullable Integer lastRank;

    LeaderboardView(
            Leaderboard leaderboard, LiveBoards live, Directory directory, BoardNames names, AsOf asOf, Clock clock) {
        this.leaderboard = leaderboard;
        Live.keep(this, live, this::again);
        this.directory = directory;
        this.names = names;
        this.asOf = asOf;
        this.clock = clock;
        told.addClassName("kp-told");
        told.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getRouteParameters().get("metric").orElse(BoardState.FIRST.key());
        Optional<Metric> metric = Metric.byKey(key);
        if (metric.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        Address address = Address.of(event.getLocation());
        LocalDate today = LocalDate.now(clock);
        BoardState read = BoardState.read(metric.get(), address, directory, today);
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

    private void show(BoardState read) {
        Board board = leaderboard.board(read.query());
        content.removeAll();
        List<Standing> ranked = Ranks.of(board);
        List<Standing> others =
                board.standings().stream().filter(row -> row.rank() == null).toList();
        board.notes().forEach(note -> content.add(note(note)));
        if (ranked.isEmpty()) {
            content.add(empty(read));
        } else {
            if (ranked.size() < FEWEST) {
                content.add(paragraph("board.few", "kp-note"));
            }
            own(board, ranked).ifPresent(content::add);
            List<Standing> shown = read.all() ? ranked : around(ranked);
            content.add(
                    new RankList(board, shown), new ExportMenu(() -> BoardExtract.of(board, shown, heading(), clock)));
        }
        if (!others.isEmpty()) {
            content.add(new Unranked(others));
        }
        content.add(new HowComputed(board, ranked), asOf.stamp(Numbers.SALES).at(board.asOf()));
        tell(ranked);
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

    /** The own place is never said alone: beside it how many there are and how far it is to the next. */
    private Optional<Paragraph> own(Board board, List<Standing> ranked) {
        for (int i = 0; i < ranked.size(); i++) {
            Standing self = ranked.get(i);
            if (self.self()) {
                return Optional.of(new Paragraph(
                        i == 0 || Objects.equals(self.rank(), 1)
                                ? getTranslation("board.own-first", ranked.size())
                                : getTranslation(
                                        "board.own",
                                        self.rank(),
                                        ranked.size(),
                                        Values.of(board).difference(distance(ranked, i)),
                                        Who.of(better(ranked, i)))));
            }
        }
        return Optional.empty();
    }

    /** The nearest one above with a better rank. */
    private static Standing better(List<Standing> ranked, int own) {
        int above = own;
        while (above > 0
                && Objects.equals(ranked.get(above).rank(), ranked.get(own).rank())) {
            above--;
        }
        return ranked.get(above);
    }

    private static @Nullable BigDecimal distance(List<Standing> ranked, int own) {
        BigDecimal above = better(ranked, own).value();
        BigDecimal value = ranked.get(own).value();
        return above == null || value == null ? null : above.subtract(value);
    }

    private Paragraph note(Note note) {
        Paragraph text = new Paragraph(
                getTranslation(note.code().key(), Formats.here().number(note.deals()), note.from(), note.to()));
        text.addClassName("kp-note");
        return text;
    }

    private Paragraph paragraph(String key, String className) {
        Paragraph text = new Paragraph(getTranslation(key));
        text.addClassName(className);
        return text;
    }

    /** Says a change of the own place to screen readers; not the first one, which they read anyway. */
    private void tell(List<Standing> ranked) {
        Integer now = ranked.stream()
                .filter(Standing::self)
                .map(Standing::rank)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (lastRank != null && now != null && !now.equals(lastRank)) {
            told.setText(getTranslation("board.moved", now));
        }
        lastRank = now;
    }

    private void again() {
        BoardState now = state;
        if (now != null) {
            show(now);
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
