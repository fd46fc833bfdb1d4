package org.koploper.ui.goal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.Freshness.Numbers;
import org.koploper.kpi.GoalBook;
import org.koploper.kpi.GoalDesk;
import org.koploper.kpi.GoalDetail;
import org.koploper.kpi.GoalDevelopment;
import org.koploper.kpi.GoalReading;
import org.koploper.kpi.GoalScope;
import org.koploper.kpi.GoalStand;
import org.koploper.period.PeriodKind;
import org.koploper.records.RecordConflict;
import org.koploper.records.RecordRefused;
import org.koploper.ui.kit.AsOf;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.Focus;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.records.Refused;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Guarded;
import org.koploper.ui.shell.Screen;

/** One goal: where it stands, how it develops, whether it is a good one, its parts, and what it was before. */
@Route("goals/:" + GoalView.ID)
@RolesAllowed({"REP", "MANAGER", "HR", "FINANCE", "ADMIN"})
class GoalView extends Screen implements BeforeEnterObserver {

    static final String ID = "goal";

    private static final String BY = "by";
    private static final String EACH = "each";
    private static final String TABLE = "table";
    private static final List<PeriodKind> STEPS = List.of(PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH);
    private static final int DAYS_OF_A_MONTH = 31;
    private static final int DAYS_OF_A_QUARTER = 92;

    private final GoalBook book;
    private final GoalDesk desk;
    private final GoalDialogs dialogs;
    private final AsOfStamp stamp;
    private final Clock clock;
    private Address address = Address.NONE;
    private String id = "";
    private @Nullable String name;

    GoalView(GoalBook book, GoalDesk desk, GoalDialogs dialogs, AsOf asOf, Clock clock) {
        this.book = book;
        this.desk = desk;
        this.dialogs = dialogs;
        this.stamp = asOf.stamp(Numbers.SALES);
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get(ID).orElseThrow();
        address = Address.of(event.getLocation());
        Optional<GoalDetail> found = book.find(id);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(found.get());
    }

    private void again() {
        book.find(id).ifPresent(this::show);
    }

    private void show(GoalDetail goal) {
        GoalStand stand = goal.stand();
        name = getTranslation(
                "goal.heading", GoalWords.kpi(stand.kpi()), stand.agreed().name());
        stamp.at(clock.instant());
        Div cards = new Div(
                head(goal),
                Guarded.card("goal.development", () -> development(stand)),
                Guarded.card("goal.smart", () -> new SmartTile(desk, goal, clock, this::again)));
        cards.addClassName("kp-cards");
        if (goal.parent() != null || !goal.parts().isEmpty()) {
            cards.add(new GoalParts(goal));
        }
        if (!goal.versions().isEmpty()) {
            cards.add(new HistoryTile(stand.agreed().terms(), goal.versions(), clock));
        }
        removeAll();
        Div toolbar = new Div(stamp);
        toolbar.addClassName("kp-toolbar");
        add(toolbar, cards);
    }

    private Tile head(GoalDetail goal) {
        GoalStand stand = goal.stand();
        Tile tile = new Tile(getTranslation("goal.goal"), new Paragraph(GoalWords.sentence(stand.agreed())));
        tile.addClassName("kp-wide");
        tile.add(GoalsView.way(stand));
        Paragraph means = new Paragraph(GoalWords.meaning(stand.agreed().terms().reading()));
        means.addClassName("kp-quiet");
        Div badges = new Div(GoalWords.badge(goal.smart().acceptance()));
        if (stand.agreed().stopped()) {
            badges.add(GoalWords.state(stand));
        }
        badges.addClassName("kp-actions");
        tile.add(means, badges);
        if (stand.agreed().note() != null) {
            tile.add(new Paragraph(stand.agreed().note()));
        }
        if (goal.mayChange() && !stand.agreed().stopped()) {
            tile.add(actions(goal));
        }
        return tile;
    }

