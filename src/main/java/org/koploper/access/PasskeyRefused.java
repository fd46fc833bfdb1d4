package org.koploper.access;

/** A passkey was not added; nothing was changed. */
public class PasskeyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    PasskeyRefused(String key) {
        super(key);
        this.key = key;
    }

    /** Key of the text that says why. */
    public String key() {
        return key;
    }
}
