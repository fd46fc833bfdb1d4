package org.koploper.people;

import java.time.ZoneId;

/**
 * What somebody answered who sets the product up.
 *
 * @param languageTag language and way of writing of whoever chose none, such as {@code nl-BE}
 * @param house the organisation; not looked at where demo data bring their own
 */
public record Founding(Start start, String languageTag, House house, Administrator administrator) {

    /** What the product begins with. */
    public enum Start {
        /** Nothing: everything is typed in. */
        EMPTY,
        /** Nothing, and files are brought in first of all. */
        IMPORT,
        /** Demo data, whose people nobody knows a password of. */
        DEMO
    }

    /**
     * The organisation.
     *
     * @param country two letters, ISO 3166
     * @param currency ISO 4217
     */
    public record House(String name, String country, String currency, ZoneId zone) {}

    /**
     * Who administers.
     *
     * @param username what they sign in with
     */
    public record Administrator(String name, String username, String password) {}
}
