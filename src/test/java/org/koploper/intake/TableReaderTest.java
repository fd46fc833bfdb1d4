package org.koploper.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.intake.TableReader.Limits;

class TableReaderTest {

    private static final FileFormat COMMAS =
            new FileFormat(UTF_8, ',', '"', DecimalSign.DOT, null, Map.of(), List.of());

    private static SampleFile.Reading read(String text) {
        return SampleFile.of(text).read(COMMAS, Limits.STANDARD);
    }

    @Test
    void rowsCarryTheNumberASpreadsheetShowsAndTheLineOfTheText() {
        var reading = read("a,b\n1,\"two\nlines\"\n\n3,4\n , \n5,6");

        assertThat(reading.header()).containsExactly("a", "b");
        assertThat(reading.cells()).containsExactly(List.of("1", "two\nlines"), List.of("3", "4"), List.of("5", "6"));
        assertThat(reading.numbers()).containsExactly(2L, 4L, 6L);
        assertThat(reading.rows()).extracting(Row::line).containsExactly(2L, 5L, 7L);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.stoppedEarly()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"\\n", "\\r\\n", "\\r"})
    void everyLineEndCounts(String end) {
        var reading = read("a,b\n\n1,2\n\n3,4\n".replace("\n", end.translateEscapes()));

        assertThat(reading.numbers()).containsExactly(3L, 5L);
    }

    @Test
    void quotesAroundACellAreNoPartOfIt() {
        var reading = read("a,b\n\"x, \"\"y\"\"\",5\" pipe\n");

        assertThat(reading.cells()).containsExactly(List.of("x, \"y\"", "5\" pipe"));
    }

    @Test
    void aRowOfAnotherLengthIsAProblemAndTheNextOneIsRead() {
        var reading = read("a,b,c\n1,2\n1,2,3,4\n1,2,3\n");

        assertThat(reading.problems())
                .containsExactly(
                        Problem.of(2, null, "too-few-fields", "3", "2"),
                        Problem.of(3, null, "too-many-fields", "3", "4"));
        assertThat(reading.rows()).extracting(Row::readable).containsExactly(false, false, true);
    }

    @Test
    void aCellOfAMillionCharactersIsAProblemOfItsRowOnly() {
        var reading = read("id,note\n1,fine\n2," + "x".repeat(1_000_000) + "\n3,fine\n");

        assertThat(reading.problems()).containsExactly(Problem.of(3, "note", "cell-too-long", "32767"));
        assertThat(reading.rows().get(1).cells()).containsExactly("2", "");
        assertThat(reading.rows().get(2).cells()).containsExactly("3", "fine");
    }

    @Test
    void aCellOfTheGreatestLengthIsRead() {
        var reading = read("id,note\n1," + "x".repeat(32_767) + "\n");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows().getFirst().cells().getLast()).hasSize(32_767);
    }

    @Test
    void anUnclosedQuoteInASmallFileNamesTheCellWhereItOpens() {
        var reading = read("id,note\n1,fine\n2,\"open\n3,fine\n");

        assertThat(reading.problems())
                .extracting(Problem::row, Problem::column, Problem::code)
                .containsExactly(tuple(3L, "note", "unclosed-quote"));
        assertThat(reading.stoppedEarly()).isTrue();
    }

    @Test
    void anUnclosedQuoteOverABigFileEndsTheReadingBeforeTheFileDoes() throws IOException {
        var bytes = new RowStream("id,note\n1,\"open\n", 5_000_000);
        try (var table = TableReader.open(() -> bytes, COMMAS, Limits.STANDARD)) {
            Row row = table.next();

            assertThat(row.problems()).containsExactly(Problem.of(2, "note", "cell-too-long", "32767"));
            assertThat(table.hasNext()).isFalse();
            assertThat(table.stoppedEarly()).isTrue();
            assertThat(bytes.handedOut()).as("characters kept in memory").isLessThan(3_000_000);
        }
    }

    @Test
    void textBehindAClosingQuoteEndsTheReadingThere() {
        var reading = read("id,note\n1,\"5\" pipe\"\n2,fine\n");

        assertThat(reading.problems())
                .extracting(Problem::row, Problem::column, Problem::code)
                .containsExactly(tuple(2L, "note", "text-after-quote"));
        assertThat(reading.stoppedEarly()).isTrue();
    }

    @Test
    void aBrokenHeaderIsAProblemOfTheFirstRow() {
        var reading = read("id,\"note\n1,fine\n");

        assertThat(reading.headerProblems())
                .extracting(Problem::row, Problem::column, Problem::code)
                .containsExactly(tuple(1L, "B", "unclosed-quote"));
        assertThat(reading.rows()).isEmpty();
        assertThat(reading.stoppedEarly()).isTrue();
    }

    @Test
    void bytesThatDoNotFitTheChosenEncodingAreNamedByCell() {
        var file = SampleFile.of(Charset.forName("windows-1252"), "id,name\n1,Jan\n2,Zoë\n3,An\n");

        var reading = file.read(COMMAS, Limits.STANDARD);

        assertThat(reading.problems()).containsExactly(Problem.of(3, "name", "wrong-encoding", "Zo\ufffd"));
        assertThat(reading.rows()).hasSize(3);
    }

    @Test
    void nulCharactersAreNamedByCell() {
        var reading = read("id,name\n1,a\0b\n");

        assertThat(reading.problems()).containsExactly(Problem.of(2, "name", "nul-character", "a b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', textBlock = """
            ''              ^ empty-file
            \\n\\n \\n      ^ empty-file
            a,,c\\n1,2,3    ^ blank-header
            a,b, a \\n1,2,3 ^ duplicate-header
            12,2016-10-20\\n^ header-missing
            """)
    void aUselessFirstRowIsAProblem(String text, String code) {
        var reading = read(text.translateEscapes());

        assertThat(reading.headerProblems()).extracting(Problem::code).containsExactly(code);
        assertThat(reading.headerProblems()).extracting(Problem::row).containsExactly(1L);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        assertThat(read("\ufeffid,name\n1,Jan\n").header()).containsExactly("id", "name");
    }

    @Test
    void moreColumnsThanAllowedAreAProblemAndAreNotKept() {
        var reading = read("c,d" + ",x".repeat(300) + "\n" + ",".repeat(100_000) + "1\n");

        assertThat(reading.headerProblems()).extracting(Problem::code).contains("too-many-columns");
        assertThat(reading.header()).hasSize(200);
        assertThat(reading.rows()).isEmpty();
    }

    @Test
    void moreRowsThanAllowedEndTheReading() {
        var reading = SampleFile.of("a\nx\ny\nz\nw\n").read(COMMAS, new Limits(10, 10, 2));

        assertThat(reading.numbers()).containsExactly(2L, 3L, 4L);
        assertThat(reading.problems()).containsExactly(Problem.of(4, null, "too-many-rows", "2"));
        assertThat(reading.stoppedEarly()).isTrue();
    }

    @Test
    void columnsWithoutANameAreCalledByTheirLetter() {
        assertThat(List.of(0, 25, 26, 51, 199).stream().map(TableReader::letters))
                .containsExactly("A", "Z", "AA", "AZ", "GR");
    }

    @Test
    void twoHundredThousandRowsPassWithoutBeingKept() throws IOException {
        var bytes = new RowStream("id,note\n", 200_000);
        long rows = 0;
        long ahead = 0;
        long length = 0;
        try (var table = TableReader.open(() -> bytes, COMMAS, Limits.STANDARD)) {
            while (table.hasNext()) {
                Row row = table.next();
                rows++;
                length += row.cells().get(0).length() + row.cells().get(1).length() + 2;
                ahead = Math.max(ahead, bytes.handedOut() - length);
            }
        }

        assertThat(rows).isEqualTo(200_000);
        assertThat(ahead)
                .as("bytes read from the file before their rows were handed out")
                .isLessThan(100_000);
    }

    @Test
    void randomBytesGiveRowsOrProblemsAndNothingElse() {
        long seed = new Random().nextLong();
        System.out.println("TableReaderTest seed " + seed);
        Random random = new Random(seed);
        byte[] pieces = ",;\t|\"\"\"\n\r\0 aé€1.2/-\u00a0".getBytes(UTF_8);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            for (int at = 0; at < bytes.length; at++) {
                if (random.nextInt(4) > 0) {
                    bytes[at] = pieces[random.nextInt(pieces.length)];
                }
            }
            var file = new SampleFile(bytes);
            var found = file.detected();
            var reading = file.read(found.format(), new Limits(50, 8, 20));

            String what = "seed " + seed + ", round " + round;
            assertThat(reading.headerProblems().isEmpty() && reading.header().isEmpty())
                    .as(what)
                    .isFalse();
            assertThat(reading.rows()).as(what).allSatisfy(row -> {
                assertThat(row.readable()).isEqualTo(row.problems().isEmpty());
                if (row.readable()) {
                    assertThat(row.cells()).hasSameSizeAs(reading.header());
                }
                row.cells().forEach(TableReaderTest::everyKindOfValueAnswers);
            });
            assertThat(reading.numbers()).as(what).isSorted().doesNotHaveDuplicates();
        }
    }

    private static void everyKindOfValueAnswers(String cell) {
        for (DecimalSign sign : DecimalSign.values()) {
            assertThat(Values.decimal(cell, sign)).isNotNull();
            assertThat(Values.integer(cell, sign)).isNotNull();
            assertThat(Values.percent(cell, sign)).isNotNull();
        }
        assertThat(Values.dateTime(cell, DatePattern.DAY_MONTH_SLASH, ZoneOffset.UTC))
                .isNotNull();
        assertThat(Values.currency(cell)).isNotNull();
        assertThat(Values.month(cell)).isNotNull();
        assertThat(Values.yesOrNo(cell)).isNotNull();
        assertThat(DatePattern.of(cell)).isNotNull();
    }

    /** A file that exists only while it is read, and counts how much of it was. */
    private static final class RowStream extends InputStream {
        private final byte[] head;
        private final int rows;
        private byte[] line;
        private int at;
        private int row;
        private long handedOut;

        RowStream(String head, int rows) {
            this.head = head.getBytes(UTF_8);
            this.rows = rows;
            this.line = this.head;
        }

        long handedOut() {
            return handedOut;
        }

        @Override
        public int read() {
            if (at == line.length) {
                if (row == rows) {
                    return -1;
                }
                row++;
                at = 0;
                line = ("row" + row + ",some text\n").getBytes(UTF_8);
            }
            handedOut++;
            return line[at++];
        }

        @Override
        public int read(byte[] into, int from, int most) {
            int got = 0;
            while (got < most) {
                int next = read();
                if (next < 0) {
                    return got == 0 ? -1 : got;
                }
                into[from + got++] = (byte) next;
            }
            return got;
        }
    }
}
