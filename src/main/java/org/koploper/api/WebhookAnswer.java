package org.koploper.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.webhook.Webhook;
import org.koploper.webhook.WebhookEvent;

/**
 * A receiver of events.
 *
 * @param secret what its deliveries are signed with; only in the answer that makes it
 */
record WebhookAnswer(
        long id,
        String name,
        String url,
        List<String> events,
        String state,
        @Nullable Instant failingSince,
        @Nullable Instant oldSecretUntil,
        Instant createdAt,
        String createdBy,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

    static WebhookAnswer of(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookAnswer of(Webhook webhook, @Nullable String secret) {
        return new WebhookAnswer(
                webhook.id(),
                webhook.name(),
                webhook.url(),
                webhook.events().stream().sorted().map(WebhookEvent::key).toList(),
                RecordTexts.code(webhook.state().name()),
                webhook.failingSince(),
                webhook.oldSecretUntil(),
                webhook.createdAt(),
                webhook.createdBy(),
                secret);
    }
}
