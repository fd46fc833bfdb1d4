package org.koploper.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.koploper.storage.Keeping;
import org.koploper.storage.Kept;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where uploaded files lie, each beside a note of what was decided about it. */
@Component
class UploadFolder implements Keeping {

    /** How long a file waits to be taken. */
    static final Duration KEPT = Duration.ofDays(1);

    /** Anything else in an address leads nowhere, and never out of the folder. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path folder;
    private final JsonMapper json;

    UploadFolder(
            @Value("${koploper.data}") Path data,
            @Value("${koploper.in-memory:false}") boolean inMemory,
            JsonMapper json) {
        this.folder = inMemory ? temporary() : data.resolve("uploads");
        this.json = json;
    }

    @Override
    public Kept kept() {
        return Kept.during("uploads", KEPT, null);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("koploper-uploads");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String id) {
        return folder.resolve(id + ".csv");
    }

    private Path note(String id) {
        return folder.resolve(id + ".json");
    }

    /** @return how many bytes it has; when that is more than {@code most}, not all of them were kept */
    long keep(String id, InputStream content, long most) throws IOException {
        Files.createDirectories(folder);
        try (var out = Files.newOutputStream(file(id))) {
            byte[] portion = new byte[1 << 16];
            long size = 0;
            int read;
            while (size <= most && (read = content.read(portion)) >= 0) {
                out.write(portion, 0, read);
                size += read;
            }
            return size;
        }
    }

    void write(Upload upload) {
        try {
            Path fresh = Files.createTempFile(folder, "note", ".tmp");
            Files.write(fresh, json.writeValueAsBytes(upload));
            // whole or not at all, whatever happens in between
            Files.move(fresh, note(upload.id()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Upload> read(String id) {
        if (!ID.matcher(id).matches() || !Files.exists(note(id))) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(Files.readAllBytes(note(id)), Upload.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void deleteFile(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void deleteOlderThan(Instant limit) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(file -> isOlder(file, limit)).toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOlder(Path file, Instant limit) {
        try {
            return Files.getLastModifiedTime(file).compareTo(FileTime.from(limit)) < 0;
        } catch (IOException gone) {
            return false;
        }
    }
}
