package org.koploper.ui.dashboard;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Beside;
import org.koploper.kpi.Beside.Verdict;
import org.koploper.kpi.Meter;
import org.koploper.kpi.Reading;
import org.koploper.ui.kit.Delta;
import org.koploper.ui.kit.Delta.Wanted;
import org.koploper.ui.kit.ReadingWords;
import org.koploper.ui.list.ListColumn;

/** What is said of one of the four numbers beside others, or beside what it was. */
final class BesideWords {

    private BesideWords() {}

    static String name(Meter meter) {
        return translate("month.meter." + meter.key());
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
        ReadingWords words = new ReadingWords(own.currency());
        String value = words.amount(own, others);
        return Optional.of(
                switch (meter) {
                    case OPEN -> translate("dashboard.others.open", value);
                    case ORDER, CYCLE ->
                        translate("dashboard.others." + meter.key(), value, words.number(beside.whole()));
                    case CLOSING ->
                        translate(
                                "dashboard.others.closing",
                                value,
                                words.number(beside.part()),
                                words.number(beside.whole()));
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
                size -> new ReadingWords(own.currency()).amount(own, size),
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
