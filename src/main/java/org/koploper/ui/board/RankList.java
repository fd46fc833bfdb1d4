package org.koploper.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.game.Board;
import org.koploper.game.By;
import org.koploper.game.Standing;
import org.koploper.kpi.Metric;
import org.koploper.period.Period;
import org.koploper.ui.kit.Delta;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.LiveHost;
import org.koploper.ui.kit.Pace;
import org.koploper.ui.kit.PaceBar;
import org.koploper.ui.kit.RankDelta;
import org.koploper.ui.kit.Shortcut;

/** Rows of a board in their order. The user's own row stays in sight while the others scroll. */
public class RankList extends OrderedList {

    private static final int PODIUM = 3;

    private final Board board;
    private final Values values;
    private final Names names;
    private final BigDecimal first;
    private final @Nullable BigDecimal expected;

    /**
     * @param expecting how much of a target for that period is expected by now, as a mark on every bar of a target
     * @param rows those to show, ranked, best first
     * @param podium whether the first three stand apart, as cards where there is room
     */
    public RankList(
            Board board,
            List<Standing> rows,
            boolean podium,
            Function<Period, @Nullable BigDecimal> expecting,
            Names names) {
        this.board = board;
        this.expected = isTarget() ? expecting.apply(board.query().period()) : null;
        this.values = Values.of(board);
        this.names = names;
        this.first = board.standings().stream()
                .filter(row -> row.rank() != null)
                .map(Standing::score)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        addClassName("kp-ranks");
        // without it some screen readers drop the list because of its look
        getElement().setAttribute("role", "list");
        Shortcut.walk(this);
        for (int i = 0; i < rows.size(); i++) {
            ListItem row = row(rows.get(i));
            if (podium && i < PODIUM) {
                row.addClassNames("kp-podium", "kp-podium-" + (i + 1));
            }
            add(row);
        }
        if (podium) {
            addClassName("kp-with-podium");
        }
    }

    /** Whether exactly three stand on the first three places, so that nobody of equal rank would be left out. */
    static boolean hasPodium(List<Standing> ranked) {
        return ranked.stream()
                        .filter(row -> row.rank() != null && row.rank() <= PODIUM)
                        .count()
                == PODIUM;
    }

    private ListItem row(Standing standing) {
        Span rank = new Span(standing.rank() == null ? "–" : String.valueOf(standing.rank()));
        rank.addClassName("kp-rank");
        Div who = new Div(names.of(standing));
        who.addClassName("kp-rank-who");
        if (standing.self()) {
            Span you = new Span(getTranslation("board.you"));
            you.addClassName("kp-chip");
            who.add(you);
        }
        if (standing.team() != null) {
            Span team = new Span(standing.team());
            team.addClassName("kp-quiet");
            who.add(team);
        }
        Div value = new Div(score(standing));
        value.addClassNames("kp-rank-value", "kp-number");
        BigDecimal ratio = standing.targetRatio();
        if (board.query().by() != By.VALUE) {
            Span itself = new Span(values.write(standing.value()));
            itself.addClassName("kp-quiet");
            value.add(itself);
        } else if (ratio != null && board.query().metric() != Metric.ATTAINMENT) {
            Span ofTarget =
                    new Span(getTranslation("board.of-target", Formats.here().percent(ratio)));
            ofTarget.addClassName("kp-quiet");
            value.add(ofTarget);
        }
        ListItem item = new ListItem(rank);
        if (standing.rank() != null) {
            item.add(new RankDelta(standing.rank(), standing.previousRank()));
        }
        item.add(who, bar(standing), value);
        item.addClassName("kp-rank-row");
        LiveHost.row(item, names.key(standing));
        if (standing.self()) {
            item.addClassName("kp-rank-self");
            item.getElement().setAttribute("aria-current", "true");
        }
        return item;
    }

    private Span score(Standing standing) {
        BigDecimal score = standing.score();
        return board.query().by() == By.GROWTH && score != null && board.query().metric() != Metric.ATTAINMENT
                ? Delta.of(score.setScale(3, RoundingMode.HALF_UP), Formats.here()::percent, Delta.Wanted.MORE)
                : new Span(values.score(score));
    }

    /** Against the own target on a board of targets, otherwise against who is first. */
    private Div bar(Standing standing) {
        @Nullable BigDecimal share = share(standing);
        if (share == null) {
            return new Div();
        }
        boolean target = isTarget();
        Pace.State state = target && share.compareTo(BigDecimal.ONE) >= 0 ? Pace.State.REACHED : Pace.State.NOT_STARTED;
        return PaceBar.slim(
                getTranslation(target ? "board.bar-target" : "board.bar-first", Who.of(standing)),
                new Pace(share, target ? expected : null, state, values.score(standing.score()), ""),
                target ? first.max(BigDecimal.ONE) : BigDecimal.ONE);
    }

    private boolean isTarget() {
        return board.query().metric() == Metric.ATTAINMENT || board.query().by() == By.GOAL;
    }

    /** None for growth, which has no whole to be a part of. */
    private @Nullable BigDecimal share(Standing standing) {
        BigDecimal score = standing.score();
        if (score == null || board.query().by() == By.GROWTH) {
            return null;
        }
        if (isTarget()) {
            return score;
        }
        return first.signum() <= 0 ? null : score.divide(first, MathContext.DECIMAL64);
    }

    /** What rows are called, and known by. */
    public interface Names {

        /** What the row is called by. */
        Component of(Standing row);

        /** By what the browser knows the row again: never an id, which would tell who hides the name. */
        String key(Standing row);
    }
}
