package org.koploper.webhook;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of events; never with its secret.
 *
 * @param failingSince since when nothing got through; null when the last delivery did, or there was none yet
 * @param oldSecretUntil until when the secret before the present one still signs too; null when it does not
 * @param createdBy who made it, as the trail names them
 */
public record Webhook(
        long id,
        String name,
        String url,
        Set<WebhookEvent> events,
        WebhookState state,
        @Nullable Instant failingSince,
        @Nullable Instant oldSecretUntil,
        Instant createdAt,
        String createdBy) {}
