package org.koploper.webhook;

/** A receiver cannot be like that; nothing was written. The sentence is {@code problem.<code>}. */
public final class WebhookRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String code;

    WebhookRefused(String field, String code) {
        super(field + ": " + code);
        this.field = field;
        this.code = code;
    }

    /** {@code name}, {@code url} or {@code events}. */
    public String field() {
        return field;
    }

    public String code() {
        return code;
    }
}
