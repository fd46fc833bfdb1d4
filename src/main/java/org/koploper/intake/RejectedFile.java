package org.koploper.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.export.Formulas;
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

    /** Writes it, with the reasons in the language of that locale. */
    public void write(Writer out, Locale locale) {
        CsvWriter csv = writer(out, QuoteStrategies.ALWAYS);
        List<String> first =
                new ArrayList<>(header.stream().map(Formulas::defused).toList());
        // a name that no field has, so that the corrected file can be imported as it is
        first.add(locale.getLanguage().equals("nl") ? "reden van weigering" : "rejection reason");
        csv.writeRecord(first);
        int from = 0;
        List<Reject> portion = rows.rejects(id, from, PORTION);
        while (!portion.isEmpty()) {
            portion.forEach(reject -> csv.writeRecord(cells(reject, locale)));
            from += portion.size();
            portion = rows.rejects(id, from, PORTION);
        }
        flush(csv);
    }

    private List<String> cells(Reject reject, Locale locale) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            cells.add(
                    i < reject.cells().size() ? Formulas.defused(reject.cells().get(i)) : "");
        }
        cells.add(Formulas.defused(reject.reasons().stream()
                .map(reason -> (reason.column() == null ? "" : reason.column() + ": ")
                        + Sentences.of(reason.code(), reason.args(), locale))
                .collect(Collectors.joining(" "))));
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
