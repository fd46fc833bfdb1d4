package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.OwnMeters;
import org.koploper.period.Period;
import org.koploper.ui.kit.Delta.Wanted;

/**
 * Open quotes, average order, closing rate and sales cycle: each with what it was computed from, how it moved since the
 * months before, and its course.
 */
public class MeterKpis extends Div {

    /** A month alone has too few orders and decisions for most people. */
    private static final int MONTHS = 3;

    private static final int PERIODS = 4;

    private final Formats formats = Formats.here();
    private final List<OwnMeters> course;
    private final OwnMeters now;
    private final @Nullable OwnMeters before;

    /** @param course over {@link #periods}, or more of them; the last one is shown as the number */
    public MeterKpis(List<OwnMeters> course) {
        this.course = course;
        now = course.getLast();
        before = course.size() > 1 ? course.get(course.size() - 2) : null;
        Paragraph when = new Paragraph(getTranslation("meters.period", formats.period(now.period()), MONTHS));
        when.addClassName("kp-quiet");
        add(when, Kpi.list(open(), order(), closing(), cycle()));
    }

    /** The three months that end with this one, after three times the three before them. */
    public static List<Period> periods(Period month) {
        return IntStream.range(0, PERIODS)
                .map(index -> (PERIODS - 1 - index) * MONTHS)
                .mapToObj(back -> new Period(
                        month.from().minusMonths(back + MONTHS - 1L),
                        month.from().minusMonths(back - 1L).minusDays(1)))
                .toList();
    }

    private Kpi open() {
        return kpi(
                "open",
                read -> BigDecimal.valueOf(read.openQuotes()),
                formats::number,
                null,
                difference -> Delta.of(difference, formats::number, Wanted.EITHER),
                getTranslation("month.meter.open-worth", money(now.openValue()), formats.date(now.on())));
    }

    private Kpi order() {
        BigDecimal orders = now.orders().setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return kpi(
                "order",
                read -> whole(read.averageOrder()),
                this::money,
                null,
                difference -> Delta.of(difference, this::money, Wanted.MORE),
                getTranslation("reading.basis.order-value", money(now.revenue()), formats.number(orders)));
    }

    private Kpi closing() {
        return kpi(
                "closing",
                OwnMeters::closingRate,
                formats::percent,
                null,
                difference -> Delta.points(difference, Wanted.MORE),
                getTranslation("reading.basis.quote-to-order", now.won(), now.decided()));
    }

    private Kpi cycle() {
        return kpi(
                "cycle",
                OwnMeters::cycleDays,
                formats::number,
                getTranslation("unit.days"),
                difference -> Delta.of(difference, formats::days, Wanted.LESS),
                getTranslation("reading.basis.sales-cycle", "", "", now.timed()));
    }

    private Kpi kpi(
            String name,
            Function<OwnMeters, @Nullable BigDecimal> number,
            Function<BigDecimal, String> written,
            @Nullable String unit,
            Function<BigDecimal, Delta> moved,
            String from) {
        BigDecimal value = number.apply(now);
        BigDecimal then = before == null ? null : number.apply(before);
        String label = getTranslation("month.meter." + name);
        Kpi kpi = new Kpi(label, value == null ? null : written.apply(value), unit)
                .from(from)
                .means(meaning(name));
        if (value != null && then != null) {
            kpi.moved(moved.apply(value.subtract(then)).against(getTranslation("meters.before", MONTHS)));
        }
        return hasCourse(number)
                ? kpi.course(new Spark(
                        getTranslation("meters.course", label), points(number, unit == null ? written : formats::days)))
                : kpi;
    }

    /** Whether there is anything to draw: two numbers, and not all of them zero. */
    private boolean hasCourse(Function<OwnMeters, @Nullable BigDecimal> number) {
        List<BigDecimal> known =
                course.stream().map(number).filter(Objects::nonNull).toList();
        return known.size() > 1 && known.stream().anyMatch(one -> one.signum() != 0);
    }

    private List<Spark.Point> points(
            Function<OwnMeters, @Nullable BigDecimal> number, Function<BigDecimal, String> written) {
        return course.stream()
                .map(read -> {
                    BigDecimal value = number.apply(read);
                    return new Spark.Point(
                            formats.period(read.period()),
                            value,
                            value == null ? getTranslation("kpi.too-little") : written.apply(value));
                })
                .toList();
    }

    private List<String> meaning(String name) {
        String what = getTranslation("month.meters-" + name);
        return name.equals("open")
                ? List.of(what)
                : List.of(what, getTranslation("month.meters-few", OwnMeters.FEWEST));
    }

    private static @Nullable BigDecimal whole(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(0, RoundingMode.HALF_UP);
    }

    private String money(BigDecimal amount) {
        String currency = now.currency();
        return currency == null ? formats.number(amount) : formats.wholeMoney(amount, Currency.getInstance(currency));
    }
}
