package org.koploper.ui.records;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Field;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordRow;
import org.koploper.ui.kit.Formats;

/** What kinds, fields and values are called on screens. */
public final class RecordWords {

    private RecordWords() {}

    /** What many records of a kind are called, as a heading. */
    public static String kind(String kind) {
        return I18NProvider.translate("kind." + kind);
    }

    static String one(String kind) {
        return I18NProvider.translate("kind." + kind + ".one");
    }

    static String many(String kind) {
        return I18NProvider.translate("kind." + kind + ".many");
    }

    /** What a field is called. */
    public static String field(Field field) {
        return I18NProvider.translate(key(field));
    }

    /** The translation key of what a field is called. */
    static String key(Field field) {
        return "field." + field.name();
    }

    /** A code in words; codes come as they are stored. */
    public static String code(String kind, Field field, String stored) {
        String code = stored.toLowerCase(Locale.ROOT).replace('_', '-');
        return I18NProvider.translate(
                // what many kinds or screens name is named once
                field.name().equals("stage") || field.name().equals("kpi")
                        ? field.name() + "." + code
                        : "code." + kind + "." + field.name() + "." + code);
    }

    /** A value as a list shows it; an empty text for none. */
    static String value(RecordKind kind, Field field, RecordRow row) {
        return value(kind, field, row.values().get(field.name()), row.values().get("currency"));
    }

    static String value(RecordKind kind, Field field, @Nullable Object value, @Nullable Object currency) {
        Formats formats = Formats.here();
        return switch (value) {
            case null -> "";
            case RecordRef ref -> ref.label();
            case BigDecimal number
            when field.type() == Field.Type.DECIMAL && isMoney(field) && currency instanceof String code ->
                formats.money(number, Currency.getInstance(code));
            case BigDecimal number -> formats.number(number);
            case Integer number -> formats.number(number);
            case LocalDate day -> formats.shortDate(day);
            case LocalDateTime moment ->
                formats.shortDate(moment.toLocalDate()) + " "
                        + DateTimeFormatter.ofPattern("HH:mm").format(moment);
            case String code when field.type() == Field.Type.CODE -> code(kind.name(), field, code);
            default -> value.toString();
        };
    }

    /** The other decimals are counts and percentages. */
    static boolean isMoney(Field field) {
        return !field.name().equals("quantity") && !field.name().equals("discountPercent");
    }
}
