package org.koploper.notice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.commission.StatementsChanged;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells payees which of their statements changed, and nobody else; never by how much. Whatever the ledger holds beyond
 * what was told is told, so doing it twice, or once for two runs, comes to the same. After the commit and not in it:
 * pay must never wait for, or fail with, a notice.
 */
@Component
class StatementNews {

    /** More months than this at once, such as the history of a new payee, are one notice. */
    private static final int MONTHS = 2;

    private static final int AT_A_TIME = 500;

    private final JdbcTemplate bulk;
    private final JdbcClient jdbc;
    private final NoticeDesk desk;
    private final LiveNotices live;
    private final Clock clock;

    StatementNews(JdbcTemplate bulk, NoticeDesk desk, LiveNotices live, Clock clock) {
        this.bulk = bulk;
        this.jdbc = JdbcClient.create(bulk);
        this.desk = desk;
        this.live = live;
        this.clock = clock;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(StatementsChanged change) {
        takeTurn();
        Map<Long, Posted> posted = posted();
        List<NewNotice> notices = new ArrayList<>();
        posted.forEach((person, own) -> {
            if (!new PersonId(person).equals(change.by())) {
                notices.addAll(own.notices(new PersonId(person)));
            }
        });
        desk.tell(notRepeated(notices), null, null);
        told(posted);
    }

    /** One at a time, also of other nodes: two could tell the same. */
    private void takeTurn() {
        jdbc.sql("update turns set taken = taken + 1 where name = 'notices'").update();
    }

    /** First who, then what: asked together, the database walks through all that was ever posted. */
    private Map<Long, Posted> posted() {
        List<Long> behind = jdbc.sql("""
                select c.person_id from ledger_chains c left join noticed_statements n on n.person_id = c.person_id
                where c.last_seq > coalesce(n.last_seq, 0) order by c.person_id
                """).query(Long.class).list();
        Map<Long, Posted> posted = new LinkedHashMap<>();
        for (int from = 0; from < behind.size(); from += AT_A_TIME) {
            posted(behind.subList(from, Math.min(behind.size(), from + AT_A_TIME)), posted);
        }
        return posted;
    }

    private void posted(List<Long> persons, Map<Long, Posted> posted) {
        jdbc.sql("""
                select e.person_id, e.posted_month, max(e.seq) as last_seq,
                  sum(case when e.change_kind = 'EXPLAINED' then 0 else 1 end) as moved
                from ledger_entries e left join noticed_statements n on n.person_id = e.person_id
                where e.person_id in (:persons) and e.seq > coalesce(n.last_seq, 0)
                group by e.person_id, e.posted_month order by e.person_id, e.posted_month
                """).param("persons", persons).query(row -> {
            Posted own = posted.computeIfAbsent(row.getLong("person_id"), person -> new Posted());
            own.lastSeq = Math.max(own.lastSeq, row.getLong("last_seq"));
            if (row.getLong("moved") > 0) {
                own.months.add(row.getString("posted_month"));
            }
        });
    }

    /** Those that tell something new; of the others the unread notice there is tells it again, from now. */
    private List<NewNotice> notRepeated(List<NewNotice> notices) {
        Map<String, Long> open = open(notices);
        List<NewNotice> fresh = new ArrayList<>();
        List<Object[]> again = new ArrayList<>();
        List<PersonId> persons = new ArrayList<>();
        for (NewNotice notice : notices) {
            Long id = open.get(notice.person() + "/" + notice.subject());
            if (id == null) {
                fresh.add(notice);
            } else {
                again.add(new Object[] {
                    Moments.utc(clock.instant()), Moments.utc(clock.instant().plus(NoticeDesk.SETTLED)), id
                });
                persons.add(notice.person());
            }
        }
        if (!again.isEmpty()) {
            // one that was mailed and not read yet is not mailed again
            bulk.batchUpdate("update notices set noticed_at = ?, mail_after = ? where id = ?", again);
            live.changed(persons);
        }
        return fresh;
    }

    /** The unread ones of these persons, by person and subject. */
    private Map<String, Long> open(List<NewNotice> notices) {
        Map<String, Long> open = new HashMap<>();
        List<Long> persons = notices.stream()
                .map(notice -> notice.person().value())
                .distinct()
                .toList();
        for (int from = 0; from < persons.size(); from += AT_A_TIME) {
            jdbc.sql("select id, person_id, subject from notices"
                            + " where kind = 'STATEMENT' and read_at is null and person_id in (:persons)")
                    .param("persons", persons.subList(from, Math.min(persons.size(), from + AT_A_TIME)))
                    .query(row -> {
                        open.put(row.getLong("person_id") + "/" + row.getString("subject"), row.getLong("id"));
                    });
        }
        return open;
    }

    private void told(Map<Long, Posted> posted) {
        List<Object[]> rows = posted.entrySet().stream()
                .map(own -> new Object[] {own.getKey(), own.getValue().lastSeq})
                .toList();
        if (!rows.isEmpty()) {
            bulk.batchUpdate(
                    "delete from noticed_statements where person_id = ?",
                    rows.stream().map(row -> new Object[] {row[0]}).toList());
            bulk.batchUpdate("insert into noticed_statements (person_id, last_seq) values (?, ?)", rows);
        }
    }

    /** What was posted for one payee. */
    private static final class Posted {
        private final TreeSet<String> months = new TreeSet<>();
        private long lastSeq;

        List<NewNotice> notices(PersonId person) {
            if (months.size() > MONTHS) {
                return List.of(notice(person, "statements-changed", months.getFirst(), months.getLast()));
            }
            return months.stream()
                    .map(month -> notice(person, "statement-changed", month, null))
                    .toList();
        }

        private NewNotice notice(PersonId person, String sentence, String month, @Nullable String last) {
            String subject = last == null ? month : month + ".." + last;
            return new NewNotice(
                    person,
                    NoticeKind.STATEMENT,
                    sentence,
                    last == null ? List.of(month) : List.of(month, last),
                    subject,
                    subject + "/" + lastSeq,
                    1);
        }
    }
}
