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
 * @param transforms file header → what is done with its cells before they are read, and before {@code values} are looked up
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
        Map<String, Map<String, Decision>> problems,
        Map<String, ColumnChange> transforms) {

    /** Stands for a field where a problem is about the row as a whole. */
    public static final String ROW = "row";

    /** Nothing said. */
    public static final Mapping NONE =
            new Mapping(Map.of(), Map.of(), Map.of(), null, null, null, null, null, Map.of(), Map.of());

    // JSON leaves out what is not said, and says null where it means nothing
    public Mapping {
        columns = filled(columns, "");
        values = filled(values, Map.of());
        values.replaceAll((field, aliases) -> filled(aliases, ""));
        defaults = filled(defaults, "");
        problems = filled(problems, Map.of());
        problems.replaceAll((field, decisions) -> filled(decisions, new Decision(Decision.SKIP, null)));
        transforms = filled(transforms, new ColumnChange("", null));
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
        return new Mapping(
                other, values, defaults, dateFormat, decimal, separator, encoding, sheet, problems, transforms);
    }

    /** What a text in the file means for that field, however it is written; empty where nothing is said about it. */
    public String valueOf(String field, String text) {
        return values.getOrDefault(field, Map.of()).entrySet().stream()
                .filter(known -> CellReading.loose(known.getKey()).equals(CellReading.loose(text)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** The same with one text in the file meaning something else for that field. */
    public Mapping withValue(String field, String text, String meaning) {
        Map<String, String> ofField = valuesWithout(field, text);
        ofField.put(text, meaning);
        return withValues(field, ofField);
    }

    /** The same with a text of the file meaning what it says again. */
    public Mapping withoutValue(String field, String text) {
        return withValues(field, valuesWithout(field, text));
    }

    private Map<String, String> valuesWithout(String field, String text) {
        Map<String, String> ofField = new LinkedHashMap<>(values.getOrDefault(field, Map.of()));
        ofField.keySet().removeIf(known -> CellReading.loose(known).equals(CellReading.loose(text)));
        return ofField;
    }

    private Mapping withValues(String field, Map<String, String> ofField) {
        Map<String, Map<String, String>> other = new LinkedHashMap<>(values);
        other.put(field, ofField);
        other.values().removeIf(Map::isEmpty);
        return new Mapping(
                columns, other, defaults, dateFormat, decimal, separator, encoding, sheet, problems, transforms);
    }

    /** The same with something else done with the cells of a column; null: nothing any more. */
    public Mapping withTransform(String header, @Nullable ColumnChange change) {
        Map<String, ColumnChange> other = new LinkedHashMap<>(transforms);
        if (change == null) {
            other.remove(header);
        } else {
            other.put(header, change);
        }
        return withTransforms(other);
    }

    Mapping withTransforms(Map<String, ColumnChange> other) {
        return new Mapping(columns, values, defaults, dateFormat, decimal, separator, encoding, sheet, problems, other);
    }

    /** The same with another default; empty takes it away. */
    public Mapping withDefault(String field, String value) {
        Map<String, String> other = new LinkedHashMap<>(defaults);
        if (value.isEmpty()) {
            other.remove(field);
        } else {
            other.put(field, value);
        }
        return new Mapping(
                columns, values, other, dateFormat, decimal, separator, encoding, sheet, problems, transforms);
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
        return new Mapping(
                columns, values, defaults, dateFormat, decimal, separator, encoding, sheet, other, transforms);
    }

    /** The same read in another way; null goes back to what is detected. */
    public Mapping withFormat(
            @Nullable String dates, @Nullable String decimals, @Nullable String between, @Nullable String charset) {
        return new Mapping(columns, values, defaults, dates, decimals, between, charset, sheet, problems, transforms);
    }

    /** The same with another sheet of the workbook; its columns are proposed anew, and nothing is done with them. */
    public Mapping withSheet(String other) {
        return new Mapping(
                Map.of(), values, defaults, dateFormat, decimal, separator, encoding, other, problems, Map.of());
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
