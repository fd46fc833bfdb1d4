package org.koploper.ui.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.game.Board;
import org.koploper.game.Standing;
import org.koploper.kpi.Metric;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Pace;
import org.koploper.ui.kit.PaceBar;
import org.koploper.ui.kit.RankDelta;
import org.koploper.ui.kit.Shortcut;

/** Rows of a board in their order. The user's own row stays in sight while the others scroll. */
class RankList extends OrderedList {

    private final Board board;
    private final Values values;
    private final BigDecimal first;

    /** @param rows those to show, ranked, best first */
    RankList(Board board, List<Standing> rows) {
        this.board = board;
        this.values = Values.of(board);
        this.first = board.standings().stream()
                .map(Standing::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        addClassName("kp-ranks");
        // without it some screen readers drop the list because of its look
        getElement().setAttribute("role", "list");
        Shortcut.walk(this);
        rows.forEach(row -> add(row(row)));
    }

    private ListItem row(Standing standing) {
        Span rank = new Span(standing.rank() == null ? "–" : String.valueOf(standing.rank()));
        rank.addClassName("kp-rank");
        Span name = new Span(Who.of(standing));
        name.addClassName("kp-rank-name");
        Div who = new Div(name);
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
        Div value = new Div(new Span(values.write(standing.value())));
        value.addClassNames("kp-rank-value", "kp-number");
        BigDecimal ratio = standing.targetRatio();
        if (ratio != null && board.query().metric() != Metric.ATTAINMENT) {
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
        if (standing.self()) {
            item.addClassName("kp-rank-self");
            item.getElement().setAttribute("aria-current", "true");
        }
        return item;
    }

    /** Against the own target on a board of targets, otherwise against who is first. */
    private Div bar(Standing standing) {
        @Nullable BigDecimal share = share(standing);
        if (share == null) {
            return new Div();
        }
        boolean target = board.query().metric() == Metric.ATTAINMENT;
        Pace.State state = target && share.compareTo(BigDecimal.ONE) >= 0 ? Pace.State.REACHED : Pace.State.NOT_STARTED;
        return PaceBar.slim(
                getTranslation(target ? "board.bar-target" : "board.bar-first", Who.of(standing)),
                new Pace(share, null, state, values.write(standing.value()), ""),
                target ? first.max(BigDecimal.ONE) : BigDecimal.ONE);
    }

    private @Nullable BigDecimal share(Standing standing) {
        BigDecimal value = standing.value();
        if (value == null) {
            return null;
        }
        if (board.query().metric() == Metric.ATTAINMENT) {
            return value;
        }
        return first.signum() <= 0 ? null : value.divide(first, MathContext.DECIMAL64);
    }
}
