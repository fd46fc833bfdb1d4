package org.koploper.records;

/** Takes what is wrong or odd about the row at hand; an error rejects the row, a warning does not. */
public interface Problems {

    /**
     * The row cannot be taken.
     *
     * @param field name of the field, or an empty text for the whole row
     * @param code stable kebab-case code; the sentence is {@code problem.<code>} in problems_en/nl.properties
     * @param args for the sentence
     */
    void error(String field, String code, Object... args);

    /** The row is taken, but somebody should know. */
    void warning(String field, String code, Object... args);
}
