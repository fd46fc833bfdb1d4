package org.koploper.notice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When nothing is mailed to somebody, on the clock on the organisation's wall.
 *
 * @param from first quiet minute of a day; may be later than {@code to}, then it is quiet over midnight
 * @param to first minute that is not quiet any more; the same as {@code from} for no quiet hours
 * @param weekends whether Saturdays and Sundays are quiet altogether
 * @param holidays whether public holidays are quiet altogether
 */
public record Quiet(LocalTime from, LocalTime to, boolean weekends, boolean holidays) {

    /** As long as the person chose nothing else. */
    public static final Quiet PROPOSED = new Quiet(LocalTime.of(19, 0), LocalTime.of(7, 0), true, false);

    private static final LocalTime DIGEST = LocalTime.of(8, 0);

    /** Whether it is quiet then. */
    boolean at(ZonedDateTime moment, Predicate<LocalDate> isHoliday) {
        return isQuietDay(moment.toLocalDate(), isHoliday) || isQuietHour(moment.toLocalTime());
    }

    /** When the digest of that day is due: at eight, or when the quiet hours of the morning end; empty on a quiet day. */
    Optional<ZonedDateTime> digestOn(LocalDate day, ZoneId zone, Predicate<LocalDate> isHoliday) {
        if (isQuietDay(day, isHoliday)) {
            return Optional.empty();
        }
        @Nullable LocalTime time = !isQuietHour(DIGEST) ? DIGEST : to.isAfter(DIGEST) ? to : null;
        return Optional.ofNullable(time).map(due -> day.atTime(due).atZone(zone));
    }

    private boolean isQuietDay(LocalDate day, Predicate<LocalDate> isHoliday) {
        return weekends && isWeekend(day) || holidays && isHoliday.test(day);
    }

    private boolean isQuietHour(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
