package org.koploper.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.PersonNames;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes notices, in the running transaction: whoever has no account is not told, nor is who did it. */
@Component
class NoticeDesk {

    /** What changes again and again within this time is one mail. */
    static final Duration SETTLED = Duration.ofMinutes(2);

    private static final int AT_A_TIME = 500;

    private final JdbcTemplate bulk;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;
    private final PersonNames names;
    private final LiveNotices live;
    private final MailSettings mail;

    NoticeDesk(
            JdbcTemplate bulk,
            JsonMapper json,
            Ids ids,
            Clock clock,
            PersonNames names,
            LiveNotices live,
            MailSettings mail) {
        this.bulk = bulk;
        this.jdbc = JdbcClient.create(bulk);
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.names = names;
        this.live = live;
        this.mail = mail;
    }

    /** Tells them all about what the present caller did; a notice with an origin that was told of already grows by its pieces. */
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(List<NewNotice> notices) {
        PersonId behind = Caller.behind();
        tell(notices, behind, actor(behind));
    }

    /** Tells them all, whoever did it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(List<NewNotice> notices, @Nullable PersonId behind, @Nullable String actor) {
        Set<Long> told = withAccount(notices.stream().map(NewNotice::person).toList());
        List<NewNotice> wanted = notices.stream()
                .filter(notice -> told.contains(notice.person().value())
                        && !notice.person().equals(behind))
                .toList();
        List<Object[]> rows = new ArrayList<>();
        for (NewNotice notice : wanted) {
            if (grow(notice) == 0) {
                rows.add(row(notice, actor));
            }
        }
        // HSQLDB refuses an empty batch
        if (!rows.isEmpty()) {
            bulk.batchUpdate("""
                    insert into notices (id, person_id, kind, sentence, args, subject, origin, pieces, actor, noticed_at,
                      mail_state, mail_after, mail_tries) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""", rows);
        }
        live.changed(wanted.stream().map(NewNotice::person).toList());
    }

    /** Does away with what is no longer so, read or not; what was mailed was mailed. */
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(PersonId person, NoticeKind kind, String origin) {
        jdbc.sql("delete from notices where person_id = :person and kind = :kind and origin = :origin")
                .param("person", person.value())
                .param("kind", kind.name())
                .param("origin", origin)
                .update();
        live.changed(List.of(person));
    }

    /** How the trail would call who did it; null for the product itself. */
    @Nullable
    String actor(@Nullable PersonId behind) {
        CurrentUser user = Caller.now();
        String name = behind != null ? names.nameOf(behind) : user.system() ? "" : user.name();
        return name.isEmpty() ? null : name;
    }

    /** Those of these persons who have an account. */
    private Set<Long> withAccount(Collection<PersonId> persons) {
        List<Long> all =
                List.copyOf(persons.stream().map(PersonId::value).collect(Collectors.toCollection(TreeSet::new)));
        Set<Long> found = new HashSet<>();
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            found.addAll(jdbc.sql("select person_id from accounts where person_id in (:persons)")
                    .param("persons", all.subList(from, Math.min(all.size(), from + AT_A_TIME)))
                    .query(Long.class)
                    .list());
        }
        return found;
    }

    private int grow(NewNotice notice) {
        return jdbc.sql("""
                update notices set pieces = pieces + :pieces, noticed_at = :now, mail_after = :after
                where person_id = :person and kind = :kind and origin = :origin
                """)
                .param("pieces", notice.pieces())
                .param("now", Moments.utc(clock.instant()))
                .param("after", Moments.utc(settled(notice.kind())))
                .param("person", notice.person().value())
                .param("kind", notice.kind().name())
                .param("origin", notice.origin())
                .update();
    }

    private Object[] row(NewNotice notice, @Nullable String actor) {
        return new @Nullable Object[] {
            ids.next(),
            notice.person().value(),
            notice.kind().name(),
            notice.sentence(),
            json.writeValueAsString(notice.args()),
            notice.subject(),
            notice.origin(),
            notice.pieces(),
            actor,
            Moments.utc(clock.instant()),
            // what was never to be mailed does not all leave on the day the mail is set up
            mail.on() ? MailState.WAITING.name() : MailState.NONE.name(),
            Moments.utc(settled(notice.kind()))
        };
    }

    private Instant settled(NoticeKind kind) {
        return kind.isFree() ? clock.instant().plus(SETTLED) : clock.instant();
    }
}
