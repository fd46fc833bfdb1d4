package org.koploper.ui.performance;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.intake.Freshness.Numbers;
import org.koploper.kpi.Kpi;
import org.koploper.kpi.KpiCompared;
import org.koploper.kpi.KpiCompared.Earlier;
import org.koploper.kpi.KpiCompared.Verdict;
import org.koploper.kpi.KpiReason;
import org.koploper.kpi.KpiReason.Code;
import org.koploper.kpi.KpiScope;
import org.koploper.kpi.KpiTrend;
import org.koploper.kpi.MarketShare;
import org.koploper.kpi.Reading;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.period.Period;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordShelf;
import org.koploper.ui.kit.AsOf;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.ReadingWords;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Guarded;
import org.koploper.ui.shell.Screen;

/**
 * How selling goes: six numbers of sellers and nine of the sales organisation beside what they were, one of them over time by
 * what it can be taken apart by, how long leads wait, what work brings, and the share of the market.
 */
@Route(PerformanceView.SCREEN)
@RolesAllowed({"MANAGER", "REP", "HR", "FINANCE", "ADMIN"})
class PerformanceView extends Screen implements BeforeEnterObserver {

    static final String SCREEN = "performance";

    private static final int MARKET_YEARS = 3;

    private final PerformanceNumbers numbers;
    private final RecordShelf shelf;
    private final Directory directory;
    private final Lists lists;
    private final AsOfStamp stamp;
    private final Clock clock;
    private Address address = Address.NONE;
    private @Nullable PerformanceState state;

    PerformanceView(
            PerformanceNumbers numbers, RecordShelf shelf, Directory directory, Lists lists, AsOf asOf, Clock clock) {
        this.numbers = numbers;
        this.shelf = shelf;
        this.directory = directory;
        this.lists = lists;
        this.stamp = asOf.stamp(Numbers.SALES);
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(event.getLocation());
        LocalDate today = LocalDate.now(clock);
        List<TeamRef> teams = directory.teams();
        List<PersonRef> people = people(today);
        PerformanceState read = PerformanceState.read(address, people, teams, numbers.trends(), today);
        state = read;
        stamp.at(clock.instant());
        Div cards = new Div();
        cards.addClassName("kp-cards");
        fill(cards, read, event.getLocation());
        removeAll();
        add(new PerformanceToolbar(read, teams, people, today, stamp, this::go), cards);
    }

    /** Whose numbers the reader may see. */
    private List<PersonRef> people(LocalDate today) {
        var user = Caller.now();
        if (Stream.of(Role.HR, Role.FINANCE, Role.ADMIN).anyMatch(user::has)) {
            return directory.people();
        }
        return user.person() == null
                ? List.of()
                : Stream.concat(
                                directory.person(user.person()).stream(),
                                directory.peopleBelow(user.person(), today).stream())
                        .toList();
    }

    private void fill(Div cards, PerformanceState now, Location location) {
        KpiScope scope = now.scope();
        Set<String> kinds = shelf.kinds().stream().map(RecordKind::name).collect(Collectors.toSet());
        Map<Kpi, KpiCompared> compared =
                new HashMap<>(numbers.comparisons().of(Measurements.all(), scope, now.period(), null));
        String house = Objects.requireNonNull(compared.get(Kpi.REVENUE)).now().currency();
        ReadingWords words = new ReadingWords(house);
        Period years = years(now.period());
        List<MarketShare> shares =
                scope.kind() == KpiScope.Kind.ORGANISATION ? numbers.markets().of(years) : List.of();
        if (scope.kind() == KpiScope.Kind.ORGANISATION) {
            compared.computeIfPresent(Kpi.MARKET_SHARE, (kpi, read) -> ofYear(read, shares, years));
        }
        cards.add(
                tile("performance.selling", held(compared), Measurements.SELLING, compared, words, kinds),
                tile(
                        "performance.organisation-title",
                        getTranslation(
                                "performance.organisation-text", years.to().getYear()),
                        Measurements.ORGANISATION,
                        compared,
                        words,
                        kinds),
                Guarded.card("performance.trend", () -> trend(now, words, house, location)),
                Guarded.card(
                        "performance.response",
                        () -> new ResponseTile(
                                numbers.responses().of(scope, now.period(), null), words, heading(), clock)),
                tile(
                        "performance.productivity",
                        getTranslation("performance.productivity-text"),
                        Measurements.PRODUCTIVITY,
                        compared,
                        words,
                        kinds));
        if (scope.kind() == KpiScope.Kind.ORGANISATION) {
            cards.add(Guarded.card("performance.market", () -> new MarketTile(shares, words, kinds, clock)));
        }
    }

    private static Component tile(
            String title,
            String intro,
            List<Measurements.Measurement> measurements,
            Map<Kpi, KpiCompared> compared,
            ReadingWords words,
            Set<String> kinds) {
        return Guarded.card(title, () -> new MeasurementTile(title, intro, measurements, compared, words, kinds));
    }

    /** A market is known by the year: that of the last day, with the years before. */
    private static Period years(Period period) {
        int year = period.to().getYear();
        return new Period(LocalDate.of(year - MARKET_YEARS + 1, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The share of that year, whatever the period is; the years before stand in the table. */
    private static KpiCompared ofYear(KpiCompared read, List<MarketShare> shares, Period years) {
        Reading share = shares.stream()
                .filter(one -> one.segment() == null && one.year() == years.to().getYear())
                .findFirst()
                .map(MarketShare::share)
                .orElseGet(() -> new Reading(
                        Kpi.MARKET_SHARE, null, null, null, null, null, new KpiReason(Code.NO_MARKET, List.of())));
        return new KpiCompared(share, untold(read.previous()), untold(read.yearBefore()));
    }

    private static Earlier untold(Earlier then) {
        return new Earlier(then.period(), then.reading(), null, Verdict.UNTOLD);
    }

    private String held(Map<Kpi, KpiCompared> compared) {
        KpiCompared revenue = Objects.requireNonNull(compared.get(Kpi.REVENUE));
        Formats formats = Formats.here();
        return getTranslation(
                "performance.selling-text",
                formats.period(Objects.requireNonNull(state).period()),
                formats.period(revenue.previous().period()),
                formats.period(revenue.yearBefore().period()));
    }

    private Tile trend(PerformanceState now, ReadingWords words, @Nullable String house, Location location) {
        KpiTrend trend = numbers.trends().of(now.kpi(), now.scope(), now.trend(), now.step(), now.by(), null);
        TrendTile tile = new TrendTile(
                now,
                new TrendTile.Choices(
                        numbers.trends().choices(now.scope()), numbers.trends().groupings(now.kpi(), now.scope())),
                this::go);
        String by = now.by() == null ? "" : TrendTile.by(now.by().key());
        tile.show(
                trend,
                new TrendChart(trend, words, by),
                lists,
                location,
                chart -> chart.chart(heading(), house, clock)
                        .withTable(address.get("table").isPresent(), open -> remember("table", open ? "on" : null)));
        return tile;
    }

    private void go(UnaryOperator<Address> change) {
        UI.getCurrent().navigate(PerformanceView.class, change.apply(address).query());
    }

    /** Whether something is open, without a step that the back button would have to undo. */
    private void remember(String name, @Nullable String value) {
        address = address.with(name, value);
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(SCREEN, address.query()));
    }

    @Override
    public String heading() {
        PerformanceState now = state;
        if (now == null || now.person() == null && now.team() == null) {
            return getTranslation("menu.performance");
        }
        return getTranslation(
                "performance.heading-of",
                now.person() != null
                        ? now.person().name()
                        : Objects.requireNonNull(now.team()).name());
    }
}
