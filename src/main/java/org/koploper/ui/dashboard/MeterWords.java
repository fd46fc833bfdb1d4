package org.koploper.ui.dashboard;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Beside;
import org.koploper.kpi.Beside.Verdict;
import org.koploper.kpi.KpiReason;
import org.koploper.kpi.KpiWords;
import org.koploper.kpi.Meter;
import org.koploper.kpi.Reading;
import org.koploper.statistics.Interval;
import org.koploper.statistics.Proportion;
import org.koploper.ui.kit.Delta;
import org.koploper.ui.kit.Delta.Wanted;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.list.ListColumn;

/** The four numbers and what is said of them, in the reader's words. */
final class MeterWords {

    private MeterWords() {}

    static String name(Meter meter) {
        return translate("month.meter." + meter.key());
    }

    /** A value of it, with its unit. */
    static String value(Meter meter, BigDecimal value, Reading reading) {
        Formats formats = Formats.here();
        return switch (meter) {
            case OPEN -> formats.number(value.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros());
            case ORDER -> money(value, reading.currency());
            case CLOSING -> formats.percent(value);
            case CYCLE -> formats.days(value);
        };
    }

    /** As {@link #value}; empty where there is none. */
    static Optional<String> value(Meter meter, Reading reading) {
        return Optional.ofNullable(reading.value()).map(value -> value(meter, value, reading));
    }

    private static String money(BigDecimal amount, @Nullable String currency) {
        Formats formats = Formats.here();
        return currency == null ? formats.number(amount) : formats.wholeMoney(amount, Currency.getInstance(currency));
    }

    /** What it was computed from: numerator and denominator, or how many there are. */
    static String basis(Meter meter, Reading reading) {
        return switch (meter) {
            case OPEN -> "";
            case ORDER -> translate("month.meter.order-of", money(part(reading), reading.currency()), count(reading));
            case CLOSING ->
                translate(
                        fromDeals(reading) ? "dashboard.closing-deals" : "month.meter.closing-of",
                        number(part(reading)),
                        count(reading));
            case CYCLE ->
                translate(fromDeals(reading) ? "dashboard.cycle-deals" : "month.meter.cycle-of", count(reading));
        };
    }

    /** The same, as short as in a cell. */
    static String shortBasis(Meter meter, Reading reading) {
        return switch (meter) {
            case OPEN -> "";
            case ORDER, CYCLE -> translate("dashboard.of-" + meter.key(), count(reading));
            case CLOSING -> translate("dashboard.of-closing", number(part(reading)), count(reading));
        };
    }

    /** Of a rate, where the true one lies in 95 of 100 cases; empty for what is no rate, and where there is none. */
    static Optional<String> between(Meter meter, Reading reading) {
        BigDecimal of = reading.denominator();
        if (meter != Meter.CLOSING || reading.value() == null || of == null) {
            return Optional.empty();
        }
        Interval interval = new Proportion(whole(part(reading)), whole(of)).interval();
        Formats formats = Formats.here();
        return Optional.of(translate(
                "dashboard.between",
                formats.percent(BigDecimal.valueOf(interval.low())),
                formats.percent(BigDecimal.valueOf(interval.high()))));
    }

    private static int whole(BigDecimal count) {
        return count.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    private static boolean fromDeals(Reading reading) {
        KpiReason reason = reading.reason();
        return reason != null && reason.code() == KpiReason.Code.FROM_DEALS;
    }

    private static BigDecimal part(Reading reading) {
        return Objects.requireNonNullElse(reading.numerator(), BigDecimal.ZERO);
    }

    private static String count(Reading reading) {
        return number(Objects.requireNonNullElse(reading.n(), BigDecimal.ZERO));
    }

    private static String number(BigDecimal count) {
        return Formats.here().number(count.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros());
    }

    /** What one ought to know about the number; empty for nothing. */
    static Optional<String> reason(Reading reading, Locale language) {
        return Optional.ofNullable(reading.reason()).map(reason -> KpiWords.reason(reason, language));
    }

    /** How a number beside others is called, in a few words. */
    static String verdict(Meter meter, Beside beside) {
        return switch (beside.verdict()) {
            case BETTER, WORSE -> translate("dashboard." + key(beside.verdict()) + "." + meter.key());
            case UNCLEAR -> translate("dashboard.unclear");
            case TOO_LITTLE -> translate("dashboard.too-little." + meter.key(), beside.cases(), beside.needed());
            case TOO_FEW_PEOPLE -> translate("dashboard.too-few-people");
            case TOO_MANY -> translate("dashboard.too-many");
        };
    }

    /** The same of a change. */
    static String change(Beside beside) {
        return switch (beside.verdict()) {
            case BETTER, WORSE -> translate("dashboard.changed");
            case UNCLEAR -> translate("dashboard.maybe-chance");
            default -> translate("dashboard.no-change-known");
        };
    }

    private static String key(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the others have; empty where there is no comparison. */
    static Optional<String> others(Meter meter, Beside beside, Reading own) {
        BigDecimal others = beside.others();
        if (others == null || beside.whole() == null) {
            return Optional.empty();
        }
        String value = value(meter, others, own);
        return Optional.of(
                switch (meter) {
                    case OPEN -> translate("dashboard.others.open", value);
                    case ORDER, CYCLE -> translate("dashboard.others." + meter.key(), value, number(beside.whole()));
                    case CLOSING ->
                        translate(
                                "dashboard.others.closing",
                                value,
                                number(Objects.requireNonNull(beside.part())),
                                number(beside.whole()));
                });
    }

    /** How much more or less it is; coloured only where that is more than chance. */
    static Delta delta(Meter meter, BigDecimal difference, Beside beside, Reading own) {
        Wanted wanted = !beside.differs() ? Wanted.EITHER : meter == Meter.CYCLE ? Wanted.LESS : Wanted.MORE;
        if (meter == Meter.CLOSING) {
            return Delta.points(difference, wanted);
        }
        int decimals = meter == Meter.CYCLE ? 1 : 0;
        return Delta.of(
                difference.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros(),
                size -> value(meter, size, own),
                wanted);
    }

    /** A column of a file or list that holds the value. */
    static <T> ListColumn<T> column(Meter meter, Function<T, Reading> reading) {
        String header = "month.meter." + meter.key();
        Function<T, @Nullable BigDecimal> value =
                row -> rounded(meter, reading.apply(row).value());
        return switch (meter) {
            case OPEN, CYCLE -> ListColumn.number(meter.key(), header, value);
            case CLOSING -> ListColumn.share(meter.key(), header, value);
            case ORDER ->
                ListColumn.money(meter.key(), header, value, row -> {
                    String currency = reading.apply(row).currency();
                    return currency == null ? null : Currency.getInstance(currency);
                });
        };
    }

    private static @Nullable BigDecimal rounded(Meter meter, @Nullable BigDecimal value) {
        return value == null ? null : value.setScale(meter == Meter.CLOSING ? 4 : 2, RoundingMode.HALF_UP);
    }
}
