package org.koploper.commission.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.koploper.period.Period;

/** How a quota or target pay shrinks for somebody who was there for a part of its window only. */
public enum Proration {
    /** It does not. */
    NONE {
        @Override
        int days(LocalDate from, LocalDate to) {
            return 1;
        }
    },
    /** By calendar days, the first and the last included. */
    ACTUAL {
        @Override
        int days(LocalDate from, LocalDate to) {
            return (int) ChronoUnit.DAYS.between(from, to) + 1;
        }
    },
    /** By months of thirty days, the first and the last day included. */
    THIRTY_360 {
        @Override
        int days(LocalDate from, LocalDate to) {
            return 360 * (to.getYear() - from.getYear())
                    + 30 * (to.getMonthValue() - from.getMonthValue())
                    + upTo(to)
                    - Math.min(from.getDayOfMonth(), 30)
                    + 1;
        }
    };

    abstract int days(LocalDate from, LocalDate to);

    /** Days of the window on which the service lasts. */
    int active(Period window, Service service) {
        LocalDate from =
                service.from() != null && service.from().isAfter(window.from()) ? service.from() : window.from();
        LocalDate to = service.to() != null && service.to().isBefore(window.to()) ? service.to() : window.to();
        return to.isBefore(from) ? 0 : days(from, to);
    }

    int all(Period window) {
        return days(window.from(), window.to());
    }

    private static int upTo(LocalDate date) {
        boolean last = date.getDayOfMonth() == date.lengthOfMonth();
        return last ? 30 : Math.min(date.getDayOfMonth(), 30);
    }
}
