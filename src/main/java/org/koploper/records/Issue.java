package org.koploper.records;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong or odd.
 *
 * @param row as in {@link Entry#row()}; null for the batch as a whole
 * @param field name of the field (or, where no field is mapped, what the source calls the column); empty for the whole row
 * @param code stable kebab-case code; the sentence is {@code problem.<code>}
 * @param error whether it rejects the row
 * @param args for the sentence, as texts
 */
public record Issue(@Nullable Long row, String field, String code, boolean error, List<String> args) {

    private static final int LONGEST_ARG = 200;

    public Issue {
        args = List.copyOf(args);
    }

    static Issue of(@Nullable Long row, String field, String code, boolean error, @Nullable Object... args) {
        List<String> texts = new ArrayList<>(args.length);
        for (Object arg : args) {
            String text = arg instanceof BigDecimal number ? plain(number) : String.valueOf(arg);
            texts.add(text.length() <= LONGEST_ARG ? text : text.substring(0, LONGEST_ARG - 1) + "…");
        }
        return new Issue(row, field, code, error, texts);
    }

    /** Written out, unless a wicked exponent would make that a gigabyte. */
    private static String plain(BigDecimal number) {
        return Math.abs(number.scale()) > LONGEST_ARG ? number.toString() : number.toPlainString();
    }
}
