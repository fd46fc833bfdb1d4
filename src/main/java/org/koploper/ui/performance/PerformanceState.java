package org.koploper.ui.performance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Grouping;
import org.koploper.kpi.Kpi;
import org.koploper.kpi.KpiScope;
import org.koploper.kpi.KpiTrends;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.koploper.ui.shell.Address;

/**
 * Whose performance is shown and how it is taken apart, as the address says: {@code p}, {@code team}, {@code rep}, and for the
 * trend {@code kpi}, {@code by} and {@code step}.
 *
 * @param team null for the whole organisation, and where it is one person
 * @param person null for several together
 * @param by by what the trend is taken apart; null: all together
 * @param step months or quarters
 * @param trend the days of the trend: whole steps, the last one that of the last day of the period
 */
record PerformanceState(
        Period period,
        @Nullable TeamRef team,
        @Nullable PersonRef person,
        Kpi kpi,
        @Nullable Grouping by,
        PeriodKind step,
        Period trend) {

    /** In the address, where it is not taken apart although it could be. */
    static final String TOGETHER = "none";

    static final List<PeriodKind> STEPS = List.of(PeriodKind.MONTH, PeriodKind.QUARTER);

    private static final int MONTHS = 12;
    private static final int QUARTERS = 8;

    /** Where the address says none, the first of these that there is. */
    private static final List<Grouping> USUAL = List.of(Grouping.REGION, Grouping.SOURCE, Grouping.TEAM);

    /**
     * @param people whom the reader may choose
     * @param teams those that can be chosen
     */
    static PerformanceState read(
            Address address, List<PersonRef> people, List<TeamRef> teams, KpiTrends trends, LocalDate today) {
        Period period = address.get("p").isEmpty() ? Period.quarter(today) : address.period(today);
        PersonRef person = address.get("rep")
                .flatMap(id -> people.stream()
                        .filter(one -> one.externalId().equals(id))
                        .findFirst())
                .orElse(null);
        TeamRef team = person != null
                ? null
                : address.get("team")
                        .flatMap(id -> teams.stream()
                                .filter(one -> one.externalId().equals(id))
                                .findFirst())
                        .orElse(null);
        KpiScope scope = scope(team, person);
        Kpi kpi = address.get("kpi")
                .flatMap(Kpi::by)
                .filter(trends.choices(scope)::contains)
                .orElse(Kpi.REVENUE);
        PeriodKind step =
                address.get("step").filter("quarter"::equals).isPresent() ? PeriodKind.QUARTER : PeriodKind.MONTH;
        return new PerformanceState(
                period, team, person, kpi, by(address, trends.groupings(kpi, scope)), step, trend(period, step, today));
    }

    private static @Nullable Grouping by(Address address, List<Grouping> groupings) {
        Optional<String> asked = address.get("by");
        if (asked.filter(TOGETHER::equals).isPresent()) {
            return null;
        }
        return asked.flatMap(Grouping::byKey)
                .filter(groupings::contains)
                .or(() -> USUAL.stream().filter(groupings::contains).findFirst())
                .orElse(null);
    }

    /** As many steps as tell a course, and never fewer than the period has; what is still to come is left out. */
    private static Period trend(Period period, PeriodKind step, LocalDate today) {
        LocalDate end = period.contains(today) ? today : period.to();
        Period last = step.around(end);
        LocalDate from = step == PeriodKind.MONTH
                ? last.from().minusMonths(MONTHS - 1L)
                : last.from().minusMonths(3L * (QUARTERS - 1));
        LocalDate first = step.around(period.from()).from();
        return new Period(first.isBefore(from) ? first : from, last.to());
    }

    KpiScope scope() {
        return scope(team, person);
    }

    private static KpiScope scope(@Nullable TeamRef team, @Nullable PersonRef person) {
        if (person != null) {
            return KpiScope.of(person.id());
        }
        return team == null ? KpiScope.organisation() : KpiScope.of(team.id());
    }
}
