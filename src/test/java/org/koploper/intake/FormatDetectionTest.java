package org.koploper.intake;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.koploper.intake.Finding.Evidence;
import org.koploper.intake.Finding.State;

class FormatDetectionTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    record Encoded(SampleFile file, Charset charset, State state, String evidence) {}

    static Stream<Encoded> encodings() {
        String text = "naam,plaats\nZoë,Córdoba\n";
        return Stream.of(
                new Encoded(SampleFile.of(text), UTF_8, State.DECIDED, "valid-utf-8"),
                new Encoded(SampleFile.of("\ufeff" + text), UTF_8, State.DECIDED, "utf-8-mark"),
                new Encoded(SampleFile.of(UTF_16LE, "\ufeff" + text), UTF_16LE, State.DECIDED, "utf-16-mark"),
                new Encoded(SampleFile.of(UTF_16BE, "\ufeff" + text), UTF_16BE, State.DECIDED, "utf-16-mark"),
                new Encoded(SampleFile.of(WINDOWS, text), WINDOWS, State.ASSUMED, "not-utf-8"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void theEncodingIsFoundAndTheTextReadWithIt(Encoded example) {
        FormatDetection found = example.file().detected();

        assertThat(found.charset().value()).isEqualTo(example.charset());
        assertThat(found.charset().state()).isEqualTo(example.state());
        assertThat(found.charset().evidence()).extracting(Evidence::code).containsExactly(example.evidence());
        assertThat(found.format().header()).containsExactly("naam", "plaats");
        assertThat(found.firstRows().getFirst().cells()).containsExactly("Zoë", "Córdoba");
        assertThat(example.file().read().cells()).containsExactly(List.of("Zoë", "Córdoba"));
    }

    @Test
    void bytesThatAreNotUtf8AreShownAsTheyWillBeRead() {
        FormatDetection found =
                SampleFile.of(WINDOWS, "naam,plaats\nJan,Gent\nZoë,Luik\n").detected();

        assertThat(found.charset().evidence()).containsExactly(new Evidence("not-utf-8", 3, null, "Zoë"));
    }

    @Test
    void aFileWithoutSpecialCharactersDoesNotProveAnEncoding() {
        FormatDetection found = SampleFile.of("a,b\n1,2\n").detected();

        assertThat(found.charset().state()).isEqualTo(State.NOT_SEEN);
        assertThat(found.charset().value()).isEqualTo(UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', textBlock = """
            a,b,c\\n1,2,3\\n^,
            a;b\\n1,5;2,5\\n3,5;4,5\\n^;
            name\\tamount\\nA, B and C\\t1,5\\nD\\t2\\n^\\t
            a|b|c\\n1;x|2|3\\n4;y|5|6\\n^|
            """)
    void theSeparatorIsTheOneOnWhichHeaderAndRowsAgree(String text, String separator) {
        FormatDetection found = SampleFile.of(text.translateEscapes()).detected();

        assertThat(found.separator().state()).isEqualTo(State.DECIDED);
        assertThat(found.separator().value())
                .isEqualTo(separator.translateEscapes().charAt(0));
    }

    @Test
    void separatorsInsideQuotesDoNotCount() {
        FormatDetection found =
                SampleFile.of("a;b\n\"x,y,z\nw;\";1\n\"p,q,r\";2\n").detected();

        assertThat(found.separator().value()).isEqualTo(';');
        assertThat(found.firstRows()).hasSize(2);
    }

    @Test
    void aSingleColumnIsAFileToo() {
        FormatDetection found = SampleFile.of("email\nann@example.org\n").detected();

        assertThat(found.separator().state()).isEqualTo(State.NOT_SEEN);
        assertThat(found.format().header()).containsExactly("email");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.234,50  | COMMA     | DECIDED
            1,234.50  | DOT       | DECIDED
            1234.5    | DOT       | DECIDED
            12,5      | COMMA     | DECIDED
            1.234.567 | COMMA     | DECIDED
            1 234.567 | DOT       | DECIDED
            0,125     | COMMA     | DECIDED
            € 9,95    | COMMA     | DECIDED
            12,5 %    | COMMA     | DECIDED
            1,234     | UNDECIDED | AMBIGUOUS
            1.234     | UNDECIDED | AMBIGUOUS
            1054      | UNDECIDED | NOT_SEEN
            """)
    void oneNumberShowsItsDecimalSignOrDoesNot(String number, DecimalSign sign, State state) {
        FormatDetection found =
                SampleFile.of("id;amount\n1;" + number + "\n2;7\n").detected();

        assertThat(found.decimalSign().value()).isEqualTo(sign);
        assertThat(found.decimalSign().state()).isEqualTo(state);
        assertThat(found.mustAsk()).isEqualTo(state == State.AMBIGUOUS);
    }

    @Test
    void aLaterNumberSettlesAnAmbiguousOne() {
        FormatDetection found = SampleFile.of("id;amount\n1;1,234\n2;1,5\n").detected();

        assertThat(found.decimalSign().value()).isEqualTo(DecimalSign.COMMA);
        assertThat(found.decimalSign().evidence()).containsExactly(new Evidence("decimal-comma", 3, "amount", "1,5"));
    }

    @Test
    void numbersThatContradictEachOtherAreAsked() {
        FormatDetection found = SampleFile.of("id;amount\n1;1.5\n2;1,5\n").detected();

        assertThat(found.decimalSign().state()).isEqualTo(State.CONTRADICTORY);
        assertThat(found.decimalSign().evidence()).extracting(Evidence::row).containsExactly(2L, 3L);
        assertThat(found.mustAsk()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2016-10-20          | yyyy-MM-dd
            2016-10-20T08:15:00Z| yyyy-MM-dd
            20/10/2016          | d/M/yyyy
            10/20/2016          | M/d/yyyy
            10/20/2016 2:05 PM  | M/d/yyyy
            20-10-2016 14:05    | d-M-yyyy
            20.10.2016          | dd.MM.yyyy
            """)
    void datesProveTheirOrder(String date, String pattern) {
        FormatDetection found = SampleFile.of("id;closed\n1;" + date + "\n2;\n").detected();

        assertThat(found.datePattern().state()).isEqualTo(State.DECIDED);
        assertThat(found.format().datePattern("closed")).hasToString(pattern);
        assertThat(found.datePattern().evidence()).extracting(Evidence::value).containsExactly(date.strip());
    }

    @Test
    void aCrmExportProvesMonthFirstByOneLateDay() {
        SampleFile file = SampleFile.of("""
                opportunity_id,sales_agent,engage_date,close_date,close_value
                A1,Ann Example,10/20/2016,3/1/2017,1054
                A2,Bob Example,3/4/2017,,
                """);

        FormatDetection found = file.detected();

        assertThat(found.datePattern().value()).isEqualTo(DatePattern.MONTH_DAY_SLASH);
        assertThat(found.datePattern().evidence())
                .containsExactly(new Evidence("month-first", 2, "engage_date", "10/20/2016"));
        assertThat(found.format().datePattern("close_date")).isEqualTo(DatePattern.MONTH_DAY_SLASH);
        assertThat(found.mustAsk()).isFalse();
        assertThat(found.columns().get(2))
                .isEqualTo(new FormatDetection.Column("engage_date", List.of("10/20/2016", "3/4/2017"), 2));
    }

    @ParameterizedTest
    @CsvSource({"3/1/2017,d/M/yyyy,M/d/yyyy", "03-01-2017,d-M-yyyy,M-d-yyyy"})
    void datesWithoutALateDayAreAskedAndNotGuessed(String date, String first, String second) {
        SampleFile file = SampleFile.of("id;closed\n1;" + date + "\n2;04" + date.charAt(date.length() - 5) + "05"
                + date.substring(date.length() - 5) + "\n");

        FormatDetection found = file.detected();

        assertThat(found.datePattern().state()).isEqualTo(State.AMBIGUOUS);
        assertThat(found.datePattern().value()).isNull();
        assertThat(found.datePattern().options())
                .extracting(DatePattern::pattern)
                .containsExactly(first, second);
        assertThat(found.datePattern().evidence().getFirst())
                .isEqualTo(new Evidence("order-either", 2, "closed", date));
        assertThat(found.format().datePattern("closed")).isNull();
        assertThat(found.mustAsk()).isTrue();
    }

    @Test
    void theAnswerToTheQuestionIsTaken() {
        SampleFile file = SampleFile.of("id;closed;paid\n1;3/1/2017;5-6-2017\n");

        FormatDetection found =
                file.detected(new FormatDetection.Choice(null, null, null, DatePattern.MONTH_DAY_SLASH));

        assertThat(found.datePattern().state()).isEqualTo(State.CHOSEN);
        assertThat(found.format().datePattern("closed")).isEqualTo(DatePattern.MONTH_DAY_SLASH);
        assertThat(found.format().datePattern("paid"))
                .as("one answer settles the order for all shapes")
                .isEqualTo(DatePattern.MONTH_DAY_DASH);
        assertThat(found.mustAsk()).isFalse();
    }

    @Test
    void aYearFirstAnswerDoesNotGuessTheOrderOfOtherDates() {
        FormatDetection found = SampleFile.of("id;closed\n1;3/1/2017\n")
                .detected(new FormatDetection.Choice(null, null, null, DatePattern.ISO));

        assertThat(found.format().datePattern("closed")).isEqualTo(DatePattern.ISO);
    }

    @Test
    void datesThatContradictEachOtherAreAsked() {
        FormatDetection found =
                SampleFile.of("id;closed\n1;10/20/2016\n2;21/10/2016\n").detected();

        assertThat(found.datePattern().state()).isEqualTo(State.CONTRADICTORY);
        assertThat(found.datePattern().evidence())
                .extracting(Evidence::code)
                .containsExactly("day-first", "month-first");
        assertThat(found.format().datePattern("closed")).isNull();
    }

    @Test
    void oneColumnWithSeveralKindsOfDatesIsAsked() {
        FormatDetection found =
                SampleFile.of("id;closed\n1;2016-10-20\n2;21/10/2016\n").detected();

        assertThat(found.datePattern().state()).isEqualTo(State.CONTRADICTORY);
        assertThat(found.datePattern().evidence()).extracting(Evidence::code).containsOnly("date-shapes-mixed");
    }

    @Test
    void columnsMayHaveDatesOfDifferentShape() {
        FormatDetection found = SampleFile.of(
                        "opened;created;closed\n20/10/2016;2016-10-20 08:00:00;1/2/2017\n;;3/4/2017\n")
                .detected();

        assertThat(found.datePattern().state()).isEqualTo(State.DECIDED);
        assertThat(found.format().datePattern("opened")).isEqualTo(DatePattern.DAY_MONTH_SLASH);
        assertThat(found.format().datePattern("closed")).isEqualTo(DatePattern.DAY_MONTH_SLASH);
        assertThat(found.format().datePattern("created")).isEqualTo(DatePattern.ISO);
    }

    @Test
    void anotherSeparatorMeansOtherColumns() {
        FormatDetection found =
                SampleFile.of("a;b,c\n1;2,3\n").detected(new FormatDetection.Choice(null, ';', DecimalSign.DOT, null));

        assertThat(found.format().header()).containsExactly("a", "b,c");
        assertThat(found.separator().state()).isEqualTo(State.CHOSEN);
        assertThat(found.format().decimalSign()).isEqualTo(DecimalSign.DOT);
    }

    @Test
    void onlyTheFirstTwoThousandRowsAreLookedAt() {
        StringBuilder text = new StringBuilder("id;closed\n");
        for (int row = 1; row <= 2_000; row++) {
            text.append(row).append(";1/2/2017\n");
        }
        FormatDetection whole = SampleFile.of(text.toString()).detected();
        FormatDetection more = SampleFile.of(text + "2001;20/10/2016\n").detected();

        assertThat(whole.rowsRead()).isEqualTo(2_000);
        assertThat(whole.wholeFile()).isTrue();
        assertThat(more.rowsRead()).isEqualTo(2_000);
        assertThat(more.wholeFile()).isFalse();
        assertThat(more.datePattern().state()).isEqualTo(State.AMBIGUOUS);
    }

    @Test
    void aSampleCutInsideACharacterIsStillUtf8() {
        String text = "id;text\n" + ("1;" + "é".repeat(998) + "\n").repeat(800);
        // the megabyte ends inside a character for one of the two
        for (int shift = 0; shift < 2; shift++) {
            FormatDetection found = SampleFile.of("x".repeat(shift) + text).detected();

            assertThat(found.charset().value()).isEqualTo(UTF_8);
            assertThat(found.separator().state()).isEqualTo(State.DECIDED);
            assertThat(found.wholeFile()).isFalse();
        }
    }

    @Test
    void anEmptyFileIsAProblemAndNoFailure() {
        FormatDetection found = new SampleFile(new byte[0]).detected();

        assertThat(found.problems()).extracting(Problem::code).containsExactly("empty-file");
        assertThat(found.columns()).isEmpty();
    }

    @Test
    void aDayThatDoesNotExistDoesNotHideThatTheOrderIsOpen() {
        FormatDetection found = SampleFile.of("id,closed\na,03/04/2026\nb,13/13/2026\nc,01/02/2026\nd,05/06/2026\n")
                .detected();

        assertThat(found.datePattern().state()).isEqualTo(State.AMBIGUOUS);
        assertThat(found.datePattern().options())
                .containsExactly(DatePattern.DAY_MONTH_SLASH, DatePattern.MONTH_DAY_SLASH);
        assertThat(found.mustAsk()).isTrue();
    }

    @Test
    void aMistypedNumberDoesNotHideThatTheSignIsOpen() {
        FormatDetection found =
                SampleFile.of("id;value\na;1.234,56\nb;1234.5\nc;12.34.5\n").detected();

        assertThat(found.decimalSign().state()).isEqualTo(State.CONTRADICTORY);
        assertThat(found.mustAsk()).isTrue();
    }

    @Test
    void daysThatDoNotExistAreNoNumbersEither() {
        FormatDetection found =
                SampleFile.of("id;closed\na;13.13.2026\nb;14.14.2026\n").detected();

        assertThat(found.decimalSign().state()).isEqualTo(State.NOT_SEEN);
        assertThat(found.datePattern().state()).isEqualTo(State.NOT_SEEN);
    }
}
