package org.koploper.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * A workbook, of which one sheet is written out as a text of rows, once: everything that reads files reads that, as often as
 * it likes. A row stands on the line of its number, so that problems name the rows that the spreadsheet shows. A cell that
 * the workbook holds as a number, a day or a truth value is marked as such, so that nobody has to guess how it is written.
 *
 * @param sheets names of those that can be seen
 * @param sheet the one that was read
 * @param formulas cells whose last computed value was taken
 * @param hiddenRows rows that were read although the spreadsheet hides them
 */
record Workbook(List<String> sheets, String sheet, int formulas, int hiddenRows) {

    /**
     * Writes the rows of a sheet.
     *
     * @param wanted name of the sheet; null for the first that can be seen
     * @param most rows, the header included
     * @throws WorkbookRefused when it is no workbook, or larger than one may be
     */
    static Workbook unpack(Path file, @Nullable String wanted, long most, Path into)
            throws IOException, WorkbookRefused {
        WorkbookGuard.check(file.toFile());
        try (ReadableWorkbook book = open(file);
                BufferedWriter out = Files.newBufferedWriter(into);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            List<Sheet> visible = book.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .toList();
            List<String> names = visible.stream().map(Sheet::getName).toList();
            Sheet sheet = visible.stream()
                    .filter(one -> wanted == null || wanted.equals(one.getName()))
                    .findFirst()
                    .orElseThrow(() -> wanted == null
                            ? new WorkbookRefused("unreadable-workbook", "")
                            : new WorkbookRefused("unknown-sheet", wanted));
            WorkbookCells cells = new WorkbookCells();
            int hidden = 0;
            try (Stream<Row> rows = sheet.openStream()) {
                Rows writing = new Rows(csv, cells);
                Iterator<Row> each = rows.iterator();
                while (each.hasNext() && writing.filled <= most) {
                    Row row = each.next();
                    hidden += writing.write(row) && row.isHidden() ? 1 : 0;
                }
            }
            return new Workbook(names, sheet.getName(), cells.formulas(), hidden);
        } catch (RuntimeException | StackOverflowError e) {
            // whatever a wicked file makes the library trip over: the guard has seen to it that it is not memory
            throw new WorkbookRefused("unreadable-workbook", "");
        }
    }

    private static ReadableWorkbook open(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (RuntimeException withoutStyles) {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, false));
        }
    }

    /** Puts rows on the lines of their numbers, as wide as the header at least. */
    private static final class Rows {
        private final CsvWriter csv;
        private final WorkbookCells cells;
        private int line;
        private int width;
        private long filled;

        Rows(CsvWriter csv, WorkbookCells cells) {
            this.csv = csv;
            this.cells = cells;
        }

        /** @return whether there was anything in it */
        boolean write(Row row) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < row.getCellCount(); i++) {
                texts.add(cells.text(row.getCell(i)));
            }
            while (!texts.isEmpty() && Values.text(texts.getLast()).isEmpty()) {
                texts.removeLast();
            }
            if (texts.isEmpty()) {
                return false;
            }
            filled++;
            width = width == 0 ? texts.size() : width;
            while (texts.size() < width) {
                texts.add("");
            }
            while (++line < row.getRowNum()) {
                csv.writeRecord("");
            }
            csv.writeRecord(texts);
            return true;
        }
    }
}