    private Div actions(GoalDetail goal) {
        Div actions = new Div(new Button(getTranslation("goal.change-it"), click -> dialogs.change(goal, this::again)));
        actions.addClassName("kp-actions");
        GoalScope scope = goal.stand().scope();
        if (scope == GoalScope.ORGANISATION || scope == GoalScope.TEAM) {
            actions.add(new Button(getTranslation("goal.distribute"), click -> dialogs.distribute(goal, this::again)));
        }
        actions.add(new Button(getTranslation("goal.stop"), click -> stop(goal)));
        return actions;
    }

    private void stop(GoalDetail goal) {
        ConfirmWithReason.of(
                        "goal.stop-title", "goal.stop", goal.stand().agreed().name())
                .says(getTranslation("goal.stop-text"))
                .reason(getTranslation("records.reason"), GoalDesk.LONGEST, true)
                .thenUnlessRefused(reason -> {
                    try {
                        desk.stop(id, goal.stand().agreed().version(), String.valueOf(reason));
                        UndoToast.say(getTranslation("goal.stopped-done"));
                        again();
                        return Optional.empty();
                    } catch (RecordRefused refused) {
                        return Optional.of(Refused.sentence(refused.issues().getFirst()));
                    } catch (RecordConflict conflict) {
                        return Optional.of(getTranslation("goal.conflict"));
                    }
                });
    }

    private Tile development(GoalStand stand) {
        PeriodKind step = step(stand);
        boolean each = address.get(EACH).isPresent();
        Tile tile = new Tile(getTranslation("goal.development"));
        tile.addClassName("kp-wide");
        if (stand.agreed().terms().reading() != GoalReading.LEVEL) {
            tile.add(toggles(step, each));
        }
        GoalDevelopment development = book.development(stand.agreed(), step, !each);
        tile.add(DevelopmentChart.of(stand, development, clock)
                .withTable(address.get(TABLE).isPresent(), this::remember));
        ForecastWords.notes(development.forecast()).forEach(note -> {
            Paragraph quiet = new Paragraph(note);
            quiet.addClassName("kp-quiet");
            tile.add(quiet);
        });
        return tile;
    }

    /** As fine as it can be read, as long as the reader asks for nothing else. */
    private PeriodKind step(GoalStand stand) {
        long days = stand.period().days();
        return address.get(BY)
                .flatMap(by ->
                        STEPS.stream().filter(kind -> key(kind).equals(by)).findFirst())
                .orElse(
                        days <= DAYS_OF_A_MONTH
                                ? PeriodKind.DAY
                                : days <= DAYS_OF_A_QUARTER ? PeriodKind.WEEK : PeriodKind.MONTH);
    }

    private Component toggles(PeriodKind step, boolean each) {
        Select<PeriodKind> steps = new Select<>();
        steps.setLabel(getTranslation("goal.step"));
        steps.setId("goal-" + BY);
        steps.setItems(STEPS);
        steps.setItemLabelGenerator(kind -> getTranslation("period." + key(kind)));
        steps.setValue(step);
        steps.addValueChangeListener(change -> go(BY, key(change.getValue())));
        Select<Boolean> added = new Select<>();
        added.setLabel(getTranslation("goal.added"));
        added.setId("goal-" + EACH);
        added.setItems(false, true);
        added.setItemLabelGenerator(one -> getTranslation(one ? "goal.each-step" : "goal.cumulative"));
        added.setValue(each);
        added.addValueChangeListener(change -> go(EACH, change.getValue() ? "on" : null));
        Div toggles = new Div(steps, added);
        toggles.addClassName("kp-toolbar");
        return toggles;
    }

    private static String key(PeriodKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void go(String parameter, @Nullable String value) {
        UI.getCurrent()
                .navigate(
                        GoalView.class,
                        new RouteParameters(ID, id),
                        address.with(parameter, value).query());
        Focus.stayOn("goal-" + parameter);
    }

    /** Whether the table is open stands in the address, without a step that the back button would have to undo. */
    private void remember(boolean open) {
        address = address.with(TABLE, open ? "on" : null);
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location("goals/" + id, address.query()));
    }

    @Override
    public String heading() {
        return name == null ? getTranslation("menu.goals") : name;
    }
}
