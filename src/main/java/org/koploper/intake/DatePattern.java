package org.koploper.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The order of day, month and year in the dates of a file, such as {@code M/d/yyyy}. Day and month are read with one or two
 * digits, the year with exactly four: two digits would make us guess the century. A time behind the date ({@code 14:05},
 * {@code T14:05:30.250Z}, {@code 2:05 PM}) is always allowed.
 *
 * <p>A reader of our own and not {@code DateTimeFormatter}, which takes {@code 003/1/-2017} for {@code d/M/uuuu}.
 */
public final class DatePattern {

    private static final Pattern SHAPE =
            Pattern.compile("(d{1,2}|M{1,2}|yyyy|uuuu)([-/. ]?)(d{1,2}|M{1,2})\\2(d{1,2}|M{1,2}|yyyy|uuuu)"
                    + "(?:(?: |T|'T')(?:HH?|hh?):mm(?::ss)?(?: ?a)?)?");

    private static final String TIME =
            "(?:[T ]{1,2}(?<h>\\d{1,2}):(?<min>\\d{2})(?::(?<s>\\d{2})(?:[.,](?<f>\\d{1,9}))?)?"
                    + "(?:\\h?(?<half>[AaPp])[Mm])?\\h?(?<zone>Z|[+-]\\d{2}(?::?\\d{2})?)?)?";

    // below the expressions above, which reading a pattern needs
    public static final DatePattern ISO = known("yyyy-MM-dd");
    public static final DatePattern YEAR_FIRST_SLASH = known("yyyy/M/d");
    public static final DatePattern DAY_MONTH_SLASH = known("d/M/yyyy");
    public static final DatePattern MONTH_DAY_SLASH = known("M/d/yyyy");
    public static final DatePattern DAY_MONTH_DASH = known("d-M-yyyy");
    public static final DatePattern MONTH_DAY_DASH = known("M-d-yyyy");
    public static final DatePattern DAY_MONTH_DOT = known("dd.MM.yyyy");
    public static final DatePattern MONTH_DAY_DOT = known("MM.dd.yyyy");

    private final String pattern;
    private final Pattern reader;

    private DatePattern(String pattern, Pattern reader) {
        this.pattern = pattern;
        this.reader = reader;
    }

    /**
     * A pattern somebody wrote: day ({@code d}, {@code dd}), month ({@code M}, {@code MM}) and year ({@code yyyy}), once each,
     * year first or last, with {@code / - .}, a space or nothing between them; a time part is accepted and changes nothing.
     * Anything else is refused as {@code unknown-date-format}.
     */
    public static Parsed<DatePattern> of(String pattern) {
        String text = Values.text(pattern);
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Parsed.refused("unknown-date-format", Values.shortened(text));
        }
        String fields = "" + shape.group(1).charAt(0) + shape.group(3).charAt(0)
                + shape.group(4).charAt(0);
        fields = fields.replace('u', 'y');
        if (fields.chars().distinct().count() != 3 || fields.indexOf('y') == 1) {
            return Parsed.refused("unknown-date-format", Values.shortened(text));
        }
        String between = shape.group(2);
        // without anything in between only full widths can be told apart
        String small = between.isEmpty() ? "\\d{2}" : "\\d{1,2}";
        StringBuilder reader = new StringBuilder();
        for (char field : fields.toCharArray()) {
            reader.append(reader.isEmpty() ? "" : Pattern.quote(between));
            reader.append("(?<").append(field).append('>').append(field == 'y' ? "\\d{4}" : small);
            reader.append(')');
        }
        return Parsed.value(new DatePattern(text, Pattern.compile(reader + TIME)));
    }

    private static DatePattern known(String pattern) {
        return switch (of(pattern)) {
            case Parsed.Value<DatePattern>(DatePattern value) -> value;
            case Parsed.Refused<DatePattern> refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** A date as it stands in a cell, with the time and the offset if they were there too. */
    record Stamp(
            LocalDate date,
            @Nullable LocalTime time,
            @Nullable ZoneOffset offset) {}

    /** Null when the text is not a date that exists in this pattern. */
    @Nullable
    Stamp read(String text) {
        Matcher m = reader.matcher(text);
        if (!m.matches()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(number(m, "y"), number(m, "M"), number(m, "d"));
            return new Stamp(date, m.group("h") == null ? null : time(m), offset(m.group("zone")));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static LocalTime time(Matcher m) {
        int hour = number(m, "h");
        String half = m.group("half");
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("hour of a half day");
            }
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        String fraction = m.group("f");
        int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
        return LocalTime.of(hour, number(m, "min"), m.group("s") == null ? 0 : number(m, "s"), nanos);
    }

    private static @Nullable ZoneOffset offset(@Nullable String zone) {
        return zone == null ? null : ZoneOffset.of(zone);
    }

    private static int number(Matcher m, String field) {
        return Integer.parseInt(m.group(field));
    }

    boolean startsWithMonth() {
        return pattern.startsWith("M");
    }

    boolean startsWithYear() {
        return pattern.startsWith("y") || pattern.startsWith("u");
    }

    /** The pattern as written, in the letters of {@link java.time.format.DateTimeFormatter}. */
    public String pattern() {
        return pattern;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatePattern that && pattern.equals(that.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return pattern;
    }
}
