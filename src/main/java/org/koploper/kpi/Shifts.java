package org.koploper.kpi;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.koploper.people.WorkCalendars;
import org.koploper.period.Period;
import org.koploper.period.WorkingDays;
import org.springframework.stereotype.Component;

/** Finds the other stretch of time that one is held against. */
@Component
class Shifts {

    private final WorkCalendars calendars;

    Shifts(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    /** With the same key. */
    Slot of(Slot slot, Shift shift) {
        Period whole = slot.period();
        Period before = shift == Shift.YEAR_BEFORE ? yearBefore(slot) : whole.previous();
        if (slot.isOver() || shift != Shift.PREVIOUS || !slot.hasBegun()) {
            return new Slot(slot.key(), before, before.to());
        }
        LocalDate last = before.from().plusDays(ChronoUnit.DAYS.between(whole.from(), slot.day()));
        return new Slot(slot.key(), before, last.isAfter(before.to()) ? before.to() : last);
    }

    private Period yearBefore(Slot slot) {
        LocalDate from = slot.period().from().minusYears(1);
        LocalDate to = slot.period().to();
        LocalDate last = to.getDayOfMonth() == to.lengthOfMonth()
                ? to.minusYears(1).withDayOfMonth(to.minusYears(1).lengthOfMonth())
                : to.minusYears(1);
        if (slot.isOver() || !slot.hasBegun()) {
            return new Period(from, last);
        }
        WorkingDays days = calendars.ofOrganisation();
        long passed = slot.passed()
                .from()
                .datesUntil(slot.day().plusDays(1))
                .filter(days::isWorkingDay)
                .count();
        LocalDate day = from.minusDays(1);
        for (long left = passed; left > 0 && day.isBefore(last); left -= days.isWorkingDay(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return new Period(from, day.isBefore(from) ? from : day);
    }
}
