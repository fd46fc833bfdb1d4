package org.koploper.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of one file, openable as often as needed: once to detect the format, once for the dry run, once to commit. */
@FunctionalInterface
public interface FileSource {

    /** Opens the bytes from the start; the caller closes them. */
    InputStream open() throws IOException;

    /** A file on disk. It has to stay unchanged as long as this source is used. */
    static FileSource of(Path file) {
        return () -> Files.newInputStream(file);
    }

    /** Bytes in memory; not copied. */
    static FileSource of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}
