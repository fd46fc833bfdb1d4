package org.koploper.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.koploper.webhook.Delivery;

/**
 * What became of one event for one receiver.
 *
 * @param messageId as the receiver sees it in {@code webhook-id}
 * @param nextAt when it is tried again; null when it is not
 * @param status of the last answer; null where there was none
 * @param fault why there was none
 */
record DeliveryAnswer(
        long id,
        String messageId,
        String event,
        String subject,
        String state,
        int tries,
        Instant notedAt,
        @Nullable Instant nextAt,
        @Nullable Instant triedAt,
        @Nullable Integer status,
        @Nullable String fault) {

    static DeliveryAnswer of(Delivery delivery) {
        return new DeliveryAnswer(
                delivery.id(),
                delivery.messageId(),
                delivery.event().key(),
                delivery.subject(),
                RecordTexts.code(delivery.state().name()),
                delivery.tries(),
                delivery.notedAt(),
                delivery.nextAt(),
                delivery.triedAt(),
                delivery.status(),
                delivery.fault());
    }
}
