package org.koploper.ui.dev;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.period.Period;
import org.koploper.ui.board.RankList;
import org.koploper.ui.chart.AnalysisChart;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.AnyPeriodPicker;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.AuditTimeline;
import org.koploper.ui.kit.Busy;
import org.koploper.ui.kit.Chart;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.Delta;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.ErrorState;
import org.koploper.ui.kit.ExplainTree;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.HeatCell;
import org.koploper.ui.kit.Kpi;
import org.koploper.ui.kit.Money;
import org.koploper.ui.kit.Pace;
import org.koploper.ui.kit.PaceBar;
import org.koploper.ui.kit.PeriodPicker;
import org.koploper.ui.kit.RankDelta;
import org.koploper.ui.kit.SaveButton;
import org.koploper.ui.kit.Skeleton;
import org.koploper.ui.kit.Spark;
import org.koploper.ui.kit.SplitFields;
import org.koploper.ui.kit.StackedBar;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.Stepper;
import org.koploper.ui.kit.TierRail;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.list.ExportMenu;
import org.koploper.ui.list.Filter;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.palette.CommandPalette;
import org.koploper.ui.palette.PaletteSource;
import org.koploper.ui.shell.Screen;

/** Every component of the kit in all its states, to be looked at and checked: see {@link DevRoutes}. */
@Route(value = KitView.PATH, registerAtStartup = false)
@PermitAll
class KitView extends Screen implements BeforeEnterObserver {

    static final String PATH = "dev/kit";

    private static final List<String> OUTLINES = List.of("cards", "ranks", "statement", "form", "list");

    private final Listing<PersonRef> list;

    KitView(Directory directory, Clock clock, Lists lists, List<PaletteSource> sources) {
        KitSamples samples = new KitSamples(clock);
        Formats formats = Formats.here();
        LocalDate today = LocalDate.now(clock);
        section(Kpi.class, samples.kpis());
        section(Delta.class, samples.deltas());
        section(RankDelta.class, new RankDelta(2, 4), new RankDelta(4, 2), new RankDelta(3, 3), new RankDelta(1, null));
        section(
                Money.class,
                new Money(KitSamples.AMOUNT, KitSamples.EURO),
                new Money(KitSamples.AMOUNT.negate(), KitSamples.EURO),
                Money.whole(KitSamples.AMOUNT, KitSamples.EURO));
        section(PaceBar.class, samples.paces());
        section(TierRail.class, samples.rails());
        section(Spark.class, samples.spark());
        section(
                StackedBar.class,
                samples.stack("300", "120", "80", "40", "20", "10", "5"),
                samples.stack("300", "-120", "80"));
        section(
                HeatCell.class,
                Stream.concat(
                                Arrays.stream(HeatCell.Level.values())
                                        .map(level -> HeatCell.of(PATH, level, level.name())),
                                Stream.of(
                                        HeatCell.plain(PATH).withBar(new BigDecimal("0.6"), new BigDecimal("0.4")),
                                        HeatCell.plain(PATH),
                                        HeatCell.tooFew(PATH, getTranslation("dashboard.nothing-to-say")),
                                        HeatCell.none()))
                        .toArray(Component[]::new));
        section(RankList.class, samples.ranks(today));
        section(Chart.class, samples.charts());
        section(AnalysisChart.class, ChartSamples.all(clock));
        section(ExplainTree.class, new ExplainTree(samples.explained()));
        section(
                PeriodPicker.class,
                new AnyPeriodPicker(Period.month(today), today, period -> UndoToast.say(formats.period(period))));
        list = people(directory, lists);
        section("FilterBar, SavedViews, " + ExportMenu.class.getSimpleName(), list);
        section(CommandPalette.class, opens("palette.title", () -> new CommandPalette(sources).open()));
        section(EmptyState.class, new EmptyState(getTranslation("tokens.none"), getTranslation("tokens.none-text")));
        section(ErrorState.class, ErrorState.ofCard(PATH));
        section(
                AsOfStamp.class,
                samples.stamp(null),
                samples.stamp(Duration.ofMinutes(7)),
                samples.stamp(Duration.ofHours(25)));
        section(UndoToast.class, opens("views.rename", () -> UndoToast.say(getTranslation("deal.undone"), () -> {})));
        section(ConfirmWithReason.class, opens("tokens.revoke", samples::confirm));
        section(
                ConflictDialog.class,
                opens("deal.edit", samples::conflict),
                opens("records.remove", () -> ConflictDialog.gone(PATH).open()));
        section(
                StatusBadge.class,
                Arrays.stream(Pace.State.values())
                        .map(state -> new StatusBadge(state.key(), state.tone()))
                        .toArray(Component[]::new));
        section(AuditTimeline.class, samples.timeline());
        section(Stepper.class, samples.stepper());
        section(
                AmountField.class,
                samples.amount(),
                samples.wrongAmount(),
                Dates.field(getTranslation("deal.closed-on")));
        section(SplitFields.class, new SplitFields(directory.people()));
        section(Tile.class, new Tile(getTranslation("deals.title"), new Money(KitSamples.AMOUNT, KitSamples.EURO)));
        section(SaveButton.class, new SaveButton(getTranslation("records.save"), () -> {}), samples.atWork());
        OUTLINES.forEach(this::outline);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.show(event.getLocation());
    }

    private void section(Class<?> component, Component... states) {
        section(component.getSimpleName(), states);
    }

    private void section(String name, Component... states) {
        Div row = new Div(states);
        row.addClassName("kp-actions");
        add(new H2(name), row);
    }

    private static Listing<PersonRef> people(Directory directory, Lists lists) {
        Filter<String> text = Filter.text("records.search", "records.search-hint");
        return lists.<PersonRef>of(PATH, "column.person")
                .columns(ListColumn.<PersonRef>text("name", "column.person", PersonRef::name)
                        .sortable()
                        .main())
                .filters(text)
                .sortedBy("name")
                .few(
                        directory::people,
                        (person, asked) -> person.name()
                                .toLowerCase(Formats.here().locale())
                                .contains(text.in(asked)
                                        .toLowerCase(Formats.here().locale())));
    }

    private static Button opens(String key, Runnable work) {
        return Busy.on(new Button(com.vaadin.flow.i18n.I18NProvider.translate(key)), work);
    }

    /** The outlines of screens on their way, as {@code skeleton.ts} makes them. */
    private void outline(String shape) {
        Element outline = new Element("kp-skeleton").setAttribute("shape", shape);
        getElement().appendChild(new H2(Skeleton.class.getSimpleName() + " " + shape).getElement(), outline);
    }

    @Override
    public String heading() {
        return PATH;
    }
}
