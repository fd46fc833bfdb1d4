package org.koploper.intake;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder with one folder for each kind, into which other programs put files. A file moves on by renaming only, so two who
 * reach for it cannot both have it: from its place to {@code working}, then to {@code done} or {@code failed} with the number of its
 * import in front of its name. Links are never followed, and nothing outside the folder is touched.
 */
final class PickUpFolder {

    private static final String WORKING = "working";
    private static final String READY = ".ready";
    private static final Pattern TABLE = Pattern.compile("[^.~].*\\.(csv|txt|xlsx)");
    private static final String FRESH = "new-";
    private static final Pattern NUMBERED = Pattern.compile("import-(\\d{1,18})-(.+)");

    private final Path top;
    private final Duration quiet;

    /** @param quiet for so long a file has not changed when it counts as complete */
    PickUpFolder(Path top, Duration quiet) {
        this.top = top;
        this.quiet = quiet;
    }

    /** A file that is being worked on. */
    record Taken(String kind, String name, Path path, Optional<Long> id) {

        FileSource source() {
            return () -> Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Makes the folders of these kinds, so that whoever looks sees where files go. */
    void prepare(List<String> kinds) throws IOException {
        for (String kind : kinds) {
            Path folder = top.resolve(kind);
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(folder);
            }
        }
    }

    /** What lies there complete, the oldest first. */
    List<Path> complete(String kind, Instant now) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files(top.resolve(kind))) {
            boolean table = TABLE.matcher(name(file).toLowerCase(Locale.ROOT)).matches();
            if (table && (Files.exists(ready(file), LinkOption.NOFOLLOW_LINKS) || isQuiet(file, now))) {
                found.add(file);
            }
        }
        found.sort((one, other) -> modified(one).compareTo(modified(other)));
        return found;
    }

    /** Those that are being worked on; without a number where somebody was interrupted before they had one. */
    List<Taken> working(String kind) throws IOException {
        List<Taken> taken = new ArrayList<>();
        for (Path file : files(top.resolve(kind).resolve(WORKING))) {
            Matcher numbered = NUMBERED.matcher(name(file));
            taken.add(
                    numbered.matches()
                            ? new Taken(kind, numbered.group(2), file, Optional.of(Long.valueOf(numbered.group(1))))
                            : new Taken(kind, withoutMark(name(file)), file, Optional.empty()));
        }
        return taken;
    }

    private static String withoutMark(String name) {
        return name.startsWith(FRESH) ? name.substring(FRESH.length()) : name;
    }

    /** Takes a file; empty where somebody else was faster. */
    Optional<Taken> take(String kind, Path file) throws IOException {
        try {
            Path taken = move(file, folder(kind, WORKING).resolve(FRESH + name(file)));
            Files.deleteIfExists(ready(file));
            return Optional.of(new Taken(kind, name(file), taken, Optional.empty()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /** Says which import it is. */
    Taken number(Taken taken, long id) throws IOException {
        Path numbered = move(taken.path(), folder(taken.kind(), WORKING).resolve("import-" + id + "-" + taken.name()));
        return new Taken(taken.kind(), taken.name(), numbered, Optional.of(id));
    }

    /** Lays a file back that nothing was done with. */
    void giveBack(Taken taken) throws IOException {
        Path place = top.resolve(taken.kind()).resolve(taken.name());
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            move(taken.path(), place);
        }
    }

    /** Where the file lies from now on. */
    Path settle(Taken taken, boolean done) throws IOException {
        return move(taken.path(), folder(taken.kind(), done ? "done" : "failed").resolve(name(taken.path())));
    }

    /** A folder of our own; where something else bears its name, nothing is done. */
    private Path folder(String kind, String name) throws IOException {
        Path folder = top.resolve(kind).resolve(name);
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder);
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("not a folder: " + name);
        }
        return folder;
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
                for (Path file : all) {
                    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                        files.add(file);
                    }
                }
            }
        }
        return files;
    }

    private boolean isQuiet(Path file, Instant now) {
        return !modified(file).plus(quiet).isAfter(now);
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (IOException gone) {
            return Instant.MAX.minus(Duration.ofDays(1));
        }
    }

    private static Path ready(Path file) {
        return file.resolveSibling(name(file) + READY);
    }

    private static Path move(Path from, Path to) throws IOException {
        return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
