package org.koploper.ui.dev;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.koploper.audit.Trail;
import org.koploper.commission.TierStand;
import org.koploper.game.Board;
import org.koploper.game.BoardQuery;
import org.koploper.game.Standing;
import org.koploper.intake.Freshness.Arrival;
import org.koploper.intake.Freshness.Way;
import org.koploper.kpi.Metric;
import org.koploper.period.Period;
import org.koploper.ui.board.RankList;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.AuditTimeline;
import org.koploper.ui.kit.Chart;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.Delta;
import org.koploper.ui.kit.Delta.Wanted;
import org.koploper.ui.kit.Edited;
import org.koploper.ui.kit.Explained;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Kpi;
import org.koploper.ui.kit.Pace;
import org.koploper.ui.kit.PaceBar;
import org.koploper.ui.kit.SaveButton;
import org.koploper.ui.kit.Spark;
import org.koploper.ui.kit.StackedBar;
import org.koploper.ui.kit.Stepper;
import org.koploper.ui.kit.TierRail;
import org.koploper.ui.kit.UndoToast;

/** Components of the kit in states that need something to show. */
final class KitSamples {

    static final Currency EURO = Currency.getInstance("EUR");
    static final BigDecimal AMOUNT = new BigDecimal("1234.5");

    private static final String NAME = KitView.PATH;

    private final Formats formats = Formats.here();
    private final Clock clock;

    KitSamples(Clock clock) {
        this.clock = clock;
    }

    Component kpis() {
        String label = translate("month.meter.order");
        return filling(Kpi.list(
                new Kpi(label, formats.wholeMoney(AMOUNT, EURO), null)
                        .from(translate("reading.basis.quote-to-order", 6, 12))
                        .means(List.of(translate("month.meters-order")))
                        .moved(Delta.wholeMoney(AMOUNT, EURO, Wanted.MORE).against(NAME))
                        .course(spark()),
                new Kpi(translate("month.meter.cycle"), "36", translate("unit.days"))
                        .moved(Delta.of(new BigDecimal("4"), formats::number, Wanted.LESS)),
                new Kpi(translate("month.meter.closing"), null, null)
                        .from(translate("reading.basis.quote-to-order", 1, 2))));
    }

    Component[] deltas() {
        return new Component[] {
            Delta.money(AMOUNT, EURO, Wanted.MORE),
            Delta.money(AMOUNT.negate(), EURO, Wanted.MORE).against(NAME),
            Delta.points(new BigDecimal("-0.0204"), Wanted.LESS),
            Delta.points(new BigDecimal("0.0001"), Wanted.MORE),
            Delta.of(AMOUNT, formats::number, Wanted.EITHER)
        };
    }

    AsOfStamp stamp(@Nullable Duration ago) {
        return new AsOfStamp(
                        () -> Optional.ofNullable(ago)
                                .map(age ->
                                        new Arrival(Way.IMPORT, clock.instant().minus(age))),
                        clock)
                .at(clock.instant());
    }

    Component paces() {
        String label = translate("metric.revenue");
        Div all = new Div(new PaceBar(label, null));
        String[] shares = {"0", "0.5", "0.45", "0.3", "1.1", "0.9"};
        Pace.State[] states = Pace.State.values();
        for (int i = 0; i < states.length; i++) {
            BigDecimal share = new BigDecimal(shares[i]);
            Pace pace = new Pace(
                    share,
                    new BigDecimal("0.5"),
                    states[i],
                    formats.wholeMoney(share.multiply(AMOUNT), EURO),
                    formats.wholeMoney(AMOUNT, EURO));
            all.add(new PaceBar(label, pace), PaceBar.slim(label, pace, new BigDecimal("1.1")));
        }
        all.addClassName("kp-form");
        return all;
    }

    Component[] rails() {
        List<TierStand.Tier> tiers = List.of(
                new TierStand.Tier(BigDecimal.ZERO, new BigDecimal("50000"), new BigDecimal("0.05")),
                new TierStand.Tier(new BigDecimal("50000"), new BigDecimal("100000"), new BigDecimal("0.08")),
                new TierStand.Tier(new BigDecimal("100000"), null, new BigDecimal("0.12")));
        Period year = Period.year(LocalDate.now(clock));
        return new Component[] {
            rail(year, "68000", tiers, 1), rail(year, "130000", tiers, 2), rail(null, "0", tiers.subList(0, 1), 0)
        };
    }

    private static Component rail(@Nullable Period window, String position, List<TierStand.Tier> tiers, int current) {
        return filling(new TierRail(new TierStand(NAME, EURO, window, new BigDecimal(position), tiers, current)));
    }

    Spark spark() {
        return new Spark(
                translate("meters.course", NAME),
                IntStream.range(0, 6)
                        .mapToObj(i -> {
                            BigDecimal number = i == 2 ? null : AMOUNT.multiply(BigDecimal.valueOf(i - 1L));
                            return new Spark.Point(
                                    formats.shortMonth(Month.of(i + 1)),
                                    number,
                                    number == null ? translate("kpi.too-little") : formats.money(number, EURO));
                        })
                        .toList());
    }

