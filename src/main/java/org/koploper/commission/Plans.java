package org.koploper.commission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.audit.Trail;
import org.koploper.commission.document.PlanDocument;
import org.koploper.commission.document.PlanFault;
import org.koploper.commission.engine.Validity;
import org.koploper.people.JobRoles;
import org.koploper.people.TeamId;
import org.koploper.storage.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Commission plans, their versions and who is on them. Finance writes and reads them; whoever may see somebody's pay may
 * read the plan behind it. A change is posted to the ledgers of those it reaches before the call returns.
 */
@Service
public class Plans {

    private static final String FINANCE = "hasAnyRole('FINANCE') or hasAuthority('SYSTEM')";

    private final PlanRows rows;
    private final Coverage coverage;
    private final CommissionRun run;
    private final JobRoles roles;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Plans(
            PlanRows rows,
            Coverage coverage,
            CommissionRun run,
            JobRoles roles,
            Trail trail,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.coverage = coverage;
        this.run = run;
        this.roles = roles;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A new plan, without any version yet.
     *
     * @param externalId unique, at most 100 characters, without {@code |}
     * @param name at most 200 characters
     * @param currency of bounds and pay
     * @throws PlanFault naming the field that does not fit
     */
    @PreAuthorize(FINANCE)
    @Transactional
    public PlanRef create(String externalId, String name, Currency currency) {
        String id = text("externalId", externalId, 100);
        // it starts the key of every line, up to the first separator
        if (id.indexOf(Payee.SEPARATOR) >= 0) {
            throw new PlanFault("externalId", "forbidden-character", String.valueOf(Payee.SEPARATOR));
        }
        if (rows.planByExternalId(id).isPresent()) {
            throw new PlanFault("externalId", "taken", id);
        }
        if (currency.getDefaultFractionDigits() < 0) {
            throw new PlanFault("currency", "no-minor-unit", currency.getCurrencyCode());
        }
        PlanRef plan = new PlanRef(ids.next(), id, text("name", name, 200), currency);
        rows.insert(plan);
        record("plan.created", plan, null, plan.name() + ", " + currency);
        return plan;
    }

    /**
     * A new plan with its first version; without the version there is no plan either.
     *
     * @throws PlanFault naming what does not fit
     */
    @PreAuthorize(FINANCE)
    @Transactional
    public PlanRef create(
            String externalId,
            String name,
            Currency currency,
            LocalDate from,
            @Nullable LocalDate to,
            String document) {
        PlanRef plan = create(externalId, name, currency);
        addVersion(plan.id(), from, to, document);
        return plan;
    }

    /**
     * The next version. One without an end ends the day before the new one starts; otherwise versions must not overlap.
     *
     * @param from first day, included; after the first day of every other version
     * @param to last day, included; null while there is no end
     * @param document the rules, YAML or JSON
     * @throws PlanFault naming what does not fit: a field, an example that differs, something the monthly run does not know
     */
    @PreAuthorize(FINANCE)
    @Transactional
    public PlanVersion addVersion(long plan, LocalDate from, @Nullable LocalDate to, String document) {
        PlanRef ref = rows.lock(plan);
        int number = 1;
        for (PlanVersion earlier : rows.versions(plan)) {
            number = earlier.number() + 1;
            if (!from.isAfter(earlier.from()) || (earlier.to() != null && !from.isAfter(earlier.to()))) {
                throw new PlanFault("from", "versions-overlap", earlier.number());
            }
            if (earlier.to() == null) {
                rows.endVersion(plan, earlier.number(), from.minusDays(1));
            }
        }
        checkDays(from, to);
        PublishGuard.admit(document, ref, number, new Validity(from, to));
        PlanVersion version = new PlanVersion(plan, number, from, to, document);
        rows.insert(
                ids.next(),
                version,
                Fellows.arePaidTogether(PlanDocument.parse(document).components()),
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                Caller.now().person());
        record("plan.version-added", ref, null, "v" + number + " " + days(from, to) + " " + document);
        Collection<PersonId> reached = rows.everReached(plan);
        events.publishEvent(new PlanChanged(ref, PlanChanged.What.NEW_VERSION, from, reached));
        post(reached, from, "plan-version " + ref.externalId() + "/" + number);
        return version;
    }

    /**
     * Puts a person on a plan.
     *
     * @throws PlanFault when the person has a plan of their own on one of these days
     */
    @PreAuthorize(FINANCE)
    @Transactional
    public Assignment assign(long plan, PersonId person, LocalDate from, @Nullable LocalDate to) {
        return assign(new Assignment(ids.next(), plan, person, null, null, from, to));
    }

    /**
     * Puts a team on a plan: everybody in it and in the teams below that have none of their own.
     *
     * @throws PlanFault when the team has a plan of its own on one of these days
     */
    @PreAuthorize(FINANCE)
    @Transactional
    public Assignment assignTeam(long plan, TeamId team, LocalDate from, @Nullable LocalDate to) {
        return assign(new Assignment(ids.next(), plan, null, team, null, from, to));
    }

    /**
     * Puts a job role on a plan: everybody who has it on the day and no plan of their own or of a team.
     *
     * @param jobRole one that somebody has, had or will have, whatever its capitals
     * @throws PlanFault when nobody ever has it, or it has a plan of its own on one of these days
     */
    @PreAuthorize(FINANCE)
    @Transactional
    public Assignment assignJobRole(long plan, String jobRole, LocalDate from, @Nullable LocalDate to) {
        String known = roles.names().stream()
                .filter(jobRole.strip()::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new PlanFault("jobRole", "unknown-job-role", jobRole));
        return assign(new Assignment(ids.next(), plan, null, null, known, from, to));
    }

    /**
     * Ends an assignment.
     *
     * @param last the last day it holds
     * @throws PlanFault when it does not hold on that day
     */
    @PreAuthorize(FINANCE)
    @Transactional
    public void end(long assignment, LocalDate last) {
        Assignment before = rows.assignment(assignment).orElseThrow();
        PlanRef plan = rows.lock(before.plan());
        if (last.isBefore(before.from()) || last.isAfter(Coverage.end(before.to()))) {
            throw new PlanFault("to", "not-assigned-then", last);
        }
        rows.endAssignment(assignment, last);
        record(
                "plan.assignment-ended",
                plan,
                before.who() + " " + days(before.from(), before.to()),
                before.who() + " " + days(before.from(), last));
        events.publishEvent(new PlanChanged(plan, PlanChanged.What.ENDED, last, reached(before)));
        post(reached(before), last.plusDays(1), "assignment-ended " + plan.externalId());
    }

    /** All plans by name. */
    @PreAuthorize(FINANCE)
    @Transactional(readOnly = true)
    public List<PlanRef> list() {
        return rows.plans();
    }

    /** The plan with that external id; empty when there is none. */
    @PreAuthorize(FINANCE)
    @Transactional(readOnly = true)
    public Optional<PlanRef> byExternalId(String externalId) {
        return rows.planByExternalId(externalId);
    }

    /** The versions of a plan by number, which is also by day. */
    @PreAuthorize(FINANCE)
    @Transactional(readOnly = true)
    public List<PlanVersion> versions(long plan) {
        return rows.versions(plan);
    }

    /** Who is or was on the plan, by first day. */
    @PreAuthorize(FINANCE)
    @Transactional(readOnly = true)
    public List<Assignment> assignments(long plan) {
        return rows.assignments(plan);
    }

    /** What pays that person when, through an own assignment, a team's or a job role's, by day and without overlap. */
    @PreAuthorize("@reach.seesPay(#person)")
    @Transactional(readOnly = true)
    public List<AssignedPlan> of(PersonId person) {
        return coverage.of(List.of(person)).getOrDefault(person, List.of()).stream()
                .map(piece -> new AssignedPlan(
                        piece.plan(),
                        piece.version(),
                        piece.from(),
                        piece.to().equals(Timeline.FOREVER) ? null : piece.to()))
                .toList();
    }

    private Assignment assign(Assignment assignment) {
        PlanRef plan = rows.lock(assignment.plan());
        checkDays(assignment.from(), assignment.to());
        if (rows.assignmentsBeside(assignment).stream().anyMatch(assignment::overlaps)) {
            throw new PlanFault("from", "assignments-overlap");
        }
        rows.insert(assignment);
        record("plan.assigned", plan, null, assignment.who() + " " + days(assignment.from(), assignment.to()));
        events.publishEvent(new PlanChanged(plan, PlanChanged.What.ASSIGNED, assignment.from(), reached(assignment)));
        post(reached(assignment), assignment.from(), "assigned " + plan.externalId());
        return assignment;
    }

    private Collection<PersonId> reached(Assignment assignment) {
        return assignment.person() != null ? List.of(assignment.person()) : rows.everReached(assignment.plan());
    }

    private void post(Collection<PersonId> payees, LocalDate from, String cause) {
        Caller.asSystem(() -> run.from(payees, YearMonth.from(from), cause));
    }

    private static void checkDays(LocalDate from, @Nullable LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw new PlanFault("to", "ends-before-start");
        }
    }

    private static String text(String field, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new PlanFault(field, "missing");
        }
        if (stripped.length() > longest) {
            throw new PlanFault(field, "too-long", longest);
        }
        return stripped;
    }

    private void record(String action, PlanRef plan, @Nullable String before, @Nullable String after) {
        trail.record(action, new Trail.Subject("plan", plan.externalId(), plan.name()), before, after, null);
    }

    private static String days(LocalDate from, @Nullable LocalDate to) {
        return from + ".." + (to == null ? "" : to);
    }
}
