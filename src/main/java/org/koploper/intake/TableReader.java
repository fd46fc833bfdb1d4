package org.koploper.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows under the header one by one, in memory that does not grow with the file. Blank lines, and rows whose cells
 * are all blank, are left out but counted, so that row numbers stay those of a spreadsheet. Nothing in a file makes it throw:
 * what cannot be read comes as a {@link Row} with problems. Only a failing disk does, as {@link UncheckedIOException}.
 *
 * <p>Usage: {@code try (var table = TableReader.open(source, format, Limits.STANDARD)) { while (table.hasNext()) … }}
 */
public final class TableReader implements Iterator<Row>, AutoCloseable {

    /**
     * How much is accepted.
     *
     * @param cellChars characters in one cell; a longer cell is a problem of its row
     * @param columns columns of a row
     * @param rows data rows; the first one above is a problem and ends the reading
     */
    public record Limits(int cellChars, int columns, long rows) {

        /** 32,767 characters as in a spreadsheet, 200 columns, 1,000,000 rows. */
        public static final Limits STANDARD = new Limits(32_767, 200, 1_000_000);

        public Limits {
            if (cellChars < 1 || columns < 1 || rows < 1) {
                throw new IllegalArgumentException("limits start at 1");
            }
        }
    }

    private final Records records;
    private final Limits limits;
    private final List<String> header;
    private final List<Problem> headerProblems;
    private @Nullable Row next;
    private long rows;
    private boolean stopped;

    private TableReader(Records records, Limits limits) {
        this.records = records;
        this.limits = limits;
        Records.Raw first = null;
        List<Problem> problems = new ArrayList<>();
        try {
            first = nextFilled();
        } catch (Records.Broken broken) {
            problems.add(problem(broken, List.of()));
            stopped = true;
        }
        this.header = first == null ? List.of() : names(first);
        if (first != null) {
            problems.addAll(headerProblems(first, header, limits));
        } else if (problems.isEmpty()) {
            problems.add(Problem.of(1, null, "empty-file"));
        }
        this.headerProblems = List.copyOf(problems);
        this.next = first == null ? null : read();
    }

    /**
     * Opens the file and reads its header. Of the format, the charset, the separator and the quote count here.
     *
     * @throws IOException when the file cannot be opened or read
     */
    public static TableReader open(FileSource source, FileFormat format, Limits limits) throws IOException {
        var bytes = source.open();
        try {
            return new TableReader(Records.strict(bytes, format, limits), limits);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** The trimmed names of the first row that is not blank; empty for an empty file. */
    public List<String> header() {
        return header;
    }

    /**
     * What is wrong with the first row: {@code empty-file}, {@code blank-header}, {@code duplicate-header},
     * {@code header-missing} (it looks like data), {@code too-many-columns}, or any problem a row can have. The rows below can
     * still be read; whether they should be is for the caller to decide.
     */
    public List<Problem> headerProblems() {
        return headerProblems;
    }

    /**
     * True once the reading ended before the end of the file, because of an unclosed quote for example. The last row handed
     * out (or the header problem) says why; what follows in the file is unknown.
     */
    public boolean stoppedEarly() {
        return stopped && next == null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Row next() {
        Row row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = read();
        return row;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private @Nullable Row read() {
        if (stopped) {
            return null;
        }
        try {
            Records.Raw raw = nextFilled();
            if (raw == null) {
                return null;
            }
            if (++rows > limits.rows()) {
                stopped = true;
                Problem problem = Problem.of(raw.row(), null, "too-many-rows", String.valueOf(limits.rows()));
                return new Row(raw.row(), raw.line(), List.of(), List.of(problem));
            }
            return new Row(raw.row(), raw.line(), raw.cells(), rowProblems(raw), raw.typed());
        } catch (Records.Broken broken) {
            stopped = true;
            return new Row(broken.row, broken.line, List.of(), List.of(problem(broken, header)));
        }
    }

    private Records.@Nullable Raw nextFilled() throws Records.Broken {
        Records.Raw raw = records.next();
        while (raw != null && raw.blank()) {
            raw = records.next();
        }
        return raw;
    }

    private Problem problem(Records.Broken broken, List<String> names) {
        return Problem.of(broken.row, column(names, broken.index), broken.code, String.valueOf(limits.cellChars()));
    }

    private List<Problem> rowProblems(Records.Raw raw) {
        if (raw.flaws().isEmpty() && raw.fields() == header.size()) {
            return List.of();
        }
        List<Problem> problems = flaws(raw, header);
        String expected = String.valueOf(header.size());
        String found = String.valueOf(raw.fields());
        if (raw.fields() < header.size()) {
            problems.add(Problem.of(raw.row(), null, "too-few-fields", expected, found));
        } else if (raw.fields() > header.size()) {
            problems.add(Problem.of(raw.row(), null, "too-many-fields", expected, found));
        }
        return problems;
    }

    private static List<Problem> flaws(Records.Raw raw, List<String> names) {
        List<Problem> problems = new ArrayList<>();
        for (Records.Flaw flaw : raw.flaws()) {
            problems.add(Problem.of(raw.row(), column(names, flaw.index()), flaw.code(), flaw.arg()));
        }
        return problems;
    }

    static List<String> names(Records.Raw first) {
        return first.cells().stream().map(Values::text).toList();
    }

    static List<Problem> headerProblems(Records.Raw first, List<String> names, Limits limits) {
        List<Problem> problems = flaws(first, List.of());
        if (first.fields() > limits.columns()) {
            problems.add(Problem.of(
                    first.row(), null, "too-many-columns", String.valueOf(limits.columns()), "" + first.fields()));
        }
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            if (name.isEmpty()) {
                problems.add(Problem.of(first.row(), letters(index), "blank-header", letters(index)));
            } else if (!seen.add(name)) {
                problems.add(Problem.of(first.row(), letters(index), "duplicate-header", Values.shortened(name)));
            }
        }
        if (names.stream().noneMatch(TableReader::canBeName)) {
            problems.add(Problem.of(first.row(), null, "header-missing"));
        }
        return problems;
    }

    // a first row of nothing but numbers and dates is data
    private static boolean canBeName(String name) {
        return name.codePoints().anyMatch(Character::isLetter);
    }

    static String column(List<String> header, int index) {
        return index < header.size() && !header.get(index).isEmpty() ? header.get(index) : letters(index);
    }

    /** The column as a spreadsheet names it: 0 is A, 26 is AA. */
    static String letters(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letters(index / 26 - 1) + last;
    }
}
