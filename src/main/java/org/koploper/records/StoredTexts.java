package org.koploper.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Values of fields as texts, and back. */
final class StoredTexts {

    private StoredTexts() {}

    static @Nullable String of(@Nullable Object value) {
        return value == null ? null : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    static @Nullable Object value(Field field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (field.type() == Field.Type.REFERENCE) {
            return Long.valueOf(text);
        }
        if (field.column() == null) {
            return text;
        }
        return switch (field.type()) {
            case TEXT, CODE, CURRENCY, REFERENCE -> text;
            case DECIMAL, RATE -> new BigDecimal(text);
            case INTEGER -> Integer.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case DATE_TIME -> LocalDateTime.parse(text);
        };
    }
}
