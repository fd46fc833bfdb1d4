package org.koploper.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.access.SignedInOnly;
import org.koploper.access.SystemOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which job roles there are, and who has which of them from when to when; one at a time. */
@Service
public class JobRoles {

    private final JdbcClient jdbc;

    JobRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A job role of somebody.
     *
     * @param name as it was written; the same whatever its capitals
     * @param from first day, included
     * @param to last day, included: the one before the next role begins, or an earlier one; null while there is no end
     */
    public record Held(
            String name, LocalDate from, @Nullable LocalDate to) {}

    /** The names of all that anybody has, had or will have, each once, by name. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<String> names() {
        return jdbc
                .sql("select min(job_role) from job_roles group by lower(job_role)")
                .query(String.class)
                .list()
                .stream()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    /** Those of each of these persons, the oldest first; who has none is absent. */
    @SystemOnly
    @Transactional(readOnly = true)
    public Map<PersonId, List<Held>> of(Collection<PersonId> persons) {
        Map<PersonId, List<Held>> held = new HashMap<>();
        read(persons.stream().map(PersonId::value).toList())
                .forEach((person, roles) -> held.put(new PersonId(person), roles));
        return held;
    }

    /** The same by id, for whoever has asked who may see it. */
    Map<Long, List<Held>> read(Collection<Long> persons) {
        Map<Long, List<Held>> held = new HashMap<>();
        for (List<Long> chunk : Chunks.of(persons)) {
            jdbc.sql("""
                    select person_id, job_role, from_day, to_day from job_roles
                    where person_id in (:persons) order by person_id, from_day, id
                    """).param("persons", chunk).query(row -> {
                add(
                        held.computeIfAbsent(row.getLong("person_id"), person -> new ArrayList<>()),
                        new Held(
                                row.getString("job_role"),
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("to_day", LocalDate.class)));
            });
        }
        return held;
    }

    /** Of two from the same day on, the one that was written last holds. */
    private static void add(List<Held> roles, Held next) {
        if (!roles.isEmpty()) {
            Held last = roles.removeLast();
            LocalDate before = next.from().minusDays(1);
            LocalDate to = last.to() == null || last.to().isAfter(before) ? before : last.to();
            if (!to.isBefore(last.from())) {
                roles.add(new Held(last.name(), last.from(), to));
            }
        }
        roles.add(next);
    }
}
