package org.koploper.ui.commercial;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.Freshness.Numbers;
import org.koploper.kpi.KpiScope;
import org.koploper.kpi.SourceFunnels;
import org.koploper.kpi.SourceFunnels.Readout;
import org.koploper.people.Directory;
import org.koploper.people.TeamRef;
import org.koploper.period.Period;
import org.koploper.ui.kit.AnyPeriodPicker;
import org.koploper.ui.kit.AsOf;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.Skeleton;
import org.koploper.ui.kit.TeamChoice;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Guarded;
import org.koploper.ui.shell.Screen;

/**
 * The way from lead to order by the source of the lead, for who brings leads in and for who sells to them: the same numbers for
 * everybody, of a team or the organisation.
 */
@Route(FunnelView.SCREEN)
@RolesAllowed({"MANAGER", "REP", "HR", "FINANCE", "ADMIN"})
class FunnelView extends Screen implements BeforeEnterObserver {

    static final String SCREEN = "funnel";

    private final SourceFunnels funnels;
    private final Lists lists;
    private final Directory directory;
    private final AsOfStamp stamp;
    private final Clock clock;
    private Address address = Address.NONE;
    private @Nullable TeamRef team;

    FunnelView(SourceFunnels funnels, Lists lists, Directory directory, AsOf asOf, Clock clock) {
        this.funnels = funnels;
        this.lists = lists;
        this.directory = directory;
        this.stamp = asOf.stamp(Numbers.SALES);
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(event.getLocation());
        LocalDate today = LocalDate.now(clock);
        List<TeamRef> teams = directory.teams();
        TeamRef chosen = address.get("team")
                .flatMap(id -> teams.stream()
                        .filter(one -> one.externalId().equals(id))
                        .findFirst())
                .orElse(null);
        team = chosen;
        Period period = address.get("p").isPresent() ? address.period(today) : Period.quarter(today);
        stamp.at(clock.instant());
        removeAll();
        add(
                toolbar(teams, period, today),
                Guarded.card("funnel.all", () -> cards(period, chosen, event.getLocation())));
    }

    private Component cards(Period period, @Nullable TeamRef chosen, Location location) {
        Readout readout = funnels.of(chosen == null ? KpiScope.organisation() : KpiScope.of(chosen.id()), period);
        Div cards = new Div(new SourcesTile(readout), new SourcesTable(readout, lists, location));
        cards.addClassName("kp-cards");
        return cards;
    }

    private Component toolbar(List<TeamRef> teams, Period period, LocalDate today) {
        Div toolbar = new Div();
        toolbar.addClassName("kp-toolbar");
        Skeleton.before(toolbar);
        TeamRef chosen = team;
        TeamChoice choice = new TeamChoice(
                "funnel-team",
                teams,
                CommercialState.EVERYBODY,
                getTranslation("commercial.organisation"),
                chosen == null ? CommercialState.EVERYBODY : chosen.externalId(),
                id -> go(now -> now.with("team", id.equals(CommercialState.EVERYBODY) ? null : id)));
        choice.addClassName("kp-choice");
        toolbar.add(choice, new AnyPeriodPicker(period, today, to -> go(now -> now.with("p", to.key()))), stamp);
        return toolbar;
    }

    private void go(UnaryOperator<Address> change) {
        UI.getCurrent().navigate(FunnelView.class, change.apply(address).query());
    }

    @Override
    public String heading() {
        TeamRef chosen = team;
        return chosen == null ? getTranslation("menu.funnel") : getTranslation("funnel.heading-of", chosen.name());
    }
}
