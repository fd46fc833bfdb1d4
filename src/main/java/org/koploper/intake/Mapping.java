package org.koploper.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a file become fields. Everything may be left out: what is not said is proposed or detected.
 *
 * @param columns file header → field; an empty field leaves the column out
 * @param values field → text in the file → what is meant by it
 * @param defaults field → value where the file has no column for it or the cell is empty; decimals with a dot, dates as
 *     {@code yyyy-MM-dd}
 * @param dateFormat such as {@code M/d/yyyy}; null: as detected
 * @param decimal {@code .} or {@code ,}; null: as detected
 * @param separator one character, or {@code tab}; null: as detected
 * @param sheet of a workbook; null: the first that can be seen
 * @param encoding such as {@code UTF-8}; null: as detected
 * @param problems field (or {@value #ROW} for the row as a whole) → code of a problem → what to do with all its rows
 */
public record Mapping(
        Map<String, String> columns,
        Map<String, Map<String, String>> values,
        Map<String, String> defaults,
        @Nullable String dateFormat,
        @Nullable String decimal,
        @Nullable String separator,
        @Nullable String encoding,
        @Nullable String sheet,
        Map<String, Map<String, Decision>> problems) {

    /** Stands for a field where a problem is about the row as a whole. */
    public static final String ROW = "row";

    /** Nothing said. */
    public static final Mapping NONE =
            new Mapping(Map.of(), Map.of(), Map.of(), null, null, null, null, null, Map.of());

    // JSON leaves out what is not said, and says null where it means nothing
    public Mapping {
        columns = filled(columns, "");
        values = filled(values, Map.of());
        values.replaceAll((field, aliases) -> filled(aliases, ""));
        defaults = filled(defaults, "");
        problems = filled(problems, Map.of());
        problems.replaceAll((field, decisions) -> filled(decisions, new Decision(Decision.SKIP, null)));
    }

    private static <T> Map<String, T> filled(@Nullable Map<String, @Nullable T> said, T forNull) {
        Map<String, T> filled = new LinkedHashMap<>();
        if (said != null) {
            said.forEach((key, value) -> filled.put(key, value == null ? forNull : value));
        }
        return filled;
    }

    /** The same with these columns. */
    public Mapping withColumns(Map<String, String> other) {
        return new Mapping(other, values, defaults, dateFormat, decimal, separator, encoding, sheet, problems);
    }

    /** The same with one text in the file meaning something else for that field. */
    public Mapping withValue(String field, String text, String meaning) {
        Map<String, Map<String, String>> other = new LinkedHashMap<>(values);
        Map<String, String> ofField = new LinkedHashMap<>(other.getOrDefault(field, Map.of()));
        ofField.put(text, meaning);
        other.put(field, ofField);
        return new Mapping(columns, other, defaults, dateFormat, decimal, separator, encoding, sheet, problems);
    }

    /** The same with another default; empty takes it away. */
    public Mapping withDefault(String field, String value) {
        Map<String, String> other = new LinkedHashMap<>(defaults);
        if (value.isEmpty()) {
            other.remove(field);
        } else {
            other.put(field, value);
        }
        return new Mapping(columns, values, other, dateFormat, decimal, separator, encoding, sheet, problems);
    }

    /** The same with something decided about a problem; null: nothing any more. */
    public Mapping withProblem(String field, String code, @Nullable Decision decision) {
        Map<String, Map<String, Decision>> other = new LinkedHashMap<>(problems);
        Map<String, Decision> ofField = new LinkedHashMap<>(other.getOrDefault(field, Map.of()));
        if (decision == null) {
            ofField.remove(code);
        } else {
            ofField.put(code, decision);
        }
        other.put(field, ofField);
        if (ofField.isEmpty()) {
            other.remove(field);
        }
        return new Mapping(columns, values, defaults, dateFormat, decimal, separator, encoding, sheet, other);
    }

    /** The same read in another way; null goes back to what is detected. */
    public Mapping withFormat(
            @Nullable String dates, @Nullable String decimals, @Nullable String between, @Nullable String charset) {
        return new Mapping(columns, values, defaults, dates, decimals, between, charset, sheet, problems);
    }

    /** The same with another sheet of the workbook; its columns are proposed anew. */
    public Mapping withSheet(String other) {
        return new Mapping(Map.of(), values, defaults, dateFormat, decimal, separator, encoding, other, problems);
    }

    /** The header that feeds this field, or null. */
    @Nullable
    String headerOf(String field) {
        List<String> headers = columns.entrySet().stream()
                .filter(column -> field.equals(column.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return headers.isEmpty() ? null : headers.getFirst();
    }
}
