package org.koploper.ui.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.game.By;
import org.koploper.game.Level;
import org.koploper.game.TieRule;
import org.koploper.kpi.Metric;
import org.koploper.people.TeamRef;
import org.koploper.ui.kit.AnyPeriodPicker;
import org.koploper.ui.kit.Focus;
import org.koploper.ui.kit.Skeleton;
import org.koploper.ui.kit.TeamChoice;

/** What to rank, over which days, whom, and how equal values stand. Tells every choice as a parameter of the address. */
class BoardToolbar extends Div {

    private final BiConsumer<String, @Nullable String> changed;
    private final NativeDetails more;

    /**
     * @param open shows what is chosen less often
     * @param metric told apart from the rest, since it is part of the path
     */
    BoardToolbar(
            BoardState state,
            List<TeamRef> teams,
            LocalDate today,
            boolean open,
            Consumer<Metric> metric,
            BiConsumer<String, @Nullable String> changed) {
        this.changed = changed;
        more = more(state, teams);
        more.setOpen(open || more.isOpen());
        addClassName("kp-toolbar");
        Skeleton.before(this);
        Select<Metric> metrics =
                select("board.metric", List.of(Metric.values()), m -> "metric." + m.key(), state.metric());
        metrics.addValueChangeListener(change -> {
            metric.accept(change.getValue());
            Focus.stayOn("board-metric");
        });
        Select<By> by = by(state);
        Select<Boolean> view = view(state);
        add(
                metrics,
                by,
                new AnyPeriodPicker(state.period(), today, period -> changed.accept("p", period.key())),
                view,
                more);
        // who has no place of their own sees everybody anyway
        view.setVisible(Caller.now().has(Role.REP) || Caller.now().has(Role.MANAGER));
    }

    /** Whether what is chosen less often is shown. */
    boolean isOpen() {
        return more.isOpen();
    }

    /** What is chosen less often; open where something other than the usual is chosen. */
    private NativeDetails more(BoardState state, List<TeamRef> teams) {
        Div fields = new Div(level(state), team(state, teams), tie(state));
        fields.addClassName("kp-toolbar");
        NativeDetails more = new NativeDetails(getTranslation("board.more"), fields);
        more.addClassNames("kp-details", "kp-more");
        more.setOpen(state.level() != Level.PERSON || state.team() != null || state.tie() != TieRule.SHARED);
        return more;
    }

    private Select<By> by(BoardState state) {
        List<By> choices = BoardState.choices(state.metric());
        Select<By> select = select("board.by", choices, by -> "by." + by.key(), state.by());
        select.addValueChangeListener(change -> choose(
                "by", change.getValue() == By.VALUE ? null : change.getValue().key()));
        select.setVisible(choices.size() > 1);
        return select;
    }

    private Select<Level> level(BoardState state) {
        Select<Level> levels = select("board.level", List.of(Level.values()), l -> "level." + l.key(), state.level());
        levels.addValueChangeListener(
                change -> choose("level", change.getValue().key()));
        return levels;
    }

    private TeamChoice team(BoardState state, List<TeamRef> teams) {
        return new TeamChoice(
                "board-team",
                teams,
                "",
                getTranslation("board.whole-organisation"),
                state.team() == null ? "" : state.team().externalId(),
                team -> changed.accept("team", team.isEmpty() ? null : team));
    }

    private Select<Boolean> view(BoardState state) {
        Select<Boolean> select = select(
                "board.view", List.of(false, true), all -> all ? "board.view-all" : "board.view-around", state.all());
        select.addValueChangeListener(change -> choose("view", change.getValue() ? "all" : null));
        return select;
    }

    private Select<TieRule> tie(BoardState state) {
        Select<TieRule> select = select("board.tie", List.of(TieRule.values()), t -> "tie." + t.key(), state.tie());
        select.addValueChangeListener(change -> choose("tie", change.getValue().key()));
        return select;
    }

    /** The screen brings a new toolbar, in which the keyboard stays on the same field. */
    private void choose(String name, @Nullable String value) {
        changed.accept(name, value);
        Focus.stayOn("board-" + name);
    }

    private <T> Select<T> select(String label, List<T> items, Function<T, String> key, T value) {
        Select<T> select = new Select<>();
        select.setLabel(getTranslation(label));
        select.setId(label.replace('.', '-'));
        select.addClassName("kp-choice");
        select.setItems(items);
        select.setItemLabelGenerator(item -> getTranslation(key.apply(item)));
        select.setValue(value);
        return select;
    }
}
