package org.koploper.ui.effort;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.period.Period;
import org.koploper.ui.shell.Address;

/**
 * Whose effort is shown, over which weeks, as the address says: {@code rep}, {@code team}, {@code from}, {@code to}, and
 * {@code week} for the one that is written down.
 *
 * @param person null for several together
 * @param team null for everybody one may see, and where it is one person
 * @param own whether the person is the user, who then can write down a week
 * @param week the Monday of the week that is written down
 */
record EffortState(@Nullable PersonRef person, @Nullable TeamRef team, boolean own, Period period, LocalDate week) {

    /** So many weeks where the address says none. */
    private static final int WEEKS = 13;

    /**
     * @param below whom the user may see beside themselves; who sees nobody sees themselves
     * @param teams those that can be chosen
     */
    static EffortState read(
            Address address, PersonRef self, List<PersonRef> below, List<TeamRef> teams, LocalDate today) {
        Period period = period(address, today);
        LocalDate thisWeek = Period.week(today).from();
        Optional<LocalDate> asked = address.get("week").flatMap(EffortState::day);
        LocalDate week = asked.map(day -> Period.week(day).from())
                .filter(monday -> !monday.isAfter(thisWeek))
                .orElse(thisWeek);
        if (below.isEmpty() || address.get("week").isPresent()) {
            return new EffortState(self, null, true, period, week);
        }
        Optional<PersonRef> person = address.get("rep")
                .flatMap(id -> Stream.concat(Stream.of(self), below.stream())
                        .filter(one -> one.externalId().equals(id))
                        .findFirst());
        if (person.isPresent()) {
            return new EffortState(person.get(), null, person.get().equals(self), period, week);
        }
        TeamRef team = address.get("team")
                .flatMap(id -> teams.stream()
                        .filter(one -> one.externalId().equals(id))
                        .findFirst())
                .orElse(null);
        return new EffortState(null, team, false, period, week);
    }

    /** The last weeks where the address says nothing, or the first day after the last. */
    private static Period period(Address address, LocalDate today) {
        LocalDate to = address.get("to")
                .flatMap(EffortState::day)
                .orElse(Period.week(today).to());
        LocalDate from = address.get("from")
                .flatMap(EffortState::day)
                .orElse(Period.week(to).from().minusWeeks(WEEKS - 1L));
        return to.isBefore(from) ? period(Address.NONE, today) : new Period(from, to);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1900 && day.getYear() <= 2200);
        } catch (DateTimeParseException mistyped) {
            return Optional.empty();
        }
    }
}
