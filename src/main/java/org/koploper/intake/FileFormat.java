package org.koploper.intake;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to read one file of rows and columns.
 *
 * @param charset how bytes become characters; a byte order mark is skipped whatever it is
 * @param separator between two cells
 * @param quote around a cell that holds separators, quotes (doubled) or line breaks
 * @param decimalSign for all numbers of the file
 * @param datePattern for all dates of the file, except in columns named in {@code columnDates}; null when the file shows no
 *     dates, or shows them in a way that must be asked
 * @param columnDates header name → pattern, for columns that differ from {@code datePattern}
 * @param workbook true for the rows of a workbook, some of whose cells need no guessing
 * @param header the trimmed names of the first row, in order
 */
public record FileFormat(
        Charset charset,
        char separator,
        char quote,
        DecimalSign decimalSign,
        @Nullable DatePattern datePattern,
        Map<String, DatePattern> columnDates,
        List<String> header,
        boolean workbook) {

    /** Of a text. */
    public FileFormat(
            Charset charset,
            char separator,
            char quote,
            DecimalSign decimalSign,
            @Nullable DatePattern datePattern,
            Map<String, DatePattern> columnDates,
            List<String> header) {
        this(charset, separator, quote, decimalSign, datePattern, columnDates, header, false);
    }

    public FileFormat {
        columnDates = Map.copyOf(columnDates);
        header = List.copyOf(header);
    }

    /** The pattern for the dates of one column, null when it is not known and has to be asked. */
    public @Nullable DatePattern datePattern(String column) {
        DatePattern own = columnDates.get(column);
        return own != null ? own : datePattern;
    }
}
