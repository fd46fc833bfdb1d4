package org.koploper.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.koploper.period.Period;

/** Periods that a goal is compared with. */
final class GoalPeriods {

    private GoalPeriods() {}

    /** As long, that many times before: of whole months by months, else by days. */
    static Period before(Period period, int times) {
        int months = GoalTerms.months(period);
        if (months > 0) {
            LocalDate from = period.from().minusMonths((long) months * times);
            return new Period(from, from.plusMonths(months).minusDays(1));
        }
        long days = period.days() * times;
        return new Period(period.from().minusDays(days), period.to().minusDays(days));
    }

    /** What a goal with that reading is compared with, as long as nobody says something else. */
    static Period baseline(GoalReading reading, Period period) {
        return switch (reading) {
            case LEVEL ->
                GoalTerms.months(period) > 0
                        ? Period.month(period.from().minusDays(1))
                        : Period.day(period.from().minusDays(1));
            case VS_LAST_YEAR -> GoalCurve.yearBefore(period);
            case TOTAL, RATIO_POINTS, RATIO_RELATIVE -> before(period, 1);
        };
    }

    /** The last of these many before the period, the latest first. */
    static List<Period> earlier(Period period, int count) {
        List<Period> earlier = new ArrayList<>();
        for (int times = 1; times <= count; times++) {
            earlier.add(before(period, times));
        }
        return earlier;
    }
}
