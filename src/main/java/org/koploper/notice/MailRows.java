package org.koploper.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The notices as a box of outgoing mail. A notice is sent by whoever claimed its row, so two nodes never send the same
 * one; a claim is good for {@link MailRun#LEASE}, after which its owner counts as dead.
 */
@Component
class MailRows {

    private static final String DUE = " mail_after <= :now and (mail_state = 'WAITING' or mail_state = 'CLAIMED') ";

    private final JdbcClient jdbc;
    private final NoticeRows notices;
    private final Ids ids;

    MailRows(JdbcClient jdbc, NoticeRows notices, Ids ids) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.ids = ids;
    }

    /** A notice that may be due, and how often it was tried. */
    record Waiting(Notice notice, int tries) {}

    List<PersonId> persons(Instant now) {
        return jdbc
                .sql("select distinct person_id from notices where" + DUE + "order by person_id")
                .param("now", Moments.utc(now))
                .query(Long.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    /** The oldest first. */
    List<Waiting> waiting(PersonId person, Instant now) {
        return jdbc.sql("select * from notices where person_id = :person and" + DUE + "order by noticed_at, id")
                .param("person", person.value())
                .param("now", Moments.utc(now))
                .query((row, n) -> new Waiting(notices.read(row), row.getInt("mail_tries")))
                .list();
    }

    /** Takes those of these notices that nobody else has taken; the answer says which. */
    List<Long> claim(List<Long> wanted, Instant now) {
        long claim = ids.next();
        jdbc.sql("update notices set mail_state = 'CLAIMED', mail_claim = :claim, mail_after = :until,"
                        + " mail_tries = mail_tries + 1 where id in (:ids) and" + DUE)
                .param("claim", claim)
                .param("until", Moments.utc(now.plus(MailRun.LEASE)))
                .param("ids", wanted)
                .param("now", Moments.utc(now))
                .update();
        return jdbc.sql("select id from notices where mail_claim = :claim and mail_state = 'CLAIMED' and id in (:ids)")
                .param("claim", claim)
                .param("ids", wanted)
                .query(Long.class)
                .list();
    }

    void become(MailState state, List<Long> these, Instant after) {
        if (!these.isEmpty()) {
            jdbc.sql("update notices set mail_state = :state, mail_after = :after where id in (:ids)")
                    .param("state", state.name())
                    .param("after", Moments.utc(after))
                    .param("ids", these)
                    .update();
        }
    }

    /**
     * What became of these after they were given to the server.
     *
     * @param fault what stood in the way; null for nothing
     * @param after when to try again
     */
    void tried(MailState state, List<Long> these, Instant now, @Nullable MailFault fault, Instant after) {
        jdbc.sql("update notices set mail_state = :state, mail_after = :after, mailed_at = :now, mail_fault = :fault"
                        + " where id in (:ids)")
                .param("state", state.name())
                .param("after", Moments.utc(after))
                .param("now", Moments.utc(now))
                .param("fault", fault == null ? null : fault.name())
                .param("ids", these)
                .update();
    }
}
