package org.koploper.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes tables as a workbook: a sheet that says what it is, and a sheet with typed cells under a bold header that stays in
 * sight and filters. More rows than a sheet can hold go on in a next one.
 */
public final class XlsxFile {

    private static final int PORTION = 500;
    private static final int LONGEST_TEXT = 32_767;
    // what XML cannot hold; taken out before the look for formulas, since it must not hide the beginning of one
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final int FACT_WIDTH = 24;
    private static final int VALUE_WIDTH = 80;
    private static final int TEXT_WIDTH = 20;

    private XlsxFile() {}

    /** @param name of the sheet with the rows */
    public static <T> void write(Table<T> table, String name, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Koploper", null)) {
            about(workbook, table.about());
            Sheets<T> sheets = new Sheets<>(workbook, table.columns(), name, Worksheet.MAX_ROWS);
            table.rows().forEach(sheets::add);
            sheets.finish();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /** Writes nothing but texts under their headers, as a file to be filled in, corrected and read again. */
    public static void writeTexts(String name, List<String> header, Table.Rows<List<String>> rows, OutputStream out)
            throws IOException {
        List<Column<List<String>>> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            int index = i;
            columns.add(new Column<>(
                    header.get(i), null, TEXT_WIDTH, row -> new Cell.Text(index < row.size() ? row.get(index) : "")));
        }
        try (Workbook workbook = new Workbook(out, "Koploper", null)) {
            Sheets<List<String>> sheets = new Sheets<>(workbook, List.copyOf(columns), name, Worksheet.MAX_ROWS);
            rows.forEach(sheets::add);
            sheets.finish();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static void about(Workbook workbook, About about) throws IOException {
        Worksheet sheet = workbook.newWorksheet(sheetName(about.heading(), 0));
        sheet.width(0, FACT_WIDTH);
        sheet.width(1, VALUE_WIDTH);
        text(sheet, 0, 0, about.heading());
        sheet.style(0, 0).bold().set();
        for (int i = 0; i < about.facts().size(); i++) {
            text(sheet, i + 1, 0, about.facts().get(i).name());
            text(sheet, i + 1, 1, about.facts().get(i).value());
            sheet.style(i + 1, 1).wrapText(true).set();
        }
        sheet.finish();
    }

    /** Spreadsheets allow 31 signs, and not all of them. */
    private static String sheetName(String name, int number) {
        String allowed = name.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String suffix = number == 0 ? "" : " " + (number + 1);
        int most = 31 - suffix.length();
        return (allowed.length() > most ? allowed.substring(0, most) : allowed) + suffix;
    }

    /** As text inside the cell: a common table of texts would have to be kept until the end. */
    private static void text(Worksheet sheet, int row, int column, String text) {
        String safe = Formulas.defused(UNWRITABLE.matcher(text).replaceAll(""));
        sheet.inlineString(row, column, safe.length() > LONGEST_TEXT ? safe.substring(0, LONGEST_TEXT) : safe);
    }

    /** The sheets with the rows, of which only a portion is held at any time. */
    private static final class Sheets<T> {

        private final Workbook workbook;
        private final List<Column<T>> columns;
        private final String name;
        private final int rowsPerSheet;
        private Worksheet sheet;
        private int number;
        private int next;

        Sheets(Workbook workbook, List<Column<T>> columns, String name, int rowsPerSheet) {
            this.workbook = workbook;
            this.columns = columns;
            this.name = name;
            this.rowsPerSheet = rowsPerSheet;
            this.sheet = start();
        }

        private Worksheet start() {
            Worksheet started = workbook.newWorksheet(sheetName(name, number));
            started.freezePane(0, 1);
            for (int i = 0; i < columns.size(); i++) {
                started.width(i, columns.get(i).width());
                text(started, 0, i, columns.get(i).header());
                started.style(0, i).bold().set();
            }
            next = 1;
            number++;
            return started;
        }

        void add(T row) {
            try {
                if (next == rowsPerSheet) {
                    finish();
                    sheet = start();
                }
                for (int i = 0; i < columns.size(); i++) {
                    write(i, columns.get(i).content().apply(row));
                }
                next++;
                if (next % PORTION == 0) {
                    sheet.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void finish() throws IOException {
            sheet.setAutoFilter(0, 0, next - 1, columns.size() - 1);
            sheet.finish();
        }

        private void write(int column, Cell cell) {
            switch (cell) {
                case Cell.Text(String text) -> {
                    if (!text.isEmpty()) {
                        text(sheet, next, column, text);
                    }
                }
                case Cell.Number(BigDecimal number) -> {
                    sheet.value(next, column, number);
                    format(column, "#,##0", decimals(number, 0), "");
                }
                case Cell.Money(BigDecimal amount, var currency) -> {
                    sheet.value(next, column, amount);
                    format(
                            column,
                            "[$" + currency.getCurrencyCode() + "] #,##0",
                            decimals(amount, Math.max(0, currency.getDefaultFractionDigits())),
                            "");
                }
                case Cell.Share(BigDecimal share) -> {
                    sheet.value(next, column, share);
                    format(column, "0", decimals(share.movePointRight(2), 0), "%");
                }
                case Cell.Day(var day) -> {
                    sheet.value(next, column, day);
                    sheet.style(next, column).format("yyyy-mm-dd").set();
                }
                case Cell.Moment(var moment) -> {
                    sheet.value(next, column, moment);
                    sheet.style(next, column).format("yyyy-mm-dd hh:mm").set();
                }
            }
        }

        private static int decimals(BigDecimal number, int least) {
            return Math.max(least, number.stripTrailingZeros().scale());
        }

        private void format(int column, String whole, int decimals, String end) {
            String format = decimals <= 0 ? whole : whole + "." + "0".repeat(decimals);
            sheet.style(next, column).format(format + end).set();
        }
    }
}
