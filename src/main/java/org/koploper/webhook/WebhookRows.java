package org.koploper.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receivers as they are kept. */
@Component
class WebhookRows {

    private final JdbcClient jdbc;

    WebhookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A receiver with what signs for it, the newest secret first. */
    record Receiver(Webhook webhook, List<String> secrets) {}

    List<Webhook> all() {
        return jdbc.sql("select * from webhooks order by id")
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Webhook> find(long id) {
        return jdbc.sql("select * from webhooks where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Those for whom an event is noted. */
    List<Webhook> listening(WebhookEvent event) {
        return all().stream()
                .filter(webhook -> webhook.state() != WebhookState.OFF)
                .filter(webhook -> webhook.events().contains(event))
                .toList();
    }

    /** One that is told things; empty for one that is not, or not there any more. */
    Optional<Receiver> receiver(long id, Instant now) {
        return jdbc.sql("select * from webhooks where id = :id and state = 'ON'")
                .param("id", id)
                .query((row, n) -> {
                    Webhook webhook = read(row);
                    String secret = row.getString("secret");
                    String old = row.getString("old_secret");
                    boolean both =
                            old != null && webhook.oldSecretUntil() != null && now.isBefore(webhook.oldSecretUntil());
                    return new Receiver(webhook, both ? List.of(secret, old) : List.of(secret));
                })
                .optional();
    }

    void insert(Webhook webhook, String secret) {
        jdbc.sql("insert into webhooks (id, name, url, events, secret, state, created_at, created_by)"
                        + " values (:id, :name, :url, :events, :secret, :state, :at, :by)")
                .param("id", webhook.id())
                .param("name", webhook.name())
                .param("url", webhook.url())
                .param("events", keys(webhook.events()))
                .param("secret", secret)
                .param("state", webhook.state().name())
                .param("at", Moments.utc(webhook.createdAt()))
                .param("by", webhook.createdBy())
                .update();
    }

    void update(long id, String name, String url, Set<WebhookEvent> events, WebhookState state) {
        jdbc.sql("update webhooks set name = :name, url = :url, events = :events, state = :state,"
                        + " failing_since = null where id = :id")
                .param("id", id)
                .param("name", name)
                .param("url", url)
                .param("events", keys(events))
                .param("state", state.name())
                .update();
    }

    /** Gives it another secret; the one before signs too for a while. */
    void rotate(long id, String secret, Instant until) {
        jdbc.sql("update webhooks set old_secret = secret, old_secret_until = :until, secret = :secret where id = :id")
                .param("id", id)
                .param("secret", secret)
                .param("until", Moments.utc(until))
                .update();
    }

    void delete(long id) {
        jdbc.sql("delete from webhook_deliveries where webhook_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from webhooks where id = :id").param("id", id).update();
    }

    void gotThrough(long id) {
        jdbc.sql("update webhooks set failing_since = null where id = :id and failing_since is not null")
                .param("id", id)
                .update();
    }

    /** @return since when nothing got through */
    Instant failed(long id, Instant now) {
        jdbc.sql("update webhooks set failing_since = :now where id = :id and failing_since is null")
                .param("id", id)
                .param("now", Moments.utc(now))
                .update();
        return find(id).map(Webhook::failingSince).orElse(now);
    }

    /** @return whether it was on, and is not any more */
    boolean giveUp(long id) {
        return jdbc.sql("update webhooks set state = 'GIVEN_UP' where id = :id and state = 'ON'")
                        .param("id", id)
                        .update()
                > 0;
    }

    private static String keys(Set<WebhookEvent> events) {
        return events.stream().sorted().map(WebhookEvent::key).collect(Collectors.joining(","));
    }

    private static Webhook read(ResultSet row) throws SQLException {
        Set<WebhookEvent> events = EnumSet.noneOf(WebhookEvent.class);
        Arrays.stream(row.getString("events").split(","))
                .forEach(key -> WebhookEvent.of(key).ifPresent(events::add));
        return new Webhook(
                row.getLong("id"),
                row.getString("name"),
                row.getString("url"),
                events,
                WebhookState.valueOf(row.getString("state")),
                Moments.instant(row.getObject("failing_since", LocalDateTime.class)),
                Moments.instant(row.getObject("old_secret_until", LocalDateTime.class)),
                Objects.requireNonNull(Moments.instant(row.getObject("created_at", LocalDateTime.class))),
                row.getString("created_by"));
    }
}