    Component ranks(LocalDate today) {
        List<Standing> rows = IntStream.rangeClosed(1, 5)
                .mapToObj(rank -> new Standing(
                        rank,
                        rank,
                        null,
                        NAME + " " + rank,
                        translate("menu.team"),
                        AMOUNT.multiply(BigDecimal.valueOf(6L - rank)),
                        AMOUNT.multiply(BigDecimal.valueOf(6L - rank)),
                        null,
                        rank == 5 ? null : Integer.valueOf(6 - rank),
                        null,
                        rank == 4))
                .toList();
        Board board = new Board(
                BoardQuery.people(Metric.REVENUE, Period.month(today)), "EUR", rows, List.of(), clock.instant());
        return filling(new RankList(board, rows, true, period -> null, new RankList.Names() {
            @Override
            public Component of(Standing row) {
                return new Span(row.name());
            }

            @Override
            public String key(Standing row) {
                return String.valueOf(row.id());
            }
        }));
    }

    Component[] charts() {
        List<Chart.Point> points = new ArrayList<>();
        List<List<@Nullable BigDecimal>> values = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < Month.values().length; i++) {
            Month month = Month.of(i + 1);
            points.add(new Chart.Point(formats.shortMonth(month), formats.monthOfYear(month)));
            BigDecimal value = AMOUNT.multiply(BigDecimal.valueOf(i));
            values.get(0).add(i > 7 ? null : value);
            values.get(1).add(value.subtract(AMOUNT));
            values.get(2).add(value.divide(BigDecimal.TWO).subtract(AMOUNT.multiply(BigDecimal.TWO)));
        }
        return new Component[] {
            chart(points, values, List.of(Chart.Look.SOLID, Chart.Look.DASHED, Chart.Look.DOTTED)),
            chart(points, values, List.of(Chart.Look.COLUMNS, Chart.Look.DASHED)),
            chart(points, values, List.of(Chart.Look.DOTS)),
            chart(points, List.of(), List.of())
        };
    }

    private Chart chart(List<Chart.Point> points, List<List<@Nullable BigDecimal>> values, List<Chart.Look> looks) {
        List<Chart.Series> series = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            series.add(new Chart.Series(String.valueOf(2026 - i), looks.get(i), values.get(i)));
        }
        return new Chart(
                        NAME,
                        points,
                        series,
                        value -> formats.money(value, EURO),
                        mark -> formats.wholeMoney(mark, EURO))
                .withTable(false, open -> {});
    }

    StackedBar stack(String... numbers) {
        return new StackedBar(
                NAME,
                Arrays.stream(numbers)
                        .map(BigDecimal::new)
                        .map(number -> new StackedBar.Part(NAME, number, formats.money(number, EURO), null))
                        .toList());
    }

    AmountField amount() {
        return new AmountField(translate("deal.value"), EURO.getCurrencyCode(), AMOUNT);
    }

    AmountField wrongAmount() {
        AmountField field = amount();
        field.setErrorMessage(translate("amount.not-a-number"));
        field.setInvalid(true);
        return field;
    }

    Explained explained() {
        String money = formats.money(AMOUNT, EURO);
        Explained deal = new Explained(translate("deal.value"), null, money, "D-1024", "deals", List.of());
        return new Explained(translate("menu.statement"), money + " × 100%", money, null, null, List.of(deal));
    }

    AuditTimeline timeline() {
        String when = formats.moment(clock.instant(), clock.getZone(), LocalDate.MIN);
        return new AuditTimeline(List.of(
                AuditTimeline.Entry.of(translate("audit.action.deal.won"), when)
                        .by(NAME, translate("records.reason"))
                        .worth(Delta.money(AMOUNT, EURO, Wanted.MORE))
                        .changing(List.of(
                                new AuditTimeline.Change(
                                        translate("field.stage"), translate("stage.quoted"), translate("stage.won")),
                                new AuditTimeline.Change(translate("field.value"), "", formats.money(AMOUNT, EURO)))),
                AuditTimeline.Entry.of(translate("person.full-time"), when).holding(true),
                AuditTimeline.Entry.of(List.of(new AuditTimeline.Change(translate("field.owner"), NAME, "")), when)));
    }

    Stepper stepper() {
        List<String> names =
                List.of("import.step.choose", "import.step.format", "import.step.columns", "import.step.check");
        return new Stepper(
                translate("import.steps"),
                names.stream()
                        .map(key -> new Stepper.Step(
                                translate(key),
                                names.indexOf(key) < 2 ? new RouterLink(translate(key), KitView.class) : null))
                        .toList(),
                2);
    }

    Button atWork() {
        SaveButton button = new SaveButton(translate("records.save"), () -> {});
        button.getElement().setAttribute("aria-busy", "true");
        return button;
    }

    void confirm() {
        ConfirmWithReason.of("tokens.revoke-title", "tokens.revoke", NAME)
                .says(translate("tokens.revoke-text"))
                .amount(translate("deal.value"), AMOUNT, EURO)
                .reason(translate("records.reason"), 100, true)
                .typed(NAME)
                .destroys()
                .then(() -> UndoToast.say(translate("tokens.revoked-done", NAME)));
    }

    void conflict() {
        Edited<BigDecimal> value = new Edited<>(
                translate("deal.value"), AMOUNT, AMOUNT.add(BigDecimal.ONE), AMOUNT.negate(), formats::number);
        new ConflictDialog(
                        NAME,
                        ConflictDialog.who(Optional.of(new Trail.Last(NAME, clock.instant())), clock),
                        List.of(value),
                        () -> {},
                        () -> {})
                .open();
    }

    /** As wide as the page, as on a screen. */
    private static Component filling(Component wide) {
        wide.getElement().getStyle().set("flex", "1 0 100%");
        return wide;
    }
}
