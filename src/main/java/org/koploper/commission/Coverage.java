package org.koploper.commission;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.commission.Timeline.Claim;
import org.koploper.commission.document.PlanDocument;
import org.koploper.commission.engine.Validity;
import org.koploper.ledger.PlanInForce;
import org.koploper.ledger.PlansInForce;
import org.koploper.people.JobRoles;
import org.koploper.storage.Once;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which version of which plan pays whom on which days: own assignments before those of teams, the nearest team first, and
 * those of job roles last.
 */
@Component
class Coverage implements PlansInForce {

    private final JdbcClient jdbc;
    private final PlanRows plans;
    private final JobRoles roles;

    Coverage(JdbcClient jdbc, PlanRows plans, JobRoles roles) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.roles = roles;
    }

    /** The pieces of each person by day, none overlapping; persons without any have an empty list. */
    Map<PersonId, List<Piece>> of(Collection<PersonId> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        List<PersonId> asked = List.copyOf(persons);
        return Once.read(new Asked(asked), () -> read(asked));
    }

    private Map<PersonId, List<Piece>> read(List<PersonId> persons) {
        Map<PersonId, List<Piece>> pieces = new HashMap<>();
        List<Long> ids = persons.stream().map(PersonId::value).toList();
        Map<Long, List<Claim>> claims = new HashMap<>();
        Map<Long, List<Assignment>> byTeam = new HashMap<>();
        List<Assignment> byRole = new ArrayList<>();
        for (Assignment assignment : plans.assignmentsOf(ids)) {
            if (assignment.person() != null) {
                claims.computeIfAbsent(assignment.person().value(), p -> new ArrayList<>())
                        .add(claim(assignment, 0, assignment.from(), end(assignment.to())));
            } else if (assignment.team() != null) {
                byTeam.computeIfAbsent(assignment.team().value(), t -> new ArrayList<>())
                        .add(assignment);
            } else {
                byRole.add(assignment);
            }
        }
        if (!byTeam.isEmpty()) {
            claimThroughTeams(ids, byTeam, claims);
        }
        if (!byRole.isEmpty()) {
            claimThroughRoles(persons, byRole, claims);
        }
        Versions versions = new Versions(plans);
        for (PersonId person : persons) {
            List<Claim> own = claims.getOrDefault(person.value(), List.of());
            pieces.put(person, own.isEmpty() ? List.of() : versions.pieces(Timeline.of(own)));
        }
        return pieces;
    }

    @Override
    public Optional<PlanInForce> in(PersonId person, YearMonth month) {
        return last(of(List.of(person)).getOrDefault(person, List.of()), month);
    }

    @Override
    public Map<PersonId, PlanInForce> in(YearMonth month) {
        Map<PersonId, PlanInForce> plans = new HashMap<>();
        of(this.plans.everReached(PlanRows.ANY))
                .forEach((person, pieces) -> last(pieces, month).ifPresent(plan -> plans.put(person, plan)));
        return plans;
    }

    private static Optional<PlanInForce> last(List<Piece> pieces, YearMonth month) {
        return pieces.stream()
                .filter(piece -> piece.touches(month))
                .reduce((earlier, later) -> later)
                .map(piece -> new PlanInForce(
                        piece.plan().name(),
                        piece.version().number(),
                        piece.terms().payCurrency()));
    }

    private void claimThroughTeams(
            List<Long> persons, Map<Long, List<Assignment>> byTeam, Map<Long, List<Claim>> claims) {
        Map<Long, @Nullable Long> parents = parents();
        jdbc.sql("select person_id, team_id, from_day, to_day from memberships where person_id in (:persons)")
                .param("persons", persons)
                .query(row -> {
                    long person = row.getLong("person_id");
                    LocalDate from = row.getObject("from_day", LocalDate.class);
                    LocalDate to = end(row.getObject("to_day", LocalDate.class));
                    Long team = row.getLong("team_id");
                    Set<Long> seen = new HashSet<>();
                    for (int distance = 1; team != null && seen.add(team); distance++, team = parents.get(team)) {
                        for (Assignment assignment : byTeam.getOrDefault(team, List.of())) {
                            claim(person, assignment, distance, from, to, claims);
                        }
                    }
                });
    }

    private void claimThroughRoles(List<PersonId> persons, List<Assignment> byRole, Map<Long, List<Claim>> claims) {
        Caller.asSystem(() -> roles.of(persons))
                .forEach((person, held) -> held.forEach(role -> byRole.stream()
                        .filter(assignment -> role.name().equalsIgnoreCase(assignment.jobRole()))
                        .forEach(assignment -> claim(
                                person.value(), assignment, Timeline.ROLE, role.from(), end(role.to()), claims))));
    }

    /** On the days on which both the assignment and what it reaches somebody through hold. */
    private static void claim(
            long person,
            Assignment assignment,
            int distance,
            LocalDate from,
            LocalDate to,
            Map<Long, List<Claim>> claims) {
        LocalDate first = later(from, assignment.from());
        LocalDate last = earlier(to, end(assignment.to()));
        if (!last.isBefore(first)) {
            claims.computeIfAbsent(person, p -> new ArrayList<>()).add(claim(assignment, distance, first, last));
        }
    }

    private Map<Long, @Nullable Long> parents() {
        Map<Long, @Nullable Long> parents = new HashMap<>();
        jdbc.sql("select id, parent_id from teams where parent_id is not null").query(row -> {
            parents.put(row.getLong("id"), row.getLong("parent_id"));
        });
        return parents;
    }

    private static Claim claim(Assignment assignment, int distance, LocalDate from, LocalDate to) {
        return new Claim(from, to, assignment.plan(), distance, assignment.id());
    }

    static LocalDate end(@Nullable LocalDate to) {
        return to == null ? Timeline.FOREVER : to;
    }

    static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private record Asked(List<PersonId> persons) {}

    /** The versions of the plans met so far, each read and parsed once. */
    private static final class Versions {

        private final PlanRows plans;
        private final Map<Long, PlanRef> refs = new HashMap<>();
        private final Map<Long, List<PlanVersion>> versions = new HashMap<>();
        private final Map<PlanVersion, PlanDocument> documents = new HashMap<>();

        Versions(PlanRows plans) {
            this.plans = plans;
        }

        List<Piece> pieces(List<Timeline.Stretch> stretches) {
            List<Piece> pieces = new ArrayList<>();
            for (Timeline.Stretch stretch : stretches) {
                PlanRef plan = refs.computeIfAbsent(stretch.plan(), plans::plan);
                for (PlanVersion version : versions.computeIfAbsent(stretch.plan(), plans::versions)) {
                    LocalDate from = later(stretch.from(), version.from());
                    LocalDate to = earlier(stretch.to(), end(version.to()));
                    if (!to.isBefore(from)) {
                        pieces.add(piece(plan, version, from, to));
                    }
                }
            }
            return pieces;
        }

        private Piece piece(PlanRef plan, PlanVersion version, LocalDate from, LocalDate to) {
            PlanDocument document = documents.computeIfAbsent(version, v -> PlanDocument.parse(v.document()));
            Validity validity = new Validity(from, to.equals(Timeline.FOREVER) ? null : to);
            return new Piece(
                    plan, version, from, to, document.terms(plan.name(), version.number(), plan.currency(), validity));
        }
    }
}
