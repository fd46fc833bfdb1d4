package org.koploper.ui.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.people.TeamRef;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.koploper.ui.shell.Address;

/**
 * Whose numbers are shown, and over which period, as the address says: {@code team}, {@code rep}, {@code p}.
 *
 * @param team null where there is none to look at
 * @param person external id of the one who is held against the team; null for nobody
 * @param period a month, a quarter or a year
 */
record DashboardState(@Nullable TeamRef team, @Nullable String person, Period period) {

    /** What can be chosen. Less than a month has too few orders to say anything. */
    static final List<PeriodKind> KINDS = List.of(PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR);

    /**
     * @param teams that can be chosen, the usual one first
     * @param self external id of who looks, where there are only own numbers to see; null for a manager
     */
    static DashboardState read(Address address, List<TeamRef> teams, @Nullable String self, LocalDate today) {
        Optional<TeamRef> asked = address.get("team")
                .flatMap(id -> teams.stream()
                        .filter(team -> team.externalId().equals(id))
                        .findFirst());
        return new DashboardState(
                asked.or(() -> teams.stream().findFirst()).orElse(null),
                self == null ? address.get("rep").orElse(null) : self,
                period(address, today));
    }

    /** The quarter of today where the address says nothing; that of another stretch of days where it is none of these. */
    private static Period period(Address address, LocalDate today) {
        if (address.get("p").isEmpty()) {
            return PeriodKind.QUARTER.around(today);
        }
        Period period = address.period(today);
        return KINDS.contains(period.kind()) ? period : PeriodKind.QUARTER.around(period.from());
    }
}
