package org.koploper.ui.dev;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.dom.Element;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.audit.Trail;
import org.koploper.intake.Freshness.Arrival;
import org.koploper.intake.Freshness.Way;
import org.koploper.people.Directory;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.Busy;
import org.koploper.ui.kit.Chart;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.Edited;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.ErrorState;
import org.koploper.ui.kit.ExplainTree;
import org.koploper.ui.kit.Explained;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.HeatCell;
import org.koploper.ui.kit.Money;
import org.koploper.ui.kit.Pace;
import org.koploper.ui.kit.PaceBar;
import org.koploper.ui.kit.PeriodPicker;
import org.koploper.ui.kit.RankDelta;
import org.koploper.ui.kit.SaveButton;
import org.koploper.ui.kit.Skeleton;
import org.koploper.ui.kit.SplitFields;
import org.koploper.ui.kit.StackedBar;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.shell.Screen;

/** Every component of the kit in all its states, to be looked at and checked: see {@link DevRoutes}. */
@PermitAll
class KitView extends Screen {

    static final String PATH = "dev/kit";

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final BigDecimal AMOUNT = new BigDecimal("1234.5");
    private static final List<String> OUTLINES = List.of("cards", "ranks", "statement", "form", "list");

    private final Clock clock;

    KitView(Directory directory, Clock clock) {
        this.clock = clock;
        LocalDate today = LocalDate.now(clock);
        section(AsOfStamp.class, stamp(null), stamp(Duration.ofMinutes(7)), stamp(Duration.ofHours(25)));
        section(
                StatusBadge.class,
                Arrays.stream(Pace.State.values())
                        .map(state -> new StatusBadge(state.key(), state.tone()))
                        .toArray(Component[]::new));
        section(Money.class, new Money(AMOUNT, EURO), new Money(AMOUNT.negate(), EURO), Money.whole(AMOUNT, EURO));
        section(RankDelta.class, new RankDelta(2, 4), new RankDelta(4, 2), new RankDelta(3, 3), new RankDelta(1, null));
        section(PaceBar.class, paces());
        section(
                PeriodPicker.class,
                new PeriodPicker(
                        Period.month(today),
                        List.of(PeriodKind.values()),
                        today,
                        period -> UndoToast.say(words(period))));
        section(AmountField.class, amount(AMOUNT), wrongAmount(), Dates.field(getTranslation("deal.closed-on")));
        section(SplitFields.class, new SplitFields(directory.people()));
        section(Chart.class, charts());
        section(StackedBar.class, stack("300", "120", "80", "40", "20", "10", "5"), stack("300", "-120", "80"));
        section(
                HeatCell.class,
                Stream.concat(
                                Arrays.stream(HeatCell.Level.values()).map(level -> HeatCell.of(PATH, level)),
                                Stream.of(HeatCell.plain(PATH), HeatCell.tooFew(PATH), HeatCell.none()))
                        .toArray(Component[]::new));
        section(ExplainTree.class, new ExplainTree(explained()));
        section(Tile.class, new Tile(getTranslation("deals.title"), new Money(AMOUNT, EURO)));
        section(EmptyState.class, new EmptyState(getTranslation("tokens.none"), getTranslation("tokens.none-text")));
        section(ErrorState.class, ErrorState.ofCard(PATH));
        section(SaveButton.class, new SaveButton(getTranslation("records.save"), () -> {}), atWork());
        section(UndoToast.class, opens("views.rename", () -> UndoToast.say(getTranslation("deal.undone"), () -> {})));
        section(ConfirmWithReason.class, opens("tokens.revoke", this::confirm));
        section(ConflictDialog.class, opens("deal.edit", this::conflict), opens("records.remove", this::gone));
        OUTLINES.forEach(this::outline);
    }

    private void section(Class<?> component, Component... states) {
        Div row = new Div(states);
        row.addClassName("kp-actions");
        add(new H2(component.getSimpleName()), row);
    }

    private AsOfStamp stamp(@Nullable Duration ago) {
        return new AsOfStamp(
                        () -> Optional.ofNullable(ago)
                                .map(age ->
                                        new Arrival(Way.IMPORT, clock.instant().minus(age))),
                        clock)
                .at(clock.instant());
    }

