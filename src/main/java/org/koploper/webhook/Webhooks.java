package org.koploper.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.audit.Trail;
import org.koploper.storage.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The programs that are told what happens: who they are, what each is told, and what became of it. */
@Service
public class Webhooks {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 100;

    /** The longest address, in characters. */
    public static final int LONGEST_URL = 1_000;

    /** How long the secret before the present one signs too. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private final WebhookRows rows;
    private final DeliveryRows deliveries;
    private final Outbox outbox;
    private final Reachable reachable;
    private final Ids ids;
    private final Clock clock;
    private final Trail trail;

    Webhooks(
            WebhookRows rows,
            DeliveryRows deliveries,
            Outbox outbox,
            Reachable reachable,
            Ids ids,
            Clock clock,
            Trail trail) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.reachable = reachable;
        this.ids = ids;
        this.clock = clock;
        this.trail = trail;
    }

    /** A new receiver, with what its deliveries are signed with, shown this once. */
    public record Created(Webhook webhook, String secret) {}

    /** All of them, the oldest first. */
    @WebhookKeepers
    @Transactional(readOnly = true)
    public List<Webhook> list() {
        return rows.all();
    }

    /** That one; empty when there is none. */
    @WebhookKeepers
    @Transactional(readOnly = true)
    public Optional<Webhook> find(long id) {
        return rows.find(id);
    }

    /**
     * Adds a receiver, which is told from now on.
     *
     * @throws WebhookRefused when name, address or events are not right
     */
    @WebhookKeepers
    @Transactional
    public Created create(String name, String url, Set<WebhookEvent> events) {
        check(name, url, events);
        Webhook webhook = new Webhook(
                ids.next(),
                name.strip(),
                url.strip(),
                EnumSet.copyOf(events),
                WebhookState.ON,
                null,
                null,
                clock.instant(),
                Caller.now().name());
        String secret = Signature.newSecret();
        rows.insert(webhook, secret);
        trail.record("webhook.created", subject(webhook.id(), webhook.name()), null, told(webhook), null);
        return new Created(webhook, secret);
    }

    /**
     * Makes it what it shall be, complete. Switched on again, it is told what was noted for it meanwhile.
     *
     * @return what it is now; empty when there is none
     * @throws WebhookRefused when name, address or events are not right
     */
    @WebhookKeepers
    @Transactional
    public Optional<Webhook> change(long id, String name, String url, Set<WebhookEvent> events, boolean on) {
        Optional<Webhook> before = rows.find(id);
        if (before.isEmpty()) {
            return before;
        }
        check(name, url, events);
        rows.update(id, name.strip(), url.strip(), events, on ? WebhookState.ON : WebhookState.OFF);
        Webhook after = rows.find(id).orElseThrow();
        trail.record("webhook.changed", subject(id, after.name()), told(before.get()), told(after), null);
        return Optional.of(after);
    }

    /** Takes it away, with everything that was noted for it. */
    @WebhookKeepers
    @Transactional
    public void remove(long id) {
        rows.find(id).ifPresent(webhook -> {
            rows.delete(id);
            trail.record("webhook.removed", subject(id, webhook.name()), told(webhook), null, null);
        });
    }

    /**
     * Gives it another secret. The one before signs too for {@link #OVERLAP}, so that no delivery is lost while the
     * receiver learns the new one.
     *
     * @return the new secret, shown this once; empty when there is no such receiver
     */
    @WebhookKeepers
    @Transactional
    public Optional<String> rotate(long id) {
        return rows.find(id).map(webhook -> {
            String secret = Signature.newSecret();
            rows.rotate(id, secret, clock.instant().plus(OVERLAP));
            trail.record("webhook.secret-changed", subject(id, webhook.name()), null, null, null);
            return secret;
        });
    }

    /** Notes something to be sent, to see whether it gets through; false when there is no such receiver. */
    @WebhookKeepers
    @Transactional
    public boolean test(long id) {
        Optional<Webhook> found = rows.find(id);
        found.ifPresent(webhook -> {
            outbox.test(webhook);
            trail.record("webhook.tested", subject(id, webhook.name()), null, null, null);
        });
        return found.isPresent();
    }

    /** Its deliveries, newest first. */
    @WebhookKeepers
    @Transactional(readOnly = true)
    public List<Delivery> deliveries(long id, Delivery.@Nullable State state, int offset, int limit) {
        return deliveries.page(id, state, offset, limit);
    }

    /** How many deliveries it has. */
    @WebhookKeepers
    @Transactional(readOnly = true)
    public int count(long id, Delivery.@Nullable State state) {
        return deliveries.count(id, state);
    }

    /** Its deliveries before that one, newest first. */
    @WebhookKeepers
    @Transactional(readOnly = true)
    public List<Delivery> deliveriesBefore(long id, long delivery, int limit) {
        return deliveries.before(id, delivery, limit);
    }

    /** Sends a delivery once more, with the same id; false when there is none, or it is being sent right now. */
    @WebhookKeepers
    @Transactional
    public boolean resend(long id, long delivery) {
        Optional<Webhook> webhook = rows.find(id);
        if (webhook.isEmpty() || !deliveries.again(id, delivery, clock.instant())) {
            return false;
        }
        trail.record("webhook.resent", subject(id, webhook.get().name()), null, Delivery.messageId(delivery), null);
        return true;
    }

    private void check(String name, String url, Set<WebhookEvent> events) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new WebhookRefused("name", "webhook-name");
        }
        if (events.isEmpty() || !WebhookEvent.choices().containsAll(events)) {
            throw new WebhookRefused("events", "webhook-events");
        }
        if (url.length() > LONGEST_URL) {
            throw new WebhookRefused("url", "not-a-url");
        }
        reachable.check(url.strip());
    }

    static Trail.Subject subject(long id, String name) {
        return new Trail.Subject("webhook", String.valueOf(id), name);
    }

    /** Of the address only the host: what follows it is often a password. */
    private static String told(Webhook webhook) {
        return URI.create(webhook.url()).getHost() + ", "
                + webhook.events().stream().map(WebhookEvent::key).collect(Collectors.joining(", ")) + ", "
                + webhook.state();
    }
}
