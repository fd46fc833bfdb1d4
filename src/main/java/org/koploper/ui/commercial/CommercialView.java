package org.koploper.ui.commercial;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.intake.Freshness.Numbers;
import org.koploper.kpi.Grouping;
import org.koploper.kpi.Kpi;
import org.koploper.kpi.KpiScope;
import org.koploper.kpi.Kpis;
import org.koploper.kpi.OrderSizes;
import org.koploper.kpi.Reading;
import org.koploper.kpi.Thermometers;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamId;
import org.koploper.people.TeamRef;
import org.koploper.records.RecordEdits;
import org.koploper.sales.WaitingDays;
import org.koploper.sales.WaitingQuotes;
import org.koploper.ui.kit.AsOf;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.Focus;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Guarded;
import org.koploper.ui.shell.Screen;

/**
 * Whether the way to an order works: where it leaks, which quotes wait, what is new, how large orders are, what customers
 * buy besides, and what they cost and bring in. The own numbers; for who manages, those of people, teams and the organisation.
 */
@Route(CommercialView.SCREEN)
@RolesAllowed({"MANAGER", "REP"})
class CommercialView extends Screen implements BeforeEnterObserver {

    static final String SCREEN = "commercial";

    private static final List<Kpi> SIZES = List.of(Kpi.ORDER_VALUE, Kpi.ORDER_MARGIN, Kpi.MARGIN_RATE);

    private final Kpis kpis;
    private final Thermometers thermometers;
    private final OrderSizes sizes;
    private final WaitingQuotes quotes;
    private final WaitingDays waitingDays;
    private final RecordEdits edits;
    private final Lists lists;
    private final Directory directory;
    private final Clock clock;
    private final AsOfStamp stamp;
    private final PersonRef self;
    private Address address = Address.NONE;
    private @Nullable CommercialState state;

    CommercialView(
            Kpis kpis,
            Thermometers thermometers,
            OrderSizes sizes,
            WaitingQuotes quotes,
            WaitingDays waitingDays,
            RecordEdits edits,
            Lists lists,
            Directory directory,
            AsOf asOf,
            Clock clock) {
        this.kpis = kpis;
        this.thermometers = thermometers;
        this.sizes = sizes;
        this.quotes = quotes;
        this.waitingDays = waitingDays;
        this.edits = edits;
        this.lists = lists;
        this.directory = directory;
        this.clock = clock;
        this.stamp = asOf.stamp(Numbers.SALES);
        this.self = directory.person(Caller.now().self()).orElseThrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(event.getLocation());
        LocalDate today = LocalDate.now(clock);
        List<PersonRef> below = directory.peopleBelow(self.id(), today);
        List<TeamRef> teams = below.isEmpty() ? List.of() : teams(today);
        CommercialState read = CommercialState.read(address, waitingDays.get(), self, below, teams, today);
        state = read;
        stamp.at(clock.instant());
        removeAll();
        Div cards = new Div(
                Guarded.card(
                        "commercial.funnel",
                        () -> new FunnelTile(
                                thermometers.of(read.scope(), read.period()),
                                about("commercial.funnel", read),
                                sources(read),
                                clock)),
                Guarded.card("commercial.waiting", () -> {
                    WaitingTile tile = new WaitingTile(quotes, edits, lists, read, self, clock, this::waitFor);
                    tile.show(event.getLocation());
                    return tile;
                }));
        addCounted(cards, read);
        cards.add(Guarded.card(
                "commercial.worth",
                () -> CustomerTiles.worth(
                        kpis.together(CustomerTiles.WORTH, KpiScope.organisation(), read.period(), null))));
        cards.addClassName("kp-cards");
        add(new CommercialToolbar(read, self, below, teams, today, stamp, this::go), cards);
    }

    /** What the period brought, read at once for several cards. */
    private void addCounted(Div cards, CommercialState read) {
        List<Kpi> all = Stream.of(NewBusinessTile.SHOWN, SIZES, CustomerTiles.BOUGHT)
                .flatMap(List::stream)
                .distinct()
                .toList();
        Map<Kpi, Reading> counted = kpis.together(all, read.scope(), read.period(), null);
        Reading orders = Objects.requireNonNull(counted.get(Kpi.ORDER_VALUE));
        cards.add(
                Guarded.card("commercial.new-business", () -> new NewBusinessTile(counted)),
                Guarded.card("commercial.sizes", () -> sizes(read, counted)),
                Guarded.card("commercial.what-if", () -> new WhatIfTile(orders, read, this::think)),
                Guarded.card("commercial.bought", () -> CustomerTiles.bought(counted)));
    }

    private Component sizes(CommercialState read, Map<Kpi, Reading> counted) {
        return new SizesTile(
                sizes.of(read.scope(), read.period()),
                SIZES.stream()
                        .map(kpi -> Objects.requireNonNull(counted.get(kpi)))
                        .toList(),
                kpis.by(Kpi.ORDER_VALUE, read.scope(), read.period(), null, null, Grouping.PERSON),
                about("commercial.sizes", read),
                clock);
    }

    /** The own team, then those below it. */
    private List<TeamRef> teams(LocalDate today) {
        TeamRef own = directory.teamOf(self.id(), today).orElse(null);
        if (own == null) {
            return List.of();
        }
        Set<TeamId> below = directory.below(own.id());
        return Stream.concat(
                        Stream.of(own),
                        directory.teams().stream().filter(team -> below.contains(team.id()) && !team.equals(own)))
                .toList();
    }

    private void waitFor(int days) {
        go(now -> now.with("days", String.valueOf(days)));
        Focus.stayOn("commercial-days");
    }

    private void think(int larger) {
        go(now -> now.with("larger", String.valueOf(larger)));
        Focus.stayOn(WhatIfTile.FIELD);
    }

    private void go(UnaryOperator<Address> change) {
        UI.getCurrent().navigate(CommercialView.class, change.apply(address).query());
    }

    /** Whose leads by source stand on a screen of their own: those of a team, or of everybody. */
    private static String sources(CommercialState read) {
        return Address.NONE
                .with("p", read.period().key())
                .with("team", read.team() == null ? null : read.team().externalId())
                .query()
                .getQueryString();
    }

    private String about(String title, CommercialState read) {
        return getTranslation(
                "commercial.about",
                getTranslation(title),
                whose(read),
                Formats.here().period(read.period()));
    }

    private String whose(CommercialState read) {
        return read.person() != null
                ? read.person().name()
                : read.team() != null ? read.team().name() : getTranslation("commercial.organisation");
    }

    @Override
    public String heading() {
        CommercialState now = state;
        return now == null || self.equals(now.person())
                ? getTranslation("commercial.heading")
                : getTranslation("commercial.heading-of", whose(now));
    }
}