    private Component[] paces() {
        Div all = new Div(new PaceBar(getTranslation("metric.revenue"), null));
        String[] shares = {"0", "0.5", "0.45", "0.3", "1.1", "0.9"};
        Pace.State[] states = Pace.State.values();
        for (int i = 0; i < states.length; i++) {
            BigDecimal share = new BigDecimal(shares[i]);
            String value = Formats.here().wholeMoney(share.multiply(AMOUNT), EURO);
            Pace pace = new Pace(
                    share,
                    new BigDecimal("0.5"),
                    states[i],
                    value,
                    Formats.here().wholeMoney(AMOUNT, EURO));
            all.add(
                    new PaceBar(getTranslation("metric.revenue"), pace),
                    PaceBar.slim(getTranslation("metric.revenue"), pace, new BigDecimal("1.1")));
        }
        all.addClassName("kp-form");
        return new Component[] {all};
    }

    private Component[] charts() {
        List<Chart.Point> points = new ArrayList<>();
        List<List<@Nullable BigDecimal>> values = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < Month.values().length; i++) {
            Month month = Month.of(i + 1);
            points.add(new Chart.Point(
                    Formats.here().shortMonth(month), Formats.here().monthOfYear(month)));
            BigDecimal value = AMOUNT.multiply(BigDecimal.valueOf(i));
            values.get(0).add(i > 7 ? null : value);
            values.get(1).add(value.subtract(AMOUNT));
            values.get(2).add(value.divide(BigDecimal.TWO).subtract(AMOUNT.multiply(BigDecimal.TWO)));
        }
        return new Component[] {
            chart(points, values, List.of(Chart.Look.SOLID, Chart.Look.DASHED, Chart.Look.DOTTED)),
            chart(points, values, List.of(Chart.Look.COLUMNS, Chart.Look.DASHED)),
            chart(points, List.of(), List.of())
        };
    }

    private static StackedBar stack(String... numbers) {
        return new StackedBar(
                PATH,
                Arrays.stream(numbers)
                        .map(BigDecimal::new)
                        .map(number ->
                                new StackedBar.Part(PATH, number, Formats.here().money(number, EURO), null))
                        .toList());
    }

    private Chart chart(List<Chart.Point> points, List<List<@Nullable BigDecimal>> values, List<Chart.Look> looks) {
        List<Chart.Series> series = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            series.add(new Chart.Series(String.valueOf(2026 - i), looks.get(i), values.get(i)));
        }
        return new Chart(
                        PATH,
                        points,
                        series,
                        value -> Formats.here().money(value, EURO),
                        mark -> Formats.here().wholeMoney(mark, EURO))
                .withTable(false, open -> {});
    }

    private AmountField amount(BigDecimal value) {
        return new AmountField(getTranslation("deal.value"), EURO.getCurrencyCode(), value);
    }

    private AmountField wrongAmount() {
        AmountField field = amount(AMOUNT);
        field.setErrorMessage(getTranslation("amount.not-a-number"));
        field.setInvalid(true);
        return field;
    }

    private Explained explained() {
        String money = Formats.here().money(AMOUNT, EURO);
        Explained deal = new Explained(getTranslation("deal.value"), null, money, "D-1024", List.of());
        return new Explained(getTranslation("menu.statement"), money + " × 100%", money, null, List.of(deal));
    }

    private Button atWork() {
        SaveButton button = new SaveButton(getTranslation("records.save"), () -> {});
        button.getElement().setAttribute("aria-busy", "true");
        return button;
    }

    private Button opens(String key, Runnable work) {
        return Busy.on(new Button(getTranslation(key)), work);
    }

    private void confirm() {
        ConfirmWithReason.of("tokens.revoke-title", "tokens.revoke", PATH)
                .says(getTranslation("tokens.revoke-text"))
                .amount(getTranslation("deal.value"), AMOUNT, EURO)
                .reason(getTranslation("records.reason"), 100, true)
                .typed(PATH)
                .destroys()
                .then(() -> UndoToast.say(getTranslation("tokens.revoked-done", PATH)));
    }

    private void conflict() {
        Edited<BigDecimal> value = new Edited<>(
                getTranslation("deal.value"),
                AMOUNT,
                AMOUNT.add(BigDecimal.ONE),
                AMOUNT.negate(),
                Formats.here()::number);
        new ConflictDialog(
                        PATH,
                        ConflictDialog.who(Optional.of(new Trail.Last(PATH, clock.instant())), clock),
                        List.of(value),
                        () -> {},
                        () -> {})
                .open();
    }

    private void gone() {
        ConflictDialog.gone(PATH).open();
    }

    private static String words(Period period) {
        return Formats.here().period(period);
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
