package org.koploper.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as a text of rows: as it is or, for a workbook, what one of its sheets says. What is neither is refused here, once,
 * and not row by row.
 *
 * @param rows the text
 * @param workbook where it comes from; null for a text
 * @param refusal why there are no rows; null when there are
 * @param temporary to be deleted with it
 */
record Opened(
        FileSource rows,
        @Nullable Workbook workbook,
        @Nullable ImportProblem refusal,
        @Nullable Path temporary) implements AutoCloseable {

    private static final int LOOKED_AT = 4_096;
    private static final double MOST_CONTROLS = 0.05;
    private static final List<String> PICTURES_AND_ARCHIVES = List.of(
            "\u0089PNG",
            "\u00ff\u00d8\u00ff",
            "GIF8",
            "%PDF",
            "\u001f\u008b",
            "Rar!",
            "7z\u00bc\u00af",
            "RIFF",
            "BM\u0036",
            "II*\0",
            "MM\0*");

    /**
     * Looks at the first bytes and, for a workbook, writes one sheet out.
     *
     * @param sheet null for the first that can be seen
     * @param most rows of a workbook that are needed
     */
    static Opened of(FileSource file, @Nullable String sheet, long most) throws IOException {
        byte[] bytes;
        try (InputStream in = file.open()) {
            bytes = in.readNBytes(LOOKED_AT);
        }
        String start = new String(bytes, StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return workbook(file, sheet, most);
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return refused("old-workbook");
        }
        if (PICTURES_AND_ARCHIVES.stream().anyMatch(start::startsWith) || isBinary(start)) {
            return refused("not-a-table");
        }
        return new Opened(file, null, null, null);
    }

    private static boolean isBinary(String start) {
        if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            return false;
        }
        long controls = start.chars()
                .filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')
                .count();
        return controls > MOST_CONTROLS * start.length() && controls > 1;
    }

    /** A file of which nothing is looked at. */
    static Opened nothing() {
        return refused("empty-file");
    }

    private static Opened refused(String code, String... args) {
        return new Opened(
                FileSource.of(new byte[0]), null, new ImportProblem(null, null, code, true, List.of(args)), null);
    }

    private static Opened workbook(FileSource file, @Nullable String sheet, long most) throws IOException {
        Path archive = null;
        Path rows = null;
        boolean done = false;
        try {
            archive = copy(file, ".xlsx");
            rows = Files.createTempFile("import", ".rows");
            Workbook workbook = Workbook.unpack(archive, sheet, most, rows);
            done = true;
            return new Opened(FileSource.of(rows), workbook, null, rows);
        } catch (WorkbookRefused e) {
            return refused(e.code(), e.arg());
        } finally {
            delete(archive);
            if (!done) {
                delete(rows);
            }
        }
    }

    /** Whether there are more rows than that. */
    boolean isLongerThan(int most, FileFormat format) throws IOException {
        try (TableReader table = TableReader.open(rows, format, TableReader.Limits.STANDARD)) {
            int count = 0;
            while (table.hasNext() && count <= most) {
                table.next();
                count++;
            }
            return count > most;
        }
    }

    /** The same on a disk of our own: what the caller handed over may be gone when the caller is. */
    Opened kept() throws IOException {
        if (temporary != null) {
            return this;
        }
        Path copy = copy(rows, ".csv");
        return new Opened(FileSource.of(copy), workbook, refusal, copy);
    }

    private static Path copy(FileSource file, String ending) throws IOException {
        try (InputStream in = file.open()) {
            Path copy = Files.createTempFile("import", ending);
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        }
    }

    private static void delete(@Nullable Path file) throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() throws IOException {
        delete(temporary);
    }
}
