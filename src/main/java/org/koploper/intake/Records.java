package org.koploper.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a text with separators, blank ones included, each with what is wrong inside its cells. */
final class Records implements AutoCloseable {

    /** Something wrong in the cell with this index. */
    record Flaw(int index, String code, String arg) {}

    /** One record; {@code fields} counts the cells that were there, also those beyond the limit that are not in {@code cells};
     * {@code typed} are those whose value is written our way, whatever the rest of the file does. */
    record Raw(long row, long line, int fields, List<String> cells, List<Flaw> flaws, BitSet typed) {

        boolean blank() {
            return flaws.isEmpty()
                    && cells.stream().allMatch(cell -> Values.text(cell).isEmpty());
        }
    }

    /** The text stops being a table here; nothing behind this point can be read. */
    static final class Broken extends Exception {
        final long row;
        final long line;
        final int index;
        final String code;

        Broken(long row, long line, int index, String code, Throwable cause) {
            super(code, cause);
            this.row = row;
            this.line = line;
            this.index = index;
            this.code = code;
        }
    }

    // a cell up to this many times too long is skipped and reading goes on; a longer one ends it, so memory stays
    // bounded
    private static final int BUFFERED_CELLS = 64;
    private static final int SMALLEST_BUFFER = 1 << 16;

    private final Collector collector;
    private final CsvReader<Raw> reader;
    private final CloseableIterator<Raw> records;

    private Records(
            Reader text, char separator, char quote, TableReader.Limits limits, boolean forgiving, boolean workbook) {
        this.collector = new Collector(limits, workbook);
        this.reader = CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quote)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(forgiving)
                .allowUnclosedQuote(forgiving)
                .maxBufferSize((int)
                        Math.clamp((long) limits.cellChars() * BUFFERED_CELLS, SMALLEST_BUFFER, Integer.MAX_VALUE / 4))
                .build(collector, text);
        this.records = reader.iterator();
    }

    /** For data: a stray quote is an error. */
    static Records strict(InputStream bytes, FileFormat format, TableReader.Limits limits) throws IOException {
        return new Records(
                withoutMark(new InputStreamReader(bytes, format.charset())),
                format.separator(),
                format.quote(),
                limits,
                false,
                format.workbook());
    }

    /** For looking at a sample that may end anywhere. */
    static Records forgiving(Reader text, char separator, char quote, boolean workbook) {
        return new Records(text, separator, quote, TableReader.Limits.STANDARD, true, workbook);
    }

    private static Reader withoutMark(Reader decoded) throws IOException {
        BufferedReader text = new BufferedReader(decoded);
        text.mark(1);
        if (text.read() != '\ufeff') {
            text.reset();
        }
        return text;
    }

    /** The next record, null at the end. */
    @Nullable
    Raw next() throws Broken {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new Broken(collector.row, collector.line(), collector.fields(), code(e), e);
        }
    }

    // the parser tells its reasons apart in words only; a test holds each of them
    private static String code(CsvParseException e) {
        String words = String.valueOf(e.getMessage());
        return words.startsWith("Unclosed quoted field")
                ? "unclosed-quote"
                : words.startsWith("Unexpected character after closing quote")
                        ? "text-after-quote"
                        : words.startsWith("The maximum buffer size") ? "cell-too-long" : "unreadable-row";
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class Collector extends AbstractBaseCsvCallbackHandler<Raw> {
        private static final BitSet NONE = new BitSet(0);

        private final TableReader.Limits limits;
        private final boolean workbook;
        private long row;
        private List<String> cells = List.of();
        private List<Flaw> flaws = List.of();
        private BitSet typed = NONE;

        Collector(TableReader.Limits limits, boolean workbook) {
            this.limits = limits;
            this.workbook = workbook;
        }

        long line() {
            return getStartingLineNumber();
        }

        int fields() {
            return getFieldCount();
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            row++;
            cells = new ArrayList<>(cells.size());
            flaws = List.of();
            typed = workbook ? new BitSet() : NONE;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index >= limits.columns()) {
                return;
            }
            if (length > limits.cellChars()) {
                flaw(new Flaw(index, "cell-too-long", String.valueOf(limits.cellChars())));
                cells.add("");
                return;
            }
            if (workbook && length > 0 && buffer[offset] == WorkbookCells.TYPED) {
                typed.set(index);
                cells.add(new String(buffer, offset + 1, length - 1));
                return;
            }
            if (workbook && length > 0 && buffer[offset] == WorkbookCells.ERROR) {
                String said = new String(buffer, offset + 1, length - 1);
                flaw(new Flaw(index, "error-cell", Values.shortened(said)));
                cells.add(said);
                return;
            }
            String cell = new String(buffer, offset, length);
            cells.add(cell);
            // U+FFFD is what the decoder writes for bytes that are no character in the chosen encoding
            if (cell.indexOf('\ufffd') >= 0) {
                flaw(new Flaw(index, "wrong-encoding", Values.shortened(cell)));
            }
            if (cell.indexOf('\0') >= 0) {
                flaw(new Flaw(index, "nul-character", Values.shortened(cell)));
            }
        }

        private void flaw(Flaw flaw) {
            if (flaws.isEmpty()) {
                flaws = new ArrayList<>();
            }
            flaws.add(flaw);
        }

        @Override
        protected Raw buildRecord() {
            return new Raw(row, getStartingLineNumber(), getFieldCount(), cells, flaws, typed);
        }
    }
}
