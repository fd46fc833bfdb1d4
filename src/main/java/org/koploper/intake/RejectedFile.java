package org.koploper.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.export.Formulas;
import org.koploper.export.XlsxFile;
import org.koploper.records.Field;
import org.koploper.records.RecordKind;

/** The rows of an import that were not taken, as a file to correct and to import once more. */
public final class RejectedFile {

    private static final int PORTION = 500;

    private final ImportRows rows;
    private final long id;
    private final List<String> header;

    RejectedFile(ImportRows rows, long id, List<String> header) {
        this.rows = rows;
        this.id = id;
        this.header = header;
    }

    /** Writes it as CSV, with the reasons in the language of that locale. */
    public void write(Writer out, Locale locale) {
        CsvWriter csv = writer(out, QuoteStrategies.ALWAYS);
        csv.writeRecord(header(locale).stream().map(Formulas::defused).toList());
        forEach(reject -> csv.writeRecord(
                cells(reject, locale).stream().map(Formulas::defused).toList()));
        flush(csv);
    }

    /** Writes it as a workbook, with the reasons in the language of that locale; leaves the stream open. */
    public void writeXlsx(OutputStream out, Locale locale) throws IOException {
        XlsxFile.writeTexts(
                dutch(locale) ? "Geweigerd" : "Rejected",
                header(locale),
                rows -> forEach(reject -> rows.accept(cells(reject, locale))),
                out);
    }

    private static boolean dutch(Locale locale) {
        return locale.getLanguage().equals("nl");
    }

    private List<String> header(Locale locale) {
        List<String> first = new ArrayList<>(header);
        // a name that no field has, so that the corrected file can be imported as it is
        first.add(dutch(locale) ? "reden van weigering" : "rejection reason");
        return first;
    }

    private void forEach(Consumer<Reject> taker) {
        int from = 0;
        List<Reject> portion = rows.rejects(id, from, PORTION);
        while (!portion.isEmpty()) {
            portion.forEach(taker);
            from += portion.size();
            portion = rows.rejects(id, from, PORTION);
        }
    }

    private List<String> cells(Reject reject, Locale locale) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            cells.add(i < reject.cells().size() ? reject.cells().get(i) : "");
        }
        cells.add(reject.reasons().stream()
                .map(reason -> (reason.column() == null ? "" : reason.column() + ": ")
                        + Sentences.of(reason.code(), reason.args(), locale))
                .collect(Collectors.joining(" ")));
        return cells;
    }

    /** A file with the headers of a kind and one example row. */
    static String template(RecordKind kind) {
        StringWriter out = new StringWriter();
        CsvWriter csv = writer(out, null);
        csv.writeRecord(kind.fields().stream().map(Field::name).toList());
        csv.writeRecord(kind.fields().stream().map(Field::example).toList());
        flush(csv);
        return out.toString();
    }

    /** The same as a workbook. */
    static byte[] templateXlsx(RecordKind kind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XlsxFile.writeTexts(
                    kind.name(),
                    kind.fields().stream().map(Field::name).toList(),
                    rows -> rows.accept(
                            kind.fields().stream().map(Field::example).toList()),
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvWriter writer(Writer out, @Nullable QuoteStrategy quotes) {
        CsvWriter.CsvWriterBuilder builder = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF);
        return (quotes == null ? builder : builder.quoteStrategy(quotes)).build(out);
    }
}
