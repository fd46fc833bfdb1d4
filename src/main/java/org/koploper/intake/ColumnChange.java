package org.koploper.intake;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Field;

/**
 * What shall be done with the cells of a column before they are read.
 *
 * @param change one of the names below
 * @param value for {@value #WITH_COLUMN} the other header, for {@value #DATE_FORMAT} such as {@code d/M/yyyy}, for
 *     {@value #DECIMAL} {@code .} or {@code ,}
 */
public record ColumnChange(String change, @Nullable String value) {

    /** {@code P-104 An Peeters} → {@code P-104}. */
    public static final String FIRST_WORD = "firstWord";

    /** {@code P-104 An Peeters} → {@code An Peeters}. */
    public static final String OTHER_WORDS = "otherWords";

    /** One space where there are several. */
    public static final String SINGLE_SPACES = "singleSpaces";

    /** All letters capital. */
    public static final String UPPER_CASE = "upperCase";

    /** All letters small. */
    public static final String LOWER_CASE = "lowerCase";

    /** {@code Peeters, An} → {@code An Peeters}. */
    public static final String FIRST_NAME_FIRST = "firstNameFirst";

    /** The text of another column behind it: first name and last name, day and time. */
    public static final String WITH_COLUMN = "withColumn";

    /** Dates of this column are written in another way than those of the file. */
    public static final String DATE_FORMAT = "dateFormat";

    /** Numbers of this column have another decimal sign than those of the file. */
    public static final String DECIMAL = "decimal";

    /** {@code 150} → {@code -150}, and back. */
    public static final String OTHER_SIGN = "otherSign";

    /** {@code (150)} and {@code 150-} are {@code -150}. */
    public static final String MINUS_AROUND = "minusAround";

    /** {@code 80 %} and {@code 80} → {@code 0.8}. */
    public static final String TO_FRACTION = "toFraction";

    /** {@code 0.8} → {@code 80}; {@code 80 %} says it itself and is {@code 80}. */
    public static final String TO_PERCENT = "toPercent";

    private static final List<String> ALL = List.of(
            FIRST_WORD,
            OTHER_WORDS,
            SINGLE_SPACES,
            UPPER_CASE,
            LOWER_CASE,
            FIRST_NAME_FIRST,
            WITH_COLUMN,
            DATE_FORMAT,
            DECIMAL,
            OTHER_SIGN,
            MINUS_AROUND,
            TO_FRACTION,
            TO_PERCENT);

    /** The changes that make sense for the values of that field, in the order in which they are offered. */
    public static List<String> offered(Field field) {
        return ALL.stream().filter(change -> fits(change, field.type())).toList();
    }

    /** All names, for who has to be told them. */
    static String names() {
        return String.join(", ", ALL);
    }

    static boolean fits(String change, Field.Type type) {
        Stream<Field.Type> types = switch (change) {
            case SINGLE_SPACES, UPPER_CASE, LOWER_CASE ->
                Stream.of(Field.Type.TEXT, Field.Type.REFERENCE, Field.Type.CODE);
            case FIRST_NAME_FIRST -> Stream.of(Field.Type.TEXT, Field.Type.REFERENCE);
            case WITH_COLUMN -> Stream.of(Field.Type.TEXT, Field.Type.REFERENCE, Field.Type.DATE_TIME);
            case DATE_FORMAT -> Stream.of(Field.Type.DATE, Field.Type.DATE_TIME);
            case DECIMAL, OTHER_SIGN, MINUS_AROUND, TO_FRACTION, TO_PERCENT ->
                Stream.of(Field.Type.DECIMAL, Field.Type.RATE, Field.Type.INTEGER);
            default -> Stream.of(Field.Type.values());
        };
        return types.anyMatch(type::equals);
    }
}
