package org.koploper.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.records.Field;

/** What is done with the cells of a column, case by case. */
class TransformTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private static Transform.Cell changed(String change, String value, String cell, CellReading reading) {
        return switch (Transform.of(new ColumnChange(change, value))) {
            case Parsed.Value<Transform>(Transform transform) ->
                transform.apply(
                        new Transform.Cell(cell, reading), header -> "Last name".equals(header) ? "Peeters" : "");
            case Parsed.Refused<Transform> refused -> throw new AssertionError(refused.toString());
        };
    }

    @ParameterizedTest(name = "{0} {1}: {2} → {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # what is done | with      | in the file         | becomes
            firstWord      |           | P-104 An Peeters    | P-104
            firstWord      |           | EUR (euro)          | EUR
            firstWord      |           | An                  | An
            otherWords     |           | P-104   An Peeters  | An Peeters
            otherWords     |           | An                  | ''
            singleSpaces   |           | Bakkerij   De  Smet | Bakkerij De Smet
            upperCase      |           | gtx pro             | GTX PRO
            lowerCase      |           | Closed WON          | closed won
            firstNameFirst |           | Peeters, An         | An Peeters
            firstNameFirst |           | Van den Berg,Jan    | Jan Van den Berg
            firstNameFirst |           | An Peeters          | An Peeters
            firstNameFirst |           | Peeters, An, dr.    | Peeters, An, dr.
            firstNameFirst |           | Peeters,            | Peeters,
            withColumn     | Last name | An                  | An Peeters
            withColumn     | Last name | ''                  | Peeters
            withColumn     | Initials  | An                  | An
            """)
    void aTextBecomesAnother(String change, String value, String cell, String becomes) {
        CellReading reading = new CellReading(DecimalSign.COMMA, DatePattern.DAY_MONTH_SLASH, BRUSSELS);

        assertThat(changed(change, value, cell, reading)).isEqualTo(new Transform.Cell(becomes, reading));
    }

    /** In a file with a decimal comma. */
    @ParameterizedTest(name = "{0} {1}: {2} → {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # what is done | with | in the file | is read as
            otherSign      |      | 1.250,50    | -1250.50
            otherSign      |      | -150        | 150
            otherSign      |      | 0           | 0
            otherSign      |      | n/a         | refused: not-a-number
            otherSign      |      | ''          | refused: empty-cell
            minusAround    |      | (1.250,50)  | -1250.50
            minusAround    |      | (€ 150)     | -150
            minusAround    |      | 150-        | -150
            minusAround    |      | 150 -       | -150
            minusAround    |      | −150        | -150
            minusAround    |      | 150         | 150
            minusAround    |      | -150        | -150
            minusAround    |      | (150        | refused: not-a-number
            toFraction     |      | 80 %        | 0.80
            toFraction     |      | 80          | 0.80
            toFraction     |      | 9,375%      | 0.09375
            toFraction     |      | %           | refused: not-a-number
            toPercent      |      | 0,8         | 80
            toPercent      |      | 0,09375     | 9.375
            toPercent      |      | 80 %        | 80
            decimal        | .    | 1250.50     | 1250.50
            decimal        | .    | 1,250.50    | 1250.50
            decimal        | .    | 1.250,50    | refused: grouping-not-in-threes
            firstWord      |      | 150 EUR     | 150
            """)
    void aNumberBecomesAnother(String change, String value, String cell, String readAs) {
        CellReading reading = new CellReading(DecimalSign.COMMA, DatePattern.DAY_MONTH_SLASH, BRUSSELS);
        Field amount = Field.of("amount", Field.Type.DECIMAL, "amount", "1");

        assertThat(read(changed(change, value, cell, reading), amount)).isEqualTo(readAs);
    }

    /** In a file whose dates start with the day. */
    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # this column  | in the file | is read as
            M/d/yyyy       | 11/2/2026   | 2026-11-02
            yyyy-MM-dd     | 2026-11-02  | 2026-11-02
            yyyyMMdd       | 20261102    | 2026-11-02
            M/d/yyyy       | 31/12/2026  | refused: not-a-date
            """)
    void aColumnHasDatesOfItsOwn(String pattern, String cell, String readAs) {
        CellReading reading = new CellReading(DecimalSign.COMMA, DatePattern.DAY_MONTH_SLASH, BRUSSELS);
        Field day = Field.of("day", Field.Type.DATE, "day", "2026-11-30");

        assertThat(read(changed("dateFormat", pattern, cell, reading), day)).isEqualTo(readAs);
    }

    @ParameterizedTest(name = "{0} {1}: {2} → {3}")
    @CsvSource(delimiter = '|', textBlock = """
            toPercent  |          | 0.12       | 12
            otherSign  |          | 150.5      | -150.5
            decimal    | ,        | 150.5      | 150.5
            dateFormat | d/M/yyyy | 2026-11-02 | 2026-11-02
            """)
    void whatAWorkbookHoldsAsANumberOrADayIsTakenAsItHoldsIt(String change, String value, String cell, String becomes) {
        assertThat(changed(change, value, cell, CellReading.OURS))
                .isEqualTo(new Transform.Cell(becomes, CellReading.OURS));
    }

    @ParameterizedTest(name = "{0} {1} is refused: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            reverse    |          | unknown-change
            ''         |          | unknown-change
            dateFormat | d/d/yyyy | unknown-date-format
            dateFormat |          | unknown-date-format
            decimal    | ;        | unknown-decimal-sign
            """)
    void whatCannotBeDoneIsRefused(String change, String value, String code) {
        assertThat(Transform.of(new ColumnChange(change, value)))
                .isInstanceOfSatisfying(
                        Parsed.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void everyChangeThatIsOfferedCanBeDone() {
        for (Field.Type type : Field.Type.values()) {
            Field field = Field.of("field", type, "field", "");
            assertThat(ColumnChange.offered(field))
                    .isNotEmpty()
                    .allSatisfy(change -> assertThat(
                                    Transform.of(new ColumnChange(change, change.equals("decimal") ? "." : "d/M/yyyy")))
                            .as(change)
                            .isInstanceOf(Parsed.Value.class));
        }
    }

    private static String read(Transform.Cell cell, Field field) {
        return switch (cell.reading().read(field, cell.text())) {
            case Parsed.Value<?>(Object value) -> value.toString();
            case Parsed.Refused<?> refused -> "refused: " + refused.code();
        };
    }
}
