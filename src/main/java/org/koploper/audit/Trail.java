package org.koploper.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.Origin;
import org.koploper.access.PersonId;
import org.koploper.access.PersonNames;
import org.koploper.access.SignedInOnly;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only trail of who did what and why. Every state-changing service method writes exactly one record, in its
 * own transaction: a change without its record, or a record without its change, cannot be committed.
 */
@Service
public class Trail {

    private static final String ANYTHING = "";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final PersonNames names;

    Trail(JdbcClient jdbc, Ids ids, Clock clock, PersonNames names) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.names = names;
    }

    /**
     * Records one change in the running transaction (there must be one), with the request it was made in, if any.
     *
     * @param action key of the sentence that says in words what was done, such as {@code deal.changed}
     * @param object what it was done to
     * @param before what was, at best as {@link Facts}; null where nothing was
     * @param after what is now, at best as {@link Facts}; null where nothing is left
     * @param reason why, in the user's own words; null where none is asked for
     */
    @SignedInOnly
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            String action, Subject object, @Nullable String before, @Nullable String after, @Nullable String reason) {
        CurrentUser actor = Caller.now();
        Optional<Origin> origin = Origin.now();
        jdbc.sql("""
                insert into audit_records
                  (id, recorded_at, actor_id, actor, behind, action, object_kind, object_ref, object_name, before_state, after_state, reason,
                   request_id, network)
                values (:id, :at, :actorId, :actor, :behind, :action, :kind, :ref, :name, :before, :after, :reason, :request, :network)
                """)
                .param("id", ids.next())
                .param("at", Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .param("actorId", actor.person() == null ? null : actor.person().value())
                .param("actor", actor.name())
                .param("behind", behind(actor))
                .param("action", action)
                .param("kind", object.kind())
                .param("ref", object.ref())
                .param("name", object.name())
                .param("before", before)
                .param("after", after)
                .param("reason", reason)
                .param("request", origin.map(Origin::request).orElse(null))
                .param("network", origin.map(Origin::network).orElse(null))
                .update();
    }

    /** Whom the product acts for, where it acts in its own name. */
    private @Nullable String behind(CurrentUser actor) {
        PersonId person = actor.person() == null ? Caller.behind() : null;
        return person == null ? null : names.nameOf(person);
    }

    /** Who did something to that object last, and when; empty where nobody did it to that object alone. */
    @SignedInOnly
    public Optional<Last> last(String kind, String ref) {
        return last(kind, ref, ANYTHING);
    }

    /** Who did that to that object last, and when; empty where nobody did. */
    @SignedInOnly
    public Optional<Last> last(String kind, String ref, String action) {
        return jdbc.sql("""
                select actor, recorded_at from audit_records
                where object_kind = :kind and object_ref = :ref and (:action = '' or action = :action)
                order by recorded_at desc, id desc fetch first 1 rows only
                """)
                .param("kind", kind)
                .param("ref", ref)
                .param("action", action)
                .query((row, number) -> new Last(
                        row.getString(1), row.getTimestamp(2).toLocalDateTime().toInstant(ZoneOffset.UTC)))
                .optional();
    }

    /** Who did something last, and when. */
    public record Last(String actor, Instant at) {}

    /**
     * What a change was made to.
     *
     * @param kind such as {@code deal}
     * @param ref its external id, or another stable reference
     * @param name as people know it
     */
    public record Subject(String kind, String ref, String name) {}
}
