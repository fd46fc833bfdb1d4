package org.koploper.commission;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.commission.document.PlanDocument;
import org.koploper.commission.engine.Terms;
import org.koploper.commission.engine.Validity;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plans to read: what they promise, who is on them. Finance reads all of it; a manager the plans of people below, and
 * of single persons only those below. Who looks as somebody else reads what both of them may.
 */
@Service
public class PlanBook {

    private static final String READERS = "hasAnyRole('FINANCE','MANAGER')";

    private final PlanRows rows;
    private final Coverage coverage;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlanBook(PlanRows rows, Coverage coverage, Directory directory, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.coverage = coverage;
        this.directory = directory;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All plans that the caller may read, by name. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public List<Listed> list() {
        Set<PersonId> readable = readable();
        Map<Long, Set<PersonId>> today = new HashMap<>();
        Set<Long> known = new HashSet<>();
        LocalDate day = LocalDate.now(clock);
        coverage.of(readable)
                .forEach((person, pieces) -> pieces.forEach(piece -> {
                    known.add(piece.plan().id());
                    if (!day.isBefore(piece.from()) && !day.isAfter(piece.to())) {
                        today.computeIfAbsent(piece.plan().id(), plan -> new HashSet<>())
                                .add(person);
                    }
                }));
        Map<Long, Days> spans = spans();
        return rows.plans().stream()
                .filter(plan -> readsAll() || known.contains(plan.id()))
                .map(plan -> {
                    Days span = spans.get(plan.id());
                    int people = today.getOrDefault(plan.id(), Set.of()).size();
                    return span == null
                            ? new Listed(plan, null, null, people, null)
                            : new Listed(plan, span.from(), span.to(), people, span.changedAt());
                })
                .toList();
    }

    /** A plan with its versions and assignments; empty when there is none, or none that the caller may read. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public Optional<Page> page(long id) {
        return list().stream()
                .map(Listed::plan)
                .filter(plan -> plan.id() == id)
                .findFirst()
                .map(plan -> new Page(plan, versions(plan), assigned(plan)));
    }

    private static boolean readsAll() {
        return Caller.now().has(Role.FINANCE);
    }

    private Set<PersonId> readable() {
        CurrentUser user = Caller.now();
        Set<PersonId> readable = readable(user);
        if (user.onlyLooks()) {
            readable.retainAll(readable(user.signedIn()));
        }
        return readable;
    }

    private Set<PersonId> readable(CurrentUser user) {
        return user.has(Role.FINANCE)
                ? new HashSet<>(rows.everReached(PlanRows.ANY))
                : directory.peopleBelow(user.self(), LocalDate.now(clock)).stream()
                        .map(PersonRef::id)
                        .collect(Collectors.toCollection(HashSet::new));
    }

    /** First and last day over all versions, and when the last one was written; by plan. */
    private Map<Long, Days> spans() {
        Map<Long, Days> spans = new HashMap<>();
        jdbc.sql("select plan_id, valid_from, valid_to, created_at from plan_versions order by plan_id, number")
                .query(row -> {
                    long id = row.getLong("plan_id");
                    Days before = spans.get(id);
                    LocalDate from = row.getObject("valid_from", LocalDate.class);
                    spans.put(
                            id,
                            new Days(
                                    before == null ? from : before.from(),
                                    row.getObject("valid_to", LocalDate.class),
                                    instant(row.getTimestamp("created_at"))));
                });
        return spans;
    }

    private static Instant instant(Timestamp utc) {
        return utc.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    /** The newest first. */
    private List<Version> versions(PlanRef plan) {
        Map<Integer, Written> written = new HashMap<>();
        jdbc.sql("select v.number, v.created_at, p.name from plan_versions v left join persons p on p.id = v.created_by"
                        + " where v.plan_id = :plan")
                .param("plan", plan.id())
                .query(row -> {
                    written.put(
                            row.getInt("number"),
                            new Written(instant(row.getTimestamp("created_at")), row.getString("name")));
                });
        List<Version> versions = new ArrayList<>();
        for (PlanVersion version : rows.versions(plan.id()).reversed()) {
            Terms terms = PlanDocument.parse(version.document())
                    .terms(plan.name(), version.number(), plan.currency(), new Validity(version.from(), version.to()));
            Written by = written.getOrDefault(version.number(), new Written(Instant.EPOCH, null));
            versions.add(new Version(
                    version.number(), version.from(), version.to(), terms, version.document(), by.at(), by.name()));
        }
        return versions;
    }

    private List<Assigned> assigned(PlanRef plan) {
        Set<PersonId> readable = readable();
        List<Assigned> assigned = new ArrayList<>();
        for (Assignment assignment : rows.assignments(plan.id())) {
            PersonId person = assignment.person();
            if (person != null && (readsAll() || readable.contains(person))) {
                directory.person(person).map(PersonRef::name).ifPresent(name -> assigned.add(of(assignment, name)));
            } else if (assignment.team() != null) {
                directory
                        .team(assignment.team())
                        .map(TeamRef::name)
                        .ifPresent(name -> assigned.add(of(assignment, name)));
            } else if (assignment.jobRole() != null) {
                assigned.add(of(assignment, assignment.jobRole()));
            }
        }
        assigned.sort(Comparator.comparing((Assigned one) -> one.to() != null)
                .thenComparing(Assigned::name)
                .thenComparing(Assigned::from));
        return assigned;
    }

    private static Assigned of(Assignment assignment, String name) {
        Who who = assignment.jobRole() != null ? Who.JOB_ROLE : assignment.team() != null ? Who.TEAM : Who.PERSON;
        return new Assigned(assignment.id(), name, who, assignment.from(), assignment.to());
    }

    private record Days(LocalDate from, @Nullable LocalDate to, Instant changedAt) {}

    private record Written(Instant at, @Nullable String name) {}

    /**
     * A plan in the list.
     *
     * @param from first day of its first version; null without any version
     * @param to last day of its last version; null while there is no end
     * @param people how many are on it today, of those whose plan the caller may read
     * @param changedAt when its last version was written; null without any
     */
    public record Listed(
            PlanRef plan,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int people,
            @Nullable Instant changedAt) {}

    /**
     * All there is about a plan.
     *
     * @param versions the newest first
     * @param assigned those without an end first, then by name
     */
    public record Page(PlanRef plan, List<Version> versions, List<Assigned> assigned) {}

    /**
     * The rules of a plan over some days.
     *
     * @param to last day, included; null while there is no end
     * @param document the rules as they were written
     * @param writtenBy null where the product wrote it
     */
    public record Version(
            int number,
            LocalDate from,
            @Nullable LocalDate to,
            Terms terms,
            String document,
            Instant writtenAt,
            @Nullable String writtenBy) {}

    /** What a plan can be assigned to. */
    public enum Who {
        PERSON,
        TEAM,
        JOB_ROLE
    }

    /**
     * Who is on the plan.
     *
     * @param name of the person, team or job role
     * @param to last day, included; null while there is no end
     */
    public record Assigned(
            long id,
            String name,
            Who who,
            LocalDate from,
            @Nullable LocalDate to) {}
}
