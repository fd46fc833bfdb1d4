package org.koploper.ui.commercial;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiScope;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.period.Period;
import org.koploper.sales.WaitingQuery;
import org.koploper.ui.shell.Address;

/**
 * Whose numbers are shown, over which period, as the address says: {@code rep}, {@code team} ({@value #EVERYBODY} for the
 * organisation), {@code p}, {@code days} from which on a quote waits too long, and by how many percent orders are thought to be
 * {@code larger}.
 *
 * @param person null for several together
 * @param team null for the whole organisation, and where it is one person
 * @param days without contact, 0 to {@link WaitingQuery#MOST_DAYS}
 * @param larger percent, 1 to {@value #MOST_LARGER}
 */
record CommercialState(@Nullable PersonRef person, @Nullable TeamRef team, Period period, int days, int larger) {

    static final String EVERYBODY = "all";

    static final int MOST_LARGER = 100;

    private static final int USUALLY_LARGER = 5;

    /**
     * @param usual days after which a quote waits where the address does not say
     * @param below whom the user may see beside themselves; who sees nobody sees themselves
     * @param teams those that can be chosen, the own one first; without one it is the organisation
     */
    static CommercialState read(
            Address address, int usual, PersonRef self, List<PersonRef> below, List<TeamRef> teams, LocalDate today) {
        Period period = address.get("p").isPresent() ? address.period(today) : Period.quarter(today);
        int days = address.get("days").flatMap(CommercialState::days).orElse(usual);
        int larger = address.get("larger").flatMap(CommercialState::larger).orElse(USUALLY_LARGER);
        if (below.isEmpty()) {
            return new CommercialState(self, null, period, days, larger);
        }
        Optional<PersonRef> person = address.get("rep")
                .flatMap(id -> Stream.concat(Stream.of(self), below.stream())
                        .filter(one -> one.externalId().equals(id))
                        .findFirst());
        if (person.isPresent()) {
            return new CommercialState(person.get(), null, period, days, larger);
        }
        Optional<String> asked = address.get("team");
        TeamRef team = asked.filter(EVERYBODY::equals).isPresent()
                ? null
                : asked.flatMap(id -> teams.stream()
                                .filter(one -> one.externalId().equals(id))
                                .findFirst())
                        .or(() -> teams.stream().findFirst())
                        .orElse(null);
        return new CommercialState(null, team, period, days, larger);
    }

    private static Optional<Integer> days(String text) {
        return text.matches("[0-9]{1,4}") ? WaitingQuery.days(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<Integer> larger(String text) {
        return text.matches("[0-9]{1,3}") ? larger(new BigDecimal(text)) : Optional.empty();
    }

    /** The percentage typed; empty for what is no whole number from 1 to {@value #MOST_LARGER}. */
    static Optional<Integer> larger(BigDecimal typed) {
        BigDecimal whole = typed.stripTrailingZeros();
        return whole.scale() <= 0 && whole.signum() > 0 && whole.compareTo(BigDecimal.valueOf(MOST_LARGER)) <= 0
                ? Optional.of(whole.intValueExact())
                : Optional.empty();
    }

    KpiScope scope() {
        return person != null
                ? KpiScope.of(person.id())
                : team != null ? KpiScope.of(team.id()) : KpiScope.organisation();
    }
}
