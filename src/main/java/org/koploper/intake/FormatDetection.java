package org.koploper.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first part of a file says about its format, each finding with its evidence, for a person to see and change.
 * Detecting never fails on the content of a file.
 *
 * @param charset the encoding
 * @param separator the sign between cells
 * @param decimalSign for the file; {@link DecimalSign#UNDECIDED} when open or not seen
 * @param datePattern for the file; its value is null when it has to be asked or when there are no dates
 * @param columns the columns in the order of the file
 * @param firstRows the first five rows under the header, for the eye; without problems filled in
 * @param problems what is wrong with the header, as in {@link TableReader#headerProblems()}
 * @param rowsRead rows under the header that were looked at, at most 2,000
 * @param wholeFile true when those are all rows of the file
 * @param format all of it together, for {@link TableReader} and {@link Values}
 */
public record FormatDetection(
        Finding<Charset> charset,
        Finding<Character> separator,
        Finding<DecimalSign> decimalSign,
        Finding<DatePattern> datePattern,
        List<Column> columns,
        List<Row> firstRows,
        List<Problem> problems,
        int rowsRead,
        boolean wholeFile,
        FileFormat format) {

    static final int MOST_BYTES = 1 << 20;
    // 2,000 rows, the header, and one more that tells whether the file goes on
    static final int MOST_ROWS = 2_002;
    private static final int SHOWN_ROWS = 5;
    private static final int SHOWN_SAMPLES = 3;

    public FormatDetection {
        columns = List.copyOf(columns);
        firstRows = List.copyOf(firstRows);
        problems = List.copyOf(problems);
    }

    /**
     * One column of the file.
     *
     * @param name trimmed header name, empty where the header is blank
     * @param samples up to three different values out of it, shortened to 40 characters
     * @param filled cells that are not blank among the rows looked at
     */
    public record Column(String name, List<String> samples, int filled) {

        public Column {
            samples = List.copyOf(samples);
        }
    }

    /** What somebody decided already, or what is known of the rows of a workbook; null leaves it to the file. */
    public record Choice(
            @Nullable Charset charset,
            @Nullable Character separator,
            @Nullable DecimalSign decimalSign,
            @Nullable DatePattern datePattern,
            boolean workbook) {

        /** Nothing decided. */
        public static final Choice NONE = new Choice(null, null, null, null);

        /** For a text. */
        public Choice(
                @Nullable Charset charset,
                @Nullable Character separator,
                @Nullable DecimalSign decimalSign,
                @Nullable DatePattern datePattern) {
            this(charset, separator, decimalSign, datePattern, false);
        }
    }

    /** True when a person has to answer something first: the order of dates, or the decimal sign. */
    public boolean mustAsk() {
        return datePattern.open() || decimalSign.open();
    }

    /**
     * Looks at the first megabyte, at most 2,000 rows.
     *
     * @throws IOException when the file cannot be opened or read
     */
    public static FormatDetection of(FileSource source) throws IOException {
        return of(source, Choice.NONE);
    }

    /** The same with some answers given; the rest is found out anew, because a new separator means new columns. */
    public static FormatDetection of(FileSource source, Choice choice) throws IOException {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        boolean cut = bytes.length > MOST_BYTES;
        if (cut) {
            bytes = Arrays.copyOf(bytes, MOST_BYTES);
        }
        Finding<Charset> charset =
                choice.charset() != null ? Finding.chosen(choice.charset()) : EncodingGuess.of(bytes, cut);
        Charset encoding = charset.value() != null ? charset.value() : EncodingGuess.WINDOWS_1252;
        String text = new String(bytes, encoding);
        text = text.startsWith("\ufeff") ? text.substring(1) : text;
        Finding<Character> separator =
                choice.separator() != null ? Finding.chosen(choice.separator()) : SeparatorGuess.of(text, cut);
        char between = separator.value() != null ? separator.value() : ',';
        List<Records.Raw> rows = new ArrayList<>(SeparatorGuess.rows(text, cut, between, choice.workbook()));
        boolean whole = !cut && rows.size() < MOST_ROWS;
        if (rows.size() == MOST_ROWS) {
            rows.removeLast();
        }
        return of(charset, encoding, separator, between, rows, whole, choice);
    }

    private static FormatDetection of(
            Finding<Charset> charset,
            Charset encoding,
            Finding<Character> separator,
            char between,
            List<Records.Raw> rows,
            boolean whole,
            Choice choice) {
        SampleTable table = new SampleTable(rows);
        Finding<DecimalSign> sign =
                choice.decimalSign() != null ? Finding.chosen(choice.decimalSign()) : NumberGuess.of(table);
        DateGuess dates = DateGuess.of(table, choice.datePattern());
        DecimalSign decimals = sign.value() != null ? sign.value() : DecimalSign.UNDECIDED;
        FileFormat format = new FileFormat(
                encoding,
                between,
                SeparatorGuess.QUOTE,
                decimals,
                dates.finding().value(),
                dates.columns(),
                table.header(),
                choice.workbook());
        List<Problem> problems = rows.isEmpty()
                ? List.of(Problem.of(1, null, "empty-file"))
                : TableReader.headerProblems(rows.getFirst(), table.header(), TableReader.Limits.STANDARD);
        return new FormatDetection(
                charset,
                separator,
                sign,
                dates.finding(),
                columns(table),
                firstRows(rows),
                problems,
                Math.max(0, rows.size() - 1),
                whole,
                format);
    }

    private static List<Column> columns(SampleTable table) {
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < table.header().size(); index++) {
            List<SampleTable.Cell> cells = table.column(index);
            List<String> samples = cells.stream()
                    .map(cell -> Values.shortened(cell.text()))
                    .distinct()
                    .limit(SHOWN_SAMPLES)
                    .toList();
            columns.add(new Column(table.header().get(index), samples, cells.size()));
        }
        return columns;
    }

    private static List<Row> firstRows(List<Records.Raw> rows) {
        return rows.stream()
                .skip(1)
                .limit(SHOWN_ROWS)
                .map(raw -> new Row(raw.row(), raw.line(), raw.cells(), List.of()))
                .toList();
    }
}
