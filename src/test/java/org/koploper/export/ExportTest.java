package org.koploper.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class ExportTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    private record Sold(
            String what, BigDecimal value, BigDecimal rate, LocalDate day, LocalDateTime at, BigDecimal n) {}

    private static final Sold FIRST = new Sold(
            "Bread; \"fresh\"\nand cake",
            new BigDecimal("-1234.5678"),
            new BigDecimal("0.075"),
            LocalDate.of(2026, 11, 2),
            LocalDateTime.of(2026, 11, 2, 14, 5, 9),
            new BigDecimal("1000000"));
    private static final Sold SECOND = new Sold(
            "Crème brûlée € 😀",
            new BigDecimal("0.1000"),
            new BigDecimal("1"),
            LocalDate.of(1999, 12, 31),
            LocalDateTime.of(2026, 1, 1, 0, 0),
            new BigDecimal("0.125"));

    private static final About ABOUT =
            new About("What is this", List.of(new About.Fact("period", "November 2026"), new About.Fact("by", "=An")));

    @Test
    void aDutchFileIsReadBackAsItWasWritten() throws IOException {
        byte[] file = csv(sold(List.of(FIRST, SECOND)), Notation.COMMA);

        assertThat(new String(file, StandardCharsets.UTF_8)).startsWith("\ufeffWhat is this\r\n");
        List<List<String>> lines = read(file, ';');
        assertThat(lines.get(1)).containsExactly("period", "November 2026");
        assertThat(lines.get(2)).containsExactly("by", "'=An");
        assertThat(lines.get(4))
                .containsExactly("what", "value", "value (currency)", "rate", "day", "moment", "number");
        assertThat(lines.get(5))
                .containsExactly(
                        FIRST.what(), "-1234,5678", "EUR", "7,5%", "2026-11-02", "2026-11-02 14:05:09", "1000000");
        assertThat(lines.get(6))
                .containsExactly(SECOND.what(), "0,10", "EUR", "100%", "1999-12-31", "2026-01-01 00:00:00", "0,125");
    }

    @Test
    void anEnglishFileHasCommasAndDots() throws IOException {
        List<List<String>> lines = read(csv(sold(List.of(FIRST)), Notation.DOT), ',');

        assertThat(lines.get(5)).contains("-1234.5678", "7.5%");
    }

    @Test
    void emptyValuesStayEmpty() throws IOException {
        Sold nothing = new Sold(null, null, null, null, null, null);
        assertThat(read(csv(sold(List.of(nothing)), Notation.DOT), ',').get(5)).containsOnly("");
        try (ReadableWorkbook book = workbook(sold(List.of(nothing, FIRST)))) {
            List<Row> rows = book.getSheet(1).orElseThrow().read();
            assertThat(rows.getLast().getCellText(0)).isEqualTo(FIRST.what());
        }
    }

    @Test
    void aWorkbookHasTypedCellsUnderAHeaderAndSaysWhatItIs() throws IOException {
        try (ReadableWorkbook book = workbook(sold(List.of(FIRST, SECOND)))) {
            List<Row> about = book.getFirstSheet().read();
            assertThat(about.getFirst().getCellText(0)).isEqualTo("What is this");
            assertThat(about.get(1).getCellText(1)).isEqualTo("November 2026");

            List<Row> rows = book.getSheet(1).orElseThrow().read();
            assertThat(rows.getFirst().getCellText(1)).isEqualTo("value");
            Row first = rows.get(1);
            assertThat(first.getCellText(0)).isEqualTo(FIRST.what());
            assertThat(first.getCell(1).getType()).isEqualTo(CellType.NUMBER);
            assertThat(first.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo(FIRST.value());
            assertThat(first.getCell(1).getDataFormatString()).isEqualTo("[$EUR] #,##0.0000");
            assertThat(first.getCellAsNumber(2).orElseThrow()).isEqualByComparingTo(FIRST.rate());
            assertThat(first.getCell(2).getDataFormatString()).isEqualTo("0.0%");
            assertThat(first.getCellAsDate(3).orElseThrow().toLocalDate()).isEqualTo(FIRST.day());
            assertThat(first.getCellAsDate(4).orElseThrow().withNano(0)).isEqualTo(FIRST.at());
            assertThat(first.getCellAsNumber(5).orElseThrow()).isEqualByComparingTo(FIRST.n());
            assertThat(rows.get(2).getCellText(0)).isEqualTo(SECOND.what());
        }
    }

    /** Some hundred thousand rows come and go; what was written is handed on long before the last one is read. */
    @Test
    void rowsAreHandedOnWhileTheyAreRead() throws IOException {
        int many = 120_000;
        for (boolean xlsx : new boolean[] {false, true}) {
            AtomicInteger read = new AtomicInteger();
            AtomicInteger pages = new AtomicInteger();
            List<Integer> arrived = new ArrayList<>();
            OutputStream out = new OutputStream() {
                @Override
                public void write(int b) {}

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    arrived.add(read.get());
                }
            };
            Table<Integer> table = new Table<>(
                    ABOUT,
                    List.of(new Column<>("n", null, 10, n -> Cell.text("row number " + n))),
                    Table.Rows.paged(
                            (offset, limit) -> {
                                pages.incrementAndGet();
                                List<Integer> page = java.util.stream.IntStream.range(
                                                offset, Math.min(many, offset + limit))
                                        .boxed()
                                        .toList();
                                read.addAndGet(page.size());
                                return page;
                            },
                            500));
            if (xlsx) {
                XlsxFile.write(table, "rows", out);
            } else {
                CsvFile.write(table, Notation.DOT, out);
            }
            assertThat(read.get()).isEqualTo(many);
            assertThat(pages.get()).isEqualTo(many / 500 + 1);
            assertThat(arrived.stream().filter(rows -> rows < many / 2).count()).isPositive();
        }
    }

    @Test
    void noCellStartsAFormulaWhateverSomebodyTyped() throws IOException {
        long seed = System.nanoTime();
        System.out.println("Hostile cells: seed " + seed);
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            texts.add(hostile(random));
        }
        Table<String> table = new Table<>(
                new About(texts.getFirst(), List.of(new About.Fact(texts.get(1), texts.get(2)))),
                List.of(new Column<>(texts.get(3), null, 10, Cell::text)),
                rows -> texts.forEach(rows));

        for (Notation notation : Notation.values()) {
            for (List<String> line : read(csv(table, notation), notation.separator())) {
                line.forEach(cell -> assertHarmless(cell, seed));
            }
        }
        List<String> back = new ArrayList<>();
        try (ReadableWorkbook book = workbook(table)) {
            book.getSheets().forEach(sheet -> {
                try {
                    sheet.read()
                            .forEach(row -> row.forEach(cell -> {
                                if (cell != null) {
                                    assertThat(cell.getType())
                                            .as("seed " + seed)
                                            .isIn(CellType.STRING, CellType.EMPTY);
                                    assertHarmless(cell.getText(), seed);
                                    back.add(cell.getText());
                                }
                            }));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
        assertThat(back).as("seed " + seed).hasSizeGreaterThan(texts.size() / 2);
    }

    private static final Pattern STARTS =
            Pattern.compile("(?s)[\\p{Z}\\p{Cc}\\p{Cf}\"]*[=+@\\-\\uFF1D\\uFF0B\\uFF0D\\uFF20].*");

    private static void assertHarmless(String cell, long seed) {
        for (String part : cell.split("[;\\t\\r\\n\\x0B\\f\\x85\\u2028\\u2029]")) {
            boolean number = part.matches("[+-]?[0-9][0-9.,' ]*");
            assertThat(STARTS.matcher(part).matches() && !number)
                    .as("seed " + seed + ": " + cell)
                    .isFalse();
        }
    }

    private static String hostile(Random random) {
        String signs =
                "=+-@\t\r\n\u000b\f\u0085\u2028;,\"' \u00a0\u200b\ufeff\uff1d\uff0b\uff0d\uff20\u0000\u0001\ud800\uffffA1(|!)";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString();
    }

    private static Table<Sold> sold(List<Sold> rows) {
        return new Table<>(
                ABOUT,
                List.of(
                        column("what", null, row -> Cell.text(row.what())),
                        column("value", "value (currency)", row -> Cell.money(row.value(), EUR)),
                        column("rate", null, row -> Cell.share(row.rate())),
                        column("day", null, row -> Cell.day(row.day())),
                        column("moment", null, row -> row.at() == null ? Cell.EMPTY : new Cell.Moment(row.at())),
                        column("number", null, row -> Cell.number(row.n()))),
                to -> rows.forEach(to));
    }

    private static Column<Sold> column(String header, String currency, Function<Sold, Cell> content) {
        return new Column<>(header, currency, 12, content);
    }

    private static byte[] csv(Table<?> table, Notation notation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvFile.write(table, notation, out);
        return out.toByteArray();
    }

    private static List<List<String>> read(byte[] file, char separator) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .detectBomHeader(true)
                .ofCsvRecord(new ByteArrayInputStream(file))) {
            return csv.stream().map(CsvRecord::getFields).toList();
        }
    }

    private static ReadableWorkbook workbook(Table<?> table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxFile.write(table, "rows", out);
        return new ReadableWorkbook(
                new ByteArrayInputStream(out.toByteArray()),
                new org.dhatim.fastexcel.reader.ReadingOptions(true, true));
    }
}
