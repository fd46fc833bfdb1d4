package org.koploper.records;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What holds for single fields, whatever the kind. */
final class FieldRules {

    private static final int DECIMALS = 4;
    private static final int DIGITS = 15;
    private static final int RATE_DECIMALS = 10;
    private static final int RATE_DIGITS = 9;

    private FieldRules() {}

    /** The value as it is stored, or null after having said what is wrong with it. */
    static @Nullable Object checked(Field field, Object value, Line line) {
        return switch (field.type()) {
            case TEXT, CURRENCY, REFERENCE -> text(field, String.valueOf(value), line);
            case CODE -> code(field, String.valueOf(value), line);
            case DECIMAL -> number(field, (BigDecimal) value, DECIMALS, DIGITS, line);
            case RATE -> number(field, (BigDecimal) value, RATE_DECIMALS, RATE_DIGITS, line);
            case DATE_TIME -> ((LocalDateTime) value).truncatedTo(ChronoUnit.MICROS);
            case INTEGER, DATE -> value;
        };
    }

    private static @Nullable String text(Field field, String text, Line line) {
        if (field.maxLength() > 0 && text.length() > field.maxLength()) {
            line.error(field.name(), "too-long", field.maxLength(), text.length());
            return null;
        }
        return text;
    }

    private static @Nullable String code(Field field, String text, Line line) {
        String stored = plain(text);
        if (field.codes().isEmpty()) {
            return text(field, stored, line);
        }
        for (String code : field.codes()) {
            if (plain(code).equals(stored)) {
                return stored;
            }
        }
        line.error(field.name(), "unknown-code", text, String.join(", ", field.codes()));
        return null;
    }

    private static String plain(String code) {
        return code.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private static @Nullable BigDecimal number(Field field, BigDecimal value, int decimals, int digits, Line line) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > decimals) {
            line.error(field.name(), "too-many-decimals", value, decimals);
            return null;
        }
        if (plain.precision() - plain.scale() > digits) {
            line.error(field.name(), "number-out-of-range", value);
            return null;
        }
        return value;
    }

    /** Whether two stored values are the same; numbers by their value, whatever their scale. */
    static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof BigDecimal one && b instanceof BigDecimal other) {
            return one.compareTo(other) == 0;
        }
        return a == null ? b == null : a.equals(b);
    }
}
