package org.koploper.webhook;

/** Whether a receiver is told anything. */
public enum WebhookState {
    /** It is. */
    ON,
    /** Somebody switched it off: nothing is noted for it either. */
    OFF,
    /** Nothing got through for a day: what happens is noted, and told when somebody switches it on again. */
    GIVEN_UP
}
