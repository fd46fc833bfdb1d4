package org.koploper.api;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Field;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordRow;

/** Records the way the interface writes them, which is the way it reads them: what was read can be sent back. */
final class RecordTexts {

    private static final String CURRENCY = "currency";

    private RecordTexts() {}

    static Map<String, @Nullable Object> of(RecordKind kind, RecordRow row) {
        String currency = row.values().get(CURRENCY) instanceof String code ? code : null;
        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            texts.put(field.name(), text(field, row.values().get(field.name()), currency));
        }
        return texts;
    }

    private static @Nullable Object text(Field field, @Nullable Object value, @Nullable String currency) {
        return switch (value) {
            case null -> null;
            case RecordRef reference -> reference.externalId();
            case Integer number -> number;
            case BigDecimal number ->
                field.type() == Field.Type.DECIMAL && currency != null
                        ? Amounts.money(number, currency)
                        : Amounts.number(number);
            case String code when field.type() == Field.Type.CODE -> code(code);
            default -> value.toString();
        };
    }

    /** As files have it. */
    static String code(String stored) {
        return stored.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
