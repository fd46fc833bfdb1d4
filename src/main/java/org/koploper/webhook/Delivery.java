package org.koploper.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event for one receiver, and what became of it.
 *
 * @param subject what it is about, such as the external id of a deal
 * @param nextAt when it is tried again; null when it is not
 * @param triedAt null before the first try
 * @param status of the last answer; null where there was none
 * @param fault why there was none: {@code timed-out}, {@code not-reached}, {@code not-trusted}, {@code address-refused}
 */
public record Delivery(
        long id,
        long webhook,
        WebhookEvent event,
        String subject,
        Instant notedAt,
        State state,
        int tries,
        @Nullable Instant nextAt,
        @Nullable Instant triedAt,
        @Nullable Integer status,
        @Nullable String fault) {

    /** How far it is. */
    public enum State {
        /** To be sent, or to be tried again. */
        WAITING,
        /** The receiver said yes. */
        DONE,
        /** Not tried any more, unless somebody wants it. */
        FAILED
    }

    /** The id that the receiver sees: the same at every try. */
    public String messageId() {
        return messageId(id);
    }

    static String messageId(long id) {
        return "msg_" + id;
    }
}
