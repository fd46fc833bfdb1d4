package org.koploper.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The outbox. A delivery is sent by whoever claimed its row, so two nodes never send the same one at once; a claim is good
 * for {@link DeliveryRun#LEASE}, after which its owner counts as dead.
 */
@Component
class DeliveryRows {

    private static final String DUE = " (d.state = 'WAITING' or d.state = 'CLAIMED') and d.next_at <= :now"
            + " and exists (select 1 from webhooks w where w.id = d.webhook_id and w.state = 'ON') ";

    private final JdbcTemplate bulk;
    private final JdbcClient jdbc;
    private final Ids ids;

    DeliveryRows(JdbcTemplate bulk, Ids ids) {
        this.bulk = bulk;
        this.jdbc = JdbcClient.create(bulk);
        this.ids = ids;
    }

    /** What is to be told. */
    record Note(long webhook, WebhookEvent event, String subject, String body) {}

    /** A delivery that was claimed. */
    record Claimed(long id, String body, int tries) {}

    void note(List<Note> notes, Instant now) {
        LocalDateTime at = Moments.utc(now);
        List<Object[]> rows = notes.stream()
                .map(note -> new Object[] {
                    ids.next(), note.webhook(), note.event().key(), note.subject(), note.body(), at, at
                })
                .toList();
        // HSQLDB refuses an empty batch
        if (!rows.isEmpty()) {
            bulk.batchUpdate(
                    "insert into webhook_deliveries (id, webhook_id, event, subject, body, noted_at, state, next_at, tries)"
                            + " values (?, ?, ?, ?, ?, ?, 'WAITING', ?, 0)",
                    rows);
        }
    }

    List<Long> receiversWaiting(Instant now) {
        return jdbc.sql("select distinct d.webhook_id from webhook_deliveries d where" + DUE + "order by d.webhook_id")
                .param("now", Moments.utc(now))
                .query(Long.class)
                .list();
    }

    /** Takes the oldest of those that are due and that nobody else has taken. */
    List<Claimed> claim(long webhook, int most, Instant now) {
        List<Long> due = jdbc.sql("select d.id from webhook_deliveries d where d.webhook_id = :webhook and" + DUE
                        + "order by d.id fetch first " + most + " rows only")
                .param("webhook", webhook)
                .param("now", Moments.utc(now))
                .query(Long.class)
                .list();
        if (due.isEmpty()) {
            return List.of();
        }
        long claim = ids.next();
        jdbc.sql("update webhook_deliveries set state = 'CLAIMED', claim = :claim, next_at = :until"
                        + " where id in (:due) and (state = 'WAITING' or state = 'CLAIMED') and next_at <= :now")
                .param("claim", claim)
                .param("until", Moments.utc(now.plus(DeliveryRun.LEASE)))
                .param("due", due)
                .param("now", Moments.utc(now))
                .update();
        return jdbc.sql("select id, body, tries from webhook_deliveries where claim = :claim and state = 'CLAIMED'"
                        + " and id in (:due) order by id")
                .param("claim", claim)
                .param("due", due)
                .query((row, n) -> new Claimed(row.getLong(1), row.getString(2), row.getInt(3)))
                .list();
    }

    /** Leaves it for the next turn, as if it had not been taken. */
    void release(long id, Instant now) {
        jdbc.sql("update webhook_deliveries set state = 'WAITING', next_at = :now where id = :id and state = 'CLAIMED'")
                .param("id", id)
                .param("now", Moments.utc(now))
                .update();
    }

    void tried(long id, Delivery.State state, Courier.Answer answer, Instant now, Instant next) {
        jdbc.sql("update webhook_deliveries set state = :state, tries = tries + 1, tried_at = :now, status = :status,"
                        + " fault = :fault, next_at = :next where id = :id and state = 'CLAIMED'")
                .param("id", id)
                .param("state", state.name())
                .param("now", Moments.utc(now))
                .param("status", answer.status())
                .param("fault", answer.fault())
                .param("next", Moments.utc(next))
                .update();
    }

    /** @return whether there is such a delivery, and it is to be sent now */
    boolean again(long webhook, long id, Instant now) {
        return jdbc.sql("update webhook_deliveries set state = 'WAITING', tries = 0, next_at = :now"
                                + " where id = :id and webhook_id = :webhook and state <> 'CLAIMED'")
                        .param("id", id)
                        .param("webhook", webhook)
                        .param("now", Moments.utc(now))
                        .update()
                > 0;
    }

    /** Newest first. */
    List<Delivery> page(long webhook, Delivery.@Nullable State state, int offset, int limit) {
        return jdbc.sql("select * from webhook_deliveries" + of(state)
                        + " order by id desc offset :skip rows fetch next :size rows only")
                .param("webhook", webhook)
                .param("skip", offset)
                .param("size", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** Newest first, those before that one. */
    List<Delivery> before(long webhook, long id, int limit) {
        return jdbc.sql("select * from webhook_deliveries where webhook_id = :webhook and id < :before"
                        + " order by id desc fetch first :size rows only")
                .param("webhook", webhook)
                .param("before", id)
                .param("size", limit)
                .query((row, n) -> read(row))
                .list();
    }

    int count(long webhook, Delivery.@Nullable State state) {
        return jdbc.sql("select count(*) from webhook_deliveries" + of(state))
                .param("webhook", webhook)
                .query(Integer.class)
                .single();
    }

    Optional<Delivery> find(long webhook, long id) {
        return jdbc.sql("select * from webhook_deliveries where webhook_id = :webhook and id = :id")
                .param("webhook", webhook)
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    void deleteOlderThan(Instant moment) {
        jdbc.sql("delete from webhook_deliveries where noted_at < :moment")
                .param("moment", Moments.utc(moment))
                .update();
    }

    private static String of(Delivery.@Nullable State state) {
        return " where webhook_id = :webhook"
                + switch (state) {
                    case null -> "";
                    case WAITING -> " and (state = 'WAITING' or state = 'CLAIMED')";
                    case DONE -> " and state = 'DONE'";
                    case FAILED -> " and state = 'FAILED'";
                };
    }

    private static Delivery read(ResultSet row) throws SQLException {
        String state = row.getString("state");
        Delivery.State shown = state.equals("CLAIMED") ? Delivery.State.WAITING : Delivery.State.valueOf(state);
        return new Delivery(
                row.getLong("id"),
                row.getLong("webhook_id"),
                WebhookEvent.of(row.getString("event")).orElse(WebhookEvent.WEBHOOK_TEST),
                row.getString("subject"),
                Objects.requireNonNull(Moments.instant(row.getObject("noted_at", LocalDateTime.class))),
                shown,
                row.getInt("tries"),
                shown == Delivery.State.WAITING ? Moments.instant(row.getObject("next_at", LocalDateTime.class)) : null,
                Moments.instant(row.getObject("tried_at", LocalDateTime.class)),
                row.getObject("status", Integer.class),
                row.getString("fault"));
    }
}
