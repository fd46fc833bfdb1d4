package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.SignedInOnly;
import org.koploper.people.Directory;
import org.koploper.people.Organisation;
import org.koploper.people.TeamId;
import org.koploper.people.WorkCalendars;
import org.koploper.period.Period;
import org.koploper.period.WorkingDays;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Targets and the progress towards them, computed when asked for. */
@Service
public class Goals {

    private final AgreedTargets agreed;
    private final OwnTargets ownTargets;
    private final Measures measures;
    private final Directory directory;
    private final Organisation organisation;
    private final WorkCalendars calendars;
    private final Clock clock;

    Goals(
            AgreedTargets agreed,
            OwnTargets ownTargets,
            Measures measures,
            Directory directory,
            Organisation organisation,
            WorkCalendars calendars,
            Clock clock) {
        this.agreed = agreed;
        this.ownTargets = ownTargets;
        this.measures = measures;
        this.directory = directory;
        this.organisation = organisation;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * The targets of a person that have days in the period, by first day; for the person, the managers above, HR,
     * FINANCE, ADMIN and tokens of the organisation.
     */
    @PreAuthorize("@goalAccess.sees(#person)")
    @Transactional(readOnly = true)
    public List<Goal> of(PersonId person, Period period) {
        Subject subject = person(person);
        return goals(subject, period);
    }

    /** The targets of a team that have days in the period, with what the teams below it sold. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<Goal> ofTeam(TeamId team, Period period) {
        return goals(team(team), period);
    }

    /** The targets of the organisation that have days in the period. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<Goal> ofOrganisation(Period period) {
        return goals(organisation(), period);
    }

    /**
     * Where a person stands in exactly this period: against the targets that lie inside it, put together as
     * {@link OwnTarget} says, or in the state {@link GoalState#NO_TARGET} with the value reached.
     *
     * @param kpi {@link Metric#REVENUE} or {@link Metric#DEALS}
     */
    @PreAuthorize("@goalAccess.sees(#person)")
    @Transactional(readOnly = true)
    public Goal progress(PersonId person, Metric kpi, Period period) {
        return progress(person(person), kpi, period);
    }

    /** As {@link #progress(PersonId, Metric, Period)}, for a team with the teams below it. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Goal progressOfTeam(TeamId team, Metric kpi, Period period) {
        return progress(team(team), kpi, period);
    }

    /**
     * The way to the target of exactly this period, day by day, as {@link #progress(PersonId, Metric, Period)} puts that
     * together. The number of statements does not depend on the number of days.
     *
     * @param kpi {@link Metric#REVENUE} or {@link Metric#DEALS}
     */
    @PreAuthorize("@goalAccess.sees(#person)")
    @Transactional(readOnly = true)
    public GoalCurve curve(PersonId person, Metric kpi, Period period) {
        return curve(person(person), kpi, period);
    }

    /** As {@link #curve(PersonId, Metric, Period)}, for a team with the teams below it. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public GoalCurve curveOfTeam(TeamId team, Metric kpi, Period period) {
        return curve(team(team), kpi, period);
    }

    private List<Goal> goals(Subject subject, Period period) {
        return agreed.touching(period, subject.scope(), subject.id()).stream()
                .map(target ->
                        goal(subject, target.kpi(), target.piece().days(), new OwnTarget(List.of(target.piece()))))
                .toList();
    }

    private Goal progress(Subject subject, Metric kpi, Period period) {
        return goal(
                subject,
                kpi,
                period,
                ownTargets.inside(period, subject.scope(), kpi).get(subject.id()));
    }

    private GoalCurve curve(Subject subject, Metric kpi, Period period) {
        OwnTarget target = ownTargets.inside(period, subject.scope(), kpi).get(subject.id());
        String currency = currency(kpi, target);
        return GoalCurve.of(
                kpi,
                period,
                LocalDate.now(clock),
                currency,
                inOneCurrency(target, currency),
                subject.tallies().in(period, currency),
                subject.tallies().in(GoalCurve.yearBefore(period), currency),
                subject.workedDays().in(period));
    }

    private @Nullable String currency(Metric kpi, @Nullable OwnTarget target) {
        return target == null || !kpi.isMoney()
                ? measures.organisationsCurrency()
                : target.pieces().getFirst().currency();
    }

    /** Pieces in several currencies have no sum: as long as they are, there is no target for the whole. */
    private static @Nullable OwnTarget inOneCurrency(@Nullable OwnTarget target, @Nullable String currency) {
        return target == null || target.isIn(currency) ? target : null;
    }

    private Goal goal(Subject subject, Metric kpi, Period period, @Nullable OwnTarget target) {
        String currency = currency(kpi, target);
        OwnTarget own = inOneCurrency(target, currency);
        Tallies tallies = subject.tallies().in(period, currency);
        Tally tally = own == null ? tallies.sum() : own.reached(tallies, 0, period);
        BigDecimal value = kpi == Metric.DEALS ? tally.deals() : tally.revenue();
        List<Note> notes = kpi.isMoney() ? tallies.notes() : List.of();
        String shown = kpi.isMoney() ? currency : null;
        if (own == null) {
            return new Goal(
                    null,
                    subject.scope(),
                    subject.externalId(),
                    subject.name(),
                    kpi,
                    period,
                    shown,
                    null,
                    value,
                    null,
                    null,
                    GoalState.NO_TARGET,
                    notes);
        }
        LocalDate today = LocalDate.now(clock);
        Pace pace = own.pieces().stream()
                .map(piece -> pace(subject, piece, today))
                .reduce(Pace::plus)
                .orElseThrow();
        return new Goal(
                own.pieces().size() == 1 ? own.pieces().getFirst().externalId() : null,
                subject.scope(),
                subject.externalId(),
                subject.name(),
                kpi,
                period,
                shown,
                pace.target(),
                value,
                pace.expectedNow(),
                pace.progress(value),
                pace.state(value, period, today),
                notes);
    }

    private static Pace pace(Subject subject, OwnTarget.Piece piece, LocalDate today) {
        Period days = piece.days();
        boolean running = days.contains(today) && today.isBefore(days.to());
        return Pace.of(
                piece.amount(), days, today, running ? subject.workedDays().in(days) : Collections.emptyNavigableMap());
    }

    private Subject person(PersonId person) {
        var ref = directory.person(person).orElseThrow();
        return new Subject(
                GoalScope.PERSON,
                person.value(),
                ref.externalId(),
                ref.name(),
                (period, currency) -> measures.person(person, period, currency),
                // whoever may see the goals may see the pace, also a token without roles
                period -> Caller.asSystem(() -> calendars.exposure(person, period)));
    }

    private Subject team(TeamId team) {
        var ref = directory.team(team).orElseThrow();
        return new Subject(
                GoalScope.TEAM,
                team.value(),
                ref.externalId(),
                ref.name(),
                (period, currency) -> measures.together(directory.below(team), period, currency),
                organisationsDays());
    }

    private Subject organisation() {
        return new Subject(
                GoalScope.ORGANISATION,
                OwnTargets.ORGANISATION,
                null,
                organisation.name(),
                measures::everybody,
                organisationsDays());
    }

    private DaysIn organisationsDays() {
        WorkingDays days = calendars.ofOrganisation();
        return period -> period.from()
                .datesUntil(period.to().plusDays(1))
                .filter(days::isWorkingDay)
                .collect(Collectors.toMap(day -> day, day -> BigDecimal.ONE, (one, same) -> one, TreeMap::new));
    }

    private record Subject(
            GoalScope scope, long id, @Nullable String externalId, String name, TalliesIn tallies, DaysIn workedDays) {}

    @FunctionalInterface
    private interface TalliesIn {
        Tallies in(Period period, @Nullable String currency);
    }

    @FunctionalInterface
    private interface DaysIn {
        /** How much of each day was there to work; days without are absent. */
        NavigableMap<LocalDate, BigDecimal> in(Period period);
    }
}
