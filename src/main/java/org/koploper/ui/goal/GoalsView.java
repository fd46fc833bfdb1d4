package org.koploper.ui.goal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.intake.Freshness.Numbers;
import org.koploper.kpi.Acceptance;
import org.koploper.kpi.AgreedGoal;
import org.koploper.kpi.GoalBook;
import org.koploper.kpi.GoalKpi;
import org.koploper.kpi.GoalKpis;
import org.koploper.kpi.GoalQuery;
import org.koploper.kpi.GoalScope;
import org.koploper.kpi.GoalStand;
import org.koploper.period.Period;
import org.koploper.ui.kit.AnyPeriodPicker;
import org.koploper.ui.kit.AsOf;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Focus;
import org.koploper.ui.list.ExportMenu;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/** The goals of the organisation, of teams, persons and customers: each with where it stands. */
@Route("goals")
@RolesAllowed({"REP", "MANAGER", "HR", "FINANCE", "ADMIN"})
class GoalsView extends Screen implements BeforeEnterObserver {

    /** As many are read at first, and as many more each time. */
    private static final int PORTION = 24;

    private final GoalBook book;
    private final GoalKpis kpis;
    private final GoalDialogs dialogs;
    private final AsOfStamp stamp;
    private final Clock clock;
    private Address address = Address.NONE;

    GoalsView(GoalBook book, GoalKpis kpis, GoalDialogs dialogs, AsOf asOf, Clock clock) {
        this.book = book;
        this.kpis = kpis;
        this.dialogs = dialogs;
        this.stamp = asOf.stamp(Numbers.SALES);
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(event.getLocation());
        Period period = address.period(LocalDate.now(clock));
        List<AgreedGoal> found = book.list(new GoalQuery(
                period, scope(), address.get("kpi").flatMap(kpis::byKey).orElse(null), false));
        List<AgreedGoal> shown = found.stream().limit(wanted()).toList();
        List<GoalStand> stands = book.stands(shown);
        Map<Long, Acceptance> acceptances = book.acceptances(shown);
        stamp.at(clock.instant());
        removeAll();
        add(toolbar(period, found));
        if (found.isEmpty()) {
            add(new EmptyState(getTranslation("goal.none"), getTranslation("goal.none-text")));
        } else {
            add(address.get("tree").isPresent() ? new GoalTree(stands, acceptances) : levels(stands, acceptances));
            if (found.size() > shown.size()) {
                Button more = new Button(getTranslation("goal.more", found.size() - shown.size()));
                more.addClickListener(click -> go("n", String.valueOf(wanted() + PORTION)));
                add(more);
            }
        }
    }

    private int wanted() {
        return address.get("n")
                .filter(number -> number.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .orElse(PORTION);
    }

    private @Nullable GoalScope scope() {
        return address.get("level")
                .flatMap(level -> Arrays.stream(GoalScope.values())
                        .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(level))
                        .findFirst())
                .orElse(null);
    }

    private Component toolbar(Period period, List<AgreedGoal> found) {
        Div toolbar = new Div(
                new AnyPeriodPicker(period, LocalDate.now(clock), chosen -> go("p", chosen.key())),
                choice(
                        "level",
                        List.of(GoalScope.ORGANISATION, GoalScope.TEAM, GoalScope.PERSON, GoalScope.CUSTOMER),
                        GoalWords::scope,
                        scope -> scope.name().toLowerCase(Locale.ROOT),
                        scope()),
                choice(
                        "kpi",
                        kpis.choices(),
                        GoalWords::kpi,
                        GoalKpi::key,
                        address.get("kpi").flatMap(kpis::byKey).orElse(null)));
        toolbar.addClassName("kp-toolbar");
        boolean tree = address.get("tree").isPresent();
        Button shape = new Button(getTranslation(tree ? "goal.as-cards" : "goal.as-tree"));
        shape.addClickListener(click -> go("tree", tree ? null : "on"));
        toolbar.add(shape);
        if ((Caller.now().has(Role.MANAGER) || Caller.now().has(Role.ADMIN))
                && !Caller.now().onlyLooks()) {
            Button add = new Button(getTranslation("goal.new"), click -> dialogs.propose(GoalsView::open));
            add.addThemeVariants(ButtonVariant.PRIMARY);
            toolbar.add(add);
        }
        toolbar.add(new ExportMenu(() -> GoalExtract.of(found, book, clock)), stamp);
        return toolbar;
    }

    /** @param parameter of the address, and the end of the translation key of the label */
    private <T> Component choice(
            String parameter, List<T> items, Function<T, String> words, Function<T, String> key, @Nullable T value) {
        Select<Optional<T>> select = new Select<>();
        select.setLabel(getTranslation("goal.by-" + parameter));
        select.setId("goals-" + parameter);
        List<Optional<T>> all = new ArrayList<>(List.of(Optional.empty()));
        items.forEach(item -> all.add(Optional.of(item)));
        select.setItems(all);
        select.setItemLabelGenerator(item -> item.map(words).orElse(getTranslation("goal.all")));
        select.setValue(Optional.ofNullable(value));
        select.addValueChangeListener(change -> {
            go(parameter, change.getValue().map(key).orElse(null));
            Focus.stayOn("goals-" + parameter);
        });
        return select;
    }

    private void go(String name, @Nullable String value) {
        UI.getCurrent().navigate(GoalsView.class, address.with(name, value).query());
    }

    static void open(String goal) {
        UI.getCurrent().navigate("goals/" + goal);
    }

    private Component levels(List<GoalStand> stands, Map<Long, Acceptance> acceptances) {
        Div levels = new Div();
        for (GoalScope scope : List.of(GoalScope.ORGANISATION, GoalScope.TEAM, GoalScope.PERSON, GoalScope.CUSTOMER)) {
            List<GoalStand> own =
                    stands.stream().filter(stand -> stand.scope() == scope).toList();
            if (!own.isEmpty()) {
                Div cards = new Div();
                cards.addClassName("kp-cards");
                own.forEach(stand -> cards.add(new GoalCard(
                        stand, acceptances.getOrDefault(stand.agreed().id(), Acceptance.NOT_ASKED))));
                levels.add(new H2(getTranslation("goal.level." + scope.name().toLowerCase(Locale.ROOT))), cards);
            }
        }
        return levels;
    }

    /** A sentence where there is no bar. */
    static Component way(GoalStand stand) {
        var pace = GoalWords.pace(stand);
        if (pace != null) {
            return new org.koploper.ui.kit.PaceBar(GoalWords.kpi(stand.kpi()), pace);
        }
        Div words = new Div(
                new Paragraph(com.vaadin.flow.i18n.I18NProvider.translate(
                        "goal.no-value",
                        GoalWords.amount(stand.target(), stand.agreed().terms()))),
                GoalWords.state(stand));
        return words;
    }

    @Override
    public String heading() {
        return getTranslation("menu.goals");
    }
}
