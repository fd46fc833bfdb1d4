package org.koploper.sales;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds who sells nothing among colleagues who do. */
@Component
class IdlePeople {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    IdlePeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Names of people, by name and at most 50, who on that day belong to the team of one of these owners, have nobody
     * below them, and have neither a deal nor a part of one.
     */
    List<String> of(Collection<Object> owners, LocalDate day) {
        List<Long> sellers = owners.stream()
                .filter(Objects::nonNull)
                .map(owner -> (Long) owner)
                .toList();
        Set<Long> selling = new HashSet<>(sellers);
        TreeSet<String> names = new TreeSet<>();
        for (List<Long> chunk : Chunks.of(sellers)) {
            jdbc.sql("""
                    select distinct p.id, p.name from persons p join memberships m on m.person_id = p.id
                    where m.from_day <= :day and (m.to_day is null or m.to_day >= :day)
                      and m.team_id in (select t.team_id from memberships t where t.person_id in (:sellers)
                        and t.from_day <= :day and (t.to_day is null or t.to_day >= :day))
                      and not exists (select 1 from reporting_lines r where r.manager_id = p.id)
                      and not exists (select 1 from deals d where d.owner_id = p.id)
                      and not exists (select 1 from deal_splits s where s.person_id = p.id)
                      and not exists (select 1 from deal_overlays s where s.person_id = p.id)
                    order by p.name
                    """).param("day", day).param("sellers", chunk).query(row -> {
                // in a dry run the deals of the batch are not there yet
                if (!selling.contains(row.getLong(1))) {
                    names.add(row.getString(2));
                }
            });
        }
        return names.stream().limit(MOST).toList();
    }
}
