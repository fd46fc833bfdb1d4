package org.koploper.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Effort;
import org.koploper.kpi.EffortCounts;
import org.koploper.kpi.EffortForecast;
import org.koploper.kpi.EffortRatio;
import org.koploper.kpi.EffortShare;
import org.koploper.kpi.EffortWeek;
import org.koploper.period.Period;
import org.koploper.statistics.Interval;
import org.koploper.statistics.Proportion;

/**
 * From effort to result.
 *
 * @param scope as it was asked for
 * @param people of how many people there are counts, as far as the token may see them
 * @param weeks with counts, the oldest first
 * @param totals all weeks together
 * @param required null where no target was asked for, and where no meeting came of any call
 */
record EffortAnswer(
        String scope,
        LocalDate from,
        LocalDate to,
        int people,
        List<EffortOfWeek> weeks,
        EffortSums totals,
        @Nullable EffortRequired required) {

    private static final int DECIMALS = 6;

    static EffortAnswer of(String scope, Effort effort, @Nullable EffortForecast forecast, BigDecimal certainty) {
        return new EffortAnswer(
                scope,
                effort.period().from(),
                effort.period().to(),
                effort.byPerson().size(),
                effort.weeks().stream().map(EffortOfWeek::of).toList(),
                EffortSums.of(effort.totals()),
                forecast == null ? null : EffortRequired.of(forecast, certainty));
    }

    private static String text(double rate) {
        return Amounts.number(BigDecimal.valueOf(rate).setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    /**
     * One week.
     *
     * @param week as ISO 8601 names it
     * @param monday its first day
     * @param people of how many people there are counts
     * @param days how many days those people were there to work
     */
    record EffortOfWeek(String week, LocalDate monday, int people, String days, EffortSums sums) {

        static EffortOfWeek of(EffortWeek week) {
            return new EffortOfWeek(
                    Period.week(week.monday()).key(),
                    week.monday(),
                    week.people(),
                    Amounts.number(week.days()),
                    EffortSums.of(week.counts()));
        }
    }

    /**
     * Counts and what they come to.
     *
     * @param unaccounted decision makers of whom nobody says what came of it; below zero where more came of them than there were
     * @param minutes null where nobody wrote them down
     * @param reached decision makers by calls
     * @param agreed meetings by decision makers
     * @param met meetings by calls
     */
    record EffortSums(
            int calls,
            int decisionMakers,
            int meetings,
            int callbacksShort,
            int callbacksLong,
            int other,
            int unaccounted,
            @Nullable Integer minutes,
            EffortRate reached,
            EffortRate agreed,
            EffortRate met) {

        static EffortSums of(EffortCounts counts) {
            return new EffortSums(
                    counts.calls(),
                    counts.decisionMakers(),
                    counts.meetings(),
                    counts.callbacksShort(),
                    counts.callbacksLong(),
                    counts.other(),
                    counts.unaccounted(),
                    counts.minutes() == 0 ? null : counts.minutes(),
                    EffortRate.of(EffortRatio.REACHED.of(counts)),
                    EffortRate.of(EffortRatio.AGREED.of(counts)),
                    EffortRate.of(EffortRatio.MET.of(counts)));
        }
    }

    /**
     * A ratio with both of its numbers.
     *
     * @param rate from 0 to 1, six decimals; null where {@code lack} says why
     * @param lack {@code nothing} out of nothing, {@code few} out of fewer than five, {@code more-than-all} for wrong counts
     * @param low where the truth lies at 95 percent, from here; null where nothing can be said
     * @param high to here
     * @param settled whether half of that range is at most a quarter of the rate
     */
    record EffortRate(
            int part,
            int whole,
            @Nullable String rate,
            @Nullable String lack,
            @Nullable String low,
            @Nullable String high,
            boolean settled) {

        static EffortRate of(EffortShare share) {
            EffortShare.Lack lack = share.lack();
            Proportion known = share.proportion().orElse(null);
            Interval interval = known == null ? null : known.interval();
            BigDecimal rate = share.rate();
            return new EffortRate(
                    share.part(),
                    share.whole(),
                    rate == null ? null : text(rate.doubleValue()),
                    lack == null ? null : code(lack),
                    interval == null ? null : text(interval.low()),
                    interval == null ? null : text(interval.high()),
                    known != null && known.isSettled());
        }
    }

    /**
     * How many calls a number of meetings needs.
     *
     * @param target meetings
     * @param certainty that they come, from 0 to 1
     * @param weeks how many weeks it rests on
     * @param contacts how many decision makers were reached in them
     * @param byRate calls by the ratio as it is
     * @param low calls by the higher end of the range of the ratio
     * @param high calls by its lower end
     * @param calls with which the target is reached with that certainty; null where that would be more than anybody calls
     * @param caution why it should not be relied on yet: {@code weeks}, {@code contacts} or {@code wide}; null where it may be
     */
    record EffortRequired(
            int target,
            String certainty,
            int weeks,
            int contacts,
            int byRate,
            int low,
            int high,
            @Nullable Integer calls,
            @Nullable String caution) {

        static EffortRequired of(EffortForecast forecast, BigDecimal certainty) {
            OptionalInt calls = forecast.at(certainty.doubleValue());
            return new EffortRequired(
                    forecast.required().target(),
                    Amounts.number(certainty),
                    forecast.weeks().size(),
                    forecast.contacts(),
                    forecast.byRate(),
                    (int) forecast.range().low(),
                    (int) forecast.range().high(),
                    calls.isPresent() ? calls.getAsInt() : null,
                    forecast.caution().map(EffortAnswer::code).orElse(null));
        }
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
