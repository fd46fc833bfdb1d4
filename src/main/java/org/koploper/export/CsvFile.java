package org.koploper.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes tables as comma- or semicolon-separated text in UTF-8, with the mark by which spreadsheets know that it is. */
public final class CsvFile {

    private CsvFile() {}

    /** Writes what the table is, an empty line, the headers and the rows; leaves the stream open. */
    public static <T> void write(Table<T> table, Notation notation, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\ufeff');
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(notation.separator())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        try {
            csv.writeRecord(Formulas.defused(table.about().heading()));
            table.about()
                    .facts()
                    .forEach(fact -> csv.writeRecord(Formulas.defused(fact.name()), Formulas.defused(fact.value())));
            csv.writeRecord("");
            csv.writeRecord(headers(table));
            table.rows().forEach(row -> csv.writeRecord(cells(table, row, notation)));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        csv.flush();
    }

    private static <T> List<String> headers(Table<T> table) {
        List<String> headers = new ArrayList<>();
        for (Column<T> column : table.columns()) {
            headers.add(Formulas.defused(column.header()));
            if (column.currencyHeader() != null) {
                headers.add(Formulas.defused(column.currencyHeader()));
            }
        }
        return headers;
    }

    private static <T> List<String> cells(Table<T> table, T row, Notation notation) {
        List<String> cells = new ArrayList<>();
        for (Column<T> column : table.columns()) {
            Cell cell = column.content().apply(row);
            cells.add(notation.write(cell));
            if (column.currencyHeader() != null) {
                cells.add(cell instanceof Cell.Money money ? money.currency().getCurrencyCode() : "");
            }
        }
        return cells;
    }
}
