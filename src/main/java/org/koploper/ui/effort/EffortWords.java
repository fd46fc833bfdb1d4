package org.koploper.ui.effort;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.koploper.kpi.EffortShare;
import org.koploper.period.Period;
import org.koploper.statistics.Interval;
import org.koploper.ui.kit.Formats;

/** How shares, chances and hours are written on these screens. */
final class EffortWords {

    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final int HOUR = 60;
    private static final double RARE = 0.001;

    private EffortWords() {}

    /** Whole percents, below ten percent with one decimal: {@code 24%}, {@code 8,3%}. */
    static String rate(BigDecimal share) {
        return Formats.here().rate(share.setScale(share.abs().compareTo(TENTH) < 0 ? 3 : 2, RoundingMode.HALF_UP));
    }

    static String rate(double share) {
        return rate(BigDecimal.valueOf(share));
    }

    /** With both numbers: {@code 24% (9/38)}; of a few only those, {@code 2 van 3}; of none a dash. */
    static String share(EffortShare share) {
        BigDecimal rate = share.rate();
        if (rate != null) {
            return translate("effort.share", rate(rate), number(share.part()), number(share.whole()));
        }
        return share.lack() == EffortShare.Lack.NOTHING ? translate("effort.none") : counts(share);
    }

    /** {@code 9 van 38}. */
    static String counts(EffortShare share) {
        return translate("effort.of", number(share.part()), number(share.whole()));
    }

    /** {@code tussen 13% en 39%}. */
    static String between(Interval interval) {
        return translate("effort.between", rate(interval.low()), rate(interval.high()));
    }

    /** How often chance alone does as much: {@code 15 keer op 100}. */
    static String chance(double byChance) {
        if (byChance < RARE) {
            return translate("effort.chance-rare", number(1000));
        }
        int of = byChance < 0.1 ? 1000 : 100;
        return translate("effort.chance", number(Math.round(byChance * of)), number(of));
    }

    /** {@code 15 u 13 min}. */
    static String hours(BigDecimal minutes) {
        long all = minutes.setScale(0, RoundingMode.HALF_UP).longValueExact();
        return all < HOUR
                ? translate("effort.minutes", number(all))
                : all % HOUR == 0
                        ? translate("effort.hours", number(all / HOUR))
                        : translate("effort.hours-minutes", number(all / HOUR), number(all % HOUR));
    }

    /** One decimal at most: {@code 21,6}. */
    static String tenth(BigDecimal number) {
        return Formats.here().number(number.setScale(1, RoundingMode.HALF_UP));
    }

    static String number(long number) {
        return Formats.here().number(number);
    }

    /** {@code week 38, 2026}. */
    static String week(LocalDate monday) {
        return Formats.here().period(Period.week(monday));
    }

    /** As short as on an axis: {@code w38}. */
    static String shortWeek(LocalDate monday) {
        return translate("effort.week-mark", String.valueOf(monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    }
}
