package org.koploper.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.SignedInOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds people by name among those whose details the caller may see, as {@link Reach#seesPerson} says of one: oneself and
 * everybody below today; finance, human resources and administration find everybody.
 */
@Service
public class PeopleSearch {

    private final JdbcClient jdbc;
    private final Clock clock;

    PeopleSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Those whose name or external id holds the words, whatever the case, by name.
     *
     * @param most how many at most, from 1
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<PersonRef> find(String words, int most) {
        CurrentUser user = Caller.now();
        boolean all = user.system() || user.has(Role.FINANCE) || user.has(Role.HR) || user.has(Role.ADMIN);
        return jdbc.sql("""
                select p.id, p.external_id, p.name from persons p
                where (lower(p.name) like :words escape '!' or lower(p.external_id) like :words escape '!')
                  and (:everybody = 1 or p.id = :self or exists (select 1 from managers_above a
                    where a.person_id = p.id and a.manager_id = :self and a.from_day <= :today and a.to_day >= :today))
                order by p.name, p.id
                fetch next :most rows only
                """)
                .param("words", pattern(words))
                .param("everybody", all ? 1 : 0)
                // nobody has the id -1: an organisation's token finds nobody
                .param("self", user.person() == null ? -1L : user.person().value())
                .param("today", LocalDate.now(clock))
                .param("most", most)
                .query((row, number) -> new PersonRef(
                        new PersonId(row.getLong("id")), row.getString("external_id"), row.getString("name")))
                .list();
    }

    private static String pattern(String words) {
        return "%"
                + words.strip()
                        .toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
    }
}
