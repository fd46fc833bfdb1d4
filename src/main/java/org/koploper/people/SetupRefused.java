package org.koploper.people;

/** The product could not be set up with these answers; nothing was changed. */
public class SetupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Which answer it is about. */
    public enum About {
        CODE,
        START,
        ORGANISATION,
        NAME,
        USERNAME,
        PASSWORD
    }

    private final About about;
    private final String key;

    SetupRefused(About about, String key) {
        super(about + " " + key);
        this.about = about;
        this.key = key;
    }

    public About about() {
        return about;
    }

    /** Key of the sentence that says why and what to do. */
    public String key() {
        return key;
    }
}
