package org.koploper.webhook;

/** Raised inside the transaction in which a receiver was given up, because nothing got through for a day. */
public record WebhookGivenUp(long webhook, String name) {}
