package org.koploper.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What something was or is, as the trail keeps it: a line for each field. A line break inside a value becomes a space, so
 * that nobody can write a value which looks like another field.
 */
public final class Facts {

    private static final Pattern LINE = Pattern.compile("([A-Za-z][A-Za-z0-9]*): (.*)");
    private static final Pattern BREAKS = Pattern.compile("\\R|[\\x0B\\x0C\\x85\\u2028\\u2029]");

    private Facts() {}

    /** These fields, in this order. */
    public static String of(Map<String, String> values) {
        return values.entrySet().stream()
                .map(field ->
                        field.getKey() + ": " + BREAKS.matcher(field.getValue()).replaceAll(" "))
                .collect(Collectors.joining("\n"));
    }

    /** The fields of a text that was kept; one that has none is a single value under an empty name. */
    public static Map<String, String> read(@Nullable String kept) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (kept == null || kept.isBlank()) {
            return fields;
        }
        for (String line : kept.split("\n")) {
            Matcher field = LINE.matcher(line);
            if (!field.matches()) {
                return new LinkedHashMap<>(Map.of("", kept));
            }
            fields.put(field.group(1), field.group(2));
        }
        return fields;
    }
}
