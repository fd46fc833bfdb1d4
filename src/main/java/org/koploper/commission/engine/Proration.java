package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
        LocalDate from = first(window, service);
        LocalDate to = last(window, service);
        return to.isBefore(from) ? 0 : days(from, to);
    }

    /** Days with one part of full time. */
    record Stretch(int days, BigDecimal part) {}

    /** The same days by the part of full time, neighbours with the same part made one: they add up to all of them. */
    List<Stretch> stretches(Period window, Service service) {
        LocalDate from = first(window, service);
        LocalDate to = last(window, service);
        List<Stretch> stretches = new ArrayList<>();
        BigDecimal part = BigDecimal.ONE;
        int counted = 0;
        for (Service.Part next : service.parts()) {
            LocalDate last = next.from().minusDays(1);
            if (last.isBefore(to) && next.part().compareTo(part) != 0) {
                int until = last.isBefore(from) ? 0 : days(from, last);
                add(stretches, until - counted, part);
                counted = until;
                part = next.part();
            }
        }
        add(stretches, active(window, service) - counted, part);
        return stretches;
    }

    private static void add(List<Stretch> stretches, int days, BigDecimal part) {
        if (days > 0) {
            stretches.add(new Stretch(days, part));
        }
    }

    private static LocalDate first(Period window, Service service) {
        return service.from() != null && service.from().isAfter(window.from()) ? service.from() : window.from();
    }

    private static LocalDate last(Period window, Service service) {
        return service.to() != null && service.to().isBefore(window.to()) ? service.to() : window.to();
    }

    int all(Period window) {
        return days(window.from(), window.to());
    }

    private static int upTo(LocalDate date) {
        boolean last = date.getDayOfMonth() == date.lengthOfMonth();
        return last ? 30 : Math.min(date.getDayOfMonth(), 30);
    }
}
