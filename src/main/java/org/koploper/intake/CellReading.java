package org.koploper.intake;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Field;

/** Reads a text as the type of a field. */
record CellReading(DecimalSign sign, @Nullable DatePattern dates, ZoneId zone) {

    /** As we write ourselves: decimals with a dot, dates as {@code yyyy-MM-dd}. */
    static final CellReading OURS = new CellReading(DecimalSign.DOT, DatePattern.ISO, ZoneOffset.UTC);

    /** The value in the Java type of the field; references and aspects stay texts. */
    Parsed<?> read(Field field, String text) {
        return switch (field.type()) {
            case TEXT, CODE, REFERENCE -> Parsed.value(text);
            case DECIMAL, RATE -> Values.decimal(text, sign);
            case INTEGER -> integer(text);
            case DATE -> Values.date(text, dates, zone);
            case DATE_TIME -> Values.dateTime(text, dates, zone);
            case CURRENCY -> Values.currency(text).map(Currency::getCurrencyCode);
        };
    }

    private Parsed<Integer> integer(String text) {
        return switch (Values.integer(text, sign)) {
            case Parsed.Refused<Long>(String code, var args) -> new Parsed.Refused<>(code, args);
            case Parsed.Value<Long>(Long value) ->
                value == value.intValue()
                        ? Parsed.value(value.intValue())
                        : Parsed.refused("number-too-long", Values.shortened(text));
        };
    }

    /** What two spellings of one value have in common. */
    static String loose(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
