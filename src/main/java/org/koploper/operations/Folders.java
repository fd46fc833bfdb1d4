package org.koploper.operations;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Folders and files that only the user of this process can read. */
final class Folders {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final String TEMPORARY = ".koploper-";

    /** Far longer than any backup or restore takes. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private Folders() {}

    /**
     * A new folder for unfinished work; a name that begins with a dot, so that nobody takes it for a result. What a process
     * that was killed left there goes: it holds a database, and nobody looks for it.
     */
    static Path temporary(Path in, Instant now) throws IOException {
        Instant old = now.minus(ABANDONED);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(in, TEMPORARY + "*")) {
            for (Path folder : left) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
                    delete(folder);
                }
            }
        }
        return Files.createTempDirectory(in, TEMPORARY, owner("rwx------"));
    }

    /** A new, empty file. */
    static Path file(Path file) throws IOException {
        return Files.createFile(file, owner("rw-------"));
    }

    /** The folder, made where it is missing. */
    static Path own(Path folder) throws IOException {
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, owner("rwx------"));
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Since then, for a line that people read. */
    static String seconds(long startNanos) {
        return String.format(
                Locale.ROOT,
                "%.1f",
                Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1000.0);
    }

    private static FileAttribute<?>[] owner(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
