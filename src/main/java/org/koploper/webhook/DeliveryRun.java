package org.koploper.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.koploper.access.Caller;
import org.koploper.audit.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due. Each step is its own commit, claimed before and noted after it is sent: a second node, or this one
 * after a crash, goes on where the first one was, so every event arrives at least once. A receiver that is down costs the
 * others nothing: each has its own thread, and a turn ends after a few failures.
 */
@Component
class DeliveryRun {

    /** How long a claim keeps others away: longer than a handful of the slowest answers. */
    static final Duration LEASE = Duration.ofMinutes(10);

    /** The waits between the tries of one delivery: a day and a half hour together. */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(6),
            Duration.ofHours(8));

    /** After this long without a yes a receiver is given up. */
    static final Duration PATIENCE = Duration.ofHours(24);

    private static final int AT_A_TIME = 20;
    private static final int MOST_FAILURES = 3;
    private static final Duration TURN = Duration.ofMinutes(2);

    private final DeliveryRows deliveries;
    private final WebhookRows webhooks;
    private final Courier courier;
    private final Clock clock;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    DeliveryRun(
            DeliveryRows deliveries,
            WebhookRows webhooks,
            Courier courier,
            Clock clock,
            Trail trail,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.courier = courier;
        this.clock = clock;
        this.trail = trail;
        this.events = events;
        this.transaction = transaction;
    }

    /** @return how many got through */
    int run() {
        List<Future<Integer>> turns = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long webhook : deliveries.receiversWaiting(clock.instant())) {
                turns.add(threads.submit(() -> turn(webhook)));
            }
        }
        int through = 0;
        for (Future<Integer> turn : turns) {
            try {
                through += turn.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return through;
            }
        }
        return through;
    }

    private int turn(long webhook) {
        Instant end = clock.instant().plus(TURN);
        int through = 0;
        int failures = 0;
        while (failures < MOST_FAILURES && clock.instant().isBefore(end)) {
            List<DeliveryRows.Claimed> claimed = deliveries.claim(webhook, AT_A_TIME, clock.instant());
            if (claimed.isEmpty()) {
                break;
            }
            for (DeliveryRows.Claimed one : claimed) {
                Instant now = clock.instant();
                Optional<WebhookRows.Receiver> receiver = webhooks.receiver(webhook, now);
                if (receiver.isEmpty() || failures >= MOST_FAILURES) {
                    deliveries.release(one.id(), now);
                } else if (sent(one, receiver.get(), now)) {
                    through++;
                } else {
                    failures++;
                }
            }
        }
        return through;
    }

    private boolean sent(DeliveryRows.Claimed one, WebhookRows.Receiver receiver, Instant now) {
        Courier.Answer answer = courier.bring(
                receiver.webhook().url(),
                receiver.secrets(),
                Delivery.messageId(one.id()),
                now.getEpochSecond(),
                one.body());
        Instant after = clock.instant();
        if (answer.isYes()) {
            deliveries.tried(one.id(), Delivery.State.DONE, answer, after, after);
            webhooks.gotThrough(receiver.webhook().id());
            return true;
        }
        boolean over = one.tries() >= WAITS.size();
        deliveries.tried(
                one.id(),
                over ? Delivery.State.FAILED : Delivery.State.WAITING,
                answer,
                after,
                over ? after : after.plus(WAITS.get(one.tries())));
        Instant since = webhooks.failed(receiver.webhook().id(), after);
        if (answer.isGone() || !since.plus(PATIENCE).isAfter(after)) {
            giveUp(receiver.webhook());
        }
        return false;
    }

    private void giveUp(Webhook webhook) {
        Caller.asSystem(() -> transaction.executeWithoutResult(status -> {
            if (webhooks.giveUp(webhook.id())) {
                trail.record("webhook.given-up", Webhooks.subject(webhook.id(), webhook.name()), null, null, null);
                events.publishEvent(new WebhookGivenUp(webhook.id(), webhook.name()));
            }
        }));
    }
}
