package org.koploper.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A small file built in a test. */
record SampleFile(byte[] bytes) {

    static SampleFile of(String text) {
        return new SampleFile(text.getBytes(StandardCharsets.UTF_8));
    }

    static SampleFile of(Charset charset, String text) {
        return new SampleFile(text.getBytes(charset));
    }

    FormatDetection detected() {
        try {
            return FormatDetection.of(FileSource.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FormatDetection detected(FormatDetection.Choice choice) {
        try {
            return FormatDetection.of(FileSource.of(bytes), choice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reading read() {
        return read(TableReader.Limits.STANDARD);
    }

    Reading read(TableReader.Limits limits) {
        return read(detected().format(), limits);
    }

    Reading read(FileFormat format, TableReader.Limits limits) {
        try (TableReader table = TableReader.open(FileSource.of(bytes), format, limits)) {
            List<Row> rows = new ArrayList<>();
            table.forEachRemaining(rows::add);
            return new Reading(table.header(), table.headerProblems(), rows, table.stoppedEarly());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything a reader gave. */
    record Reading(List<String> header, List<Problem> headerProblems, List<Row> rows, boolean stoppedEarly) {

        List<Problem> problems() {
            return rows.stream().flatMap(row -> row.problems().stream()).toList();
        }

        List<List<String>> cells() {
            return rows.stream().map(Row::cells).toList();
        }

        List<Long> numbers() {
            return rows.stream().map(Row::number).toList();
        }
    }
}
