package org.koploper.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who reports to whom, and the derived {@code managers_above}, always changed together. */
@Component
class ReportingLines {

    private final JdbcClient jdbc;
    private final JdbcTemplate bulk;
    private final DatedLinks lines;

    ReportingLines(JdbcTemplate bulk, Ids ids) {
        this.jdbc = JdbcClient.create(bulk);
        this.bulk = bulk;
        this.lines = new DatedLinks(bulk, ids, "reporting_lines", "manager_id");
    }

    /**
     * Gives people another manager from that day on.
     *
     * @throws ReportingCycle when somebody would, on some day, stand above themselves; nothing may be committed then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(List<DatedLinks.Wish> wishes, LocalDate day) {
        lines.change(wishes, day);
        rebuild(wishes.stream().map(DatedLinks.Wish::person).toList());
    }

    /** All lines of that person to managers, oldest first. */
    List<DatedLinks.Link> of(long person) {
        return lines.of(person);
    }

    /**
     * Puts these lines in the place of all that this person has.
     *
     * @throws ReportingCycle as {@link #change}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void restore(long person, List<DatedLinks.Link> wanted) {
        lines.restore(person, wanted);
        rebuild(List.of(person));
    }

    /** Derives {@code managers_above} again for these persons and everybody below them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rebuild(Collection<Long> persons) {
        ReportingTree tree = new ReportingTree(all());
        Set<Long> affected = tree.withAllBelow(persons);
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> gone = new ArrayList<>();
        for (Long person : affected) {
            gone.add(new Object[] {person});
            for (ReportingLine line : tree.above(person)) {
                rows.add(new Object[] {line.person(), line.manager(), line.from(), line.to()});
            }
        }
        if (!gone.isEmpty()) {
            bulk.batchUpdate("delete from managers_above where person_id = ?", gone);
        }
        if (!rows.isEmpty()) {
            bulk.batchUpdate(
                    "insert into managers_above (person_id, manager_id, from_day, to_day) values (?, ?, ?, ?)", rows);
        }
    }

    /** Those of them to whom nobody ever reported and who never reported to anybody. */
    Set<Long> strangers(Collection<Long> persons) {
        Set<Long> strangers = new HashSet<>(persons);
        for (List<Long> chunk : Chunks.of(persons)) {
            for (String column : List.of("person_id", "manager_id")) {
                strangers.removeAll(
                        jdbc.sql("select " + column + " from reporting_lines where " + column + " in (:persons)")
                                .param("persons", chunk)
                                .query(Long.class)
                                .list());
            }
        }
        return strangers;
    }

    /** The manager that each of these persons has on that day, by id. */
    Map<Long, String> managersOf(Collection<Long> persons, LocalDate day) {
        return lines.targetsOn(persons, day);
    }

    private List<ReportingLine> all() {
        return jdbc.sql("select person_id, manager_id, from_day, to_day from reporting_lines")
                .query((row, number) -> {
                    java.sql.Date to = row.getDate("to_day");
                    return new ReportingLine(
                            row.getLong("person_id"),
                            row.getLong("manager_id"),
                            row.getDate("from_day").toLocalDate(),
                            to == null ? Days.FOREVER : to.toLocalDate());
                })
                .list();
    }
}
