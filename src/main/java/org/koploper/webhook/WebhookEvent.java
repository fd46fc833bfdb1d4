package org.koploper.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What other programs can be told. */
public enum WebhookEvent {
    /** A deal was won. */
    DEAL_WON,
    /** Something that counts about a deal changed: stage, owner, value, currency, days or shares. */
    DEAL_CHANGED,
    /** The statement of a person and month changed. Who did, and in which month; never by how much. */
    STATEMENT_CHANGED,
    /** An import that ran in the background is through, or failed. */
    IMPORT_ENDED,
    /** Somebody wants to see whether it gets through. */
    WEBHOOK_TEST;

    /** Those that somebody can choose. */
    public static List<WebhookEvent> choices() {
        return List.of(DEAL_WON, DEAL_CHANGED, STATEMENT_CHANGED, IMPORT_ENDED);
    }

    /** As receivers read it, such as {@code deal.won}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The one of that key. */
    public static Optional<WebhookEvent> of(String key) {
        return Arrays.stream(values()).filter(event -> event.key().equals(key)).findFirst();
    }
}
