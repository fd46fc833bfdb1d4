package org.koploper.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a kind of record.
 *
 * @param name as the interface names it, camelCase, such as {@code closedOn}; also the header of the template
 * @param type what its values are
 * @param required whether a new record cannot be without it
 * @param column where it is kept; null for an aspect, kept in other tables
 * @param references name of the kind it refers to, by external id or, where that is unique, by name; null for plain values
 * @param createsMissing whether a reference to something unknown creates it (with a warning) instead of being a problem
 * @param codes the codes it may have, lower case as in files; empty for anything
 * @param maxLength the longest text; 0 for other types
 * @param fallback value of a new record that does not mention it; null for none
 * @param example what the template shows
 */
public record Field(
        String name,
        Type type,
        boolean required,
        @Nullable String column,
        @Nullable String references,
        boolean createsMissing,
        List<String> codes,
        int maxLength,
        @Nullable Object fallback,
        String example) {

    /** What the values of a field are; in brackets the Java type after parsing. */
    public enum Type {
        /** (String) */
        TEXT,
        /** One of the field's codes (String, as stored: upper case with underscores). */
        CODE,
        /** (BigDecimal, at most 4 decimals, at most 15 digits before the point) */
        DECIMAL,
        /** A rate or share with more decimals (BigDecimal, at most 10 decimals). */
        RATE,
        /** (Integer) */
        INTEGER,
        /** (LocalDate) */
        DATE,
        /** (LocalDateTime, local to the organisation; a date alone means its midnight) */
        DATE_TIME,
        /** An ISO 4217 code (String). */
        CURRENCY,
        /** A reference (Long, the id, after it was resolved). */
        REFERENCE
    }

    /** The external id: unique per kind, at most 100 characters. */
    public static Field key(String example) {
        return new Field("externalId", Type.TEXT, true, "external_id", null, false, List.of(), 100, null, example);
    }

    /** A text of at most so many characters. */
    public static Field text(String name, String column, int maxLength, String example) {
        return new Field(name, Type.TEXT, false, column, null, false, List.of(), maxLength, null, example);
    }

    /** A plain value of that type. */
    public static Field of(String name, Type type, String column, String example) {
        return new Field(name, type, false, column, null, false, List.of(), 0, null, example);
    }

    /** One of these codes. */
    public static Field code(String name, String column, List<String> codes, String example) {
        return new Field(name, Type.CODE, false, column, null, false, codes, 0, null, example);
    }

    /** A reference to a record of another (or the same) kind. */
    public static Field reference(String name, String column, String kind, String example) {
        return new Field(name, Type.REFERENCE, false, column, kind, false, List.of(), 0, null, example);
    }

    /** An aspect: its text is read and written by the {@link Aspect} of the same name. */
    public static Field aspect(String name, String example) {
        return new Field(name, Type.TEXT, false, null, null, false, List.of(), 4000, null, example);
    }

    /**
     * An aspect that is one reference, such as the manager of a person: its text is resolved like that of any reference, and
     * the {@link Aspect} reads and writes the id as a text.
     */
    public static Field aspectReference(String name, String kind, String example) {
        return new Field(name, Type.REFERENCE, false, null, kind, false, List.of(), 0, null, example);
    }

    /** The same, and a new record needs it. */
    public Field needed() {
        return new Field(name, type, true, column, references, createsMissing, codes, maxLength, fallback, example);
    }

    /** The same, and a new record that does not mention it gets this value. */
    public Field orElse(Object value) {
        return new Field(name, type, required, column, references, createsMissing, codes, maxLength, value, example);
    }

    /** The same, and something unknown that it refers to is created, with a warning. */
    public Field creatingMissing() {
        return new Field(name, type, required, column, references, true, codes, maxLength, fallback, example);
    }
}
