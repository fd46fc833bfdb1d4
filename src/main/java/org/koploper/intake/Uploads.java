package org.koploper.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.koploper.records.RecordKinds;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Files that wait, with what was decided about each, until they are taken or a day old: whoever comes back to the address
 * of one, or starts again after an error, goes on where it was left.
 */
@Service
public class Uploads {

    /** The largest file, in bytes. */
    public static final long MOST_BYTES = 256L << 20;

    private static final String ADMIN = "hasAnyRole('ADMIN')";

    private final UploadFolder folder;
    private final Imports imports;
    private final RecordKinds kinds;
    private final Mappings mappings;
    private final Clock clock;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    Uploads(UploadFolder folder, Imports imports, RecordKinds kinds, Mappings mappings, Clock clock) {
        this.folder = folder;
        this.imports = imports;
        this.kinds = kinds;
        this.mappings = mappings;
        this.clock = clock;
    }

    /**
     * Keeps a file.
     *
     * @param fileName as people know it
     * @return empty when it is larger than {@value #MOST_BYTES} bytes
     * @throws Imports.UnknownKind when there is no such kind of record
     * @throws IOException when the content breaks off or cannot be written
     */
    @PreAuthorize(ADMIN)
    public Optional<Upload> keep(InputStream content, String fileName, String kind) throws IOException {
        if (kinds.find(kind).isEmpty()) {
            throw new Imports.UnknownKind(kind);
        }
        folder.deleteOlderThan(clock.instant().minus(UploadFolder.KEPT));
        String id = UUID.randomUUID().toString();
        boolean kept = false;
        try {
            kept = folder.keep(id, content, MOST_BYTES) <= MOST_BYTES;
        } finally {
            if (!kept) {
                folder.deleteFile(id);
            }
        }
        if (!kept) {
            return Optional.empty();
        }
        Upload upload = new Upload(
                id, fileName, kind, imports.remembered(source(id), kind).orElse(Mapping.NONE), null, null);
        folder.write(upload);
        return Optional.of(upload);
    }

    /** How files with the columns of this one were read the last time; empty when none was. */
    @PreAuthorize(ADMIN)
    public Optional<Mappings.Remembered> remembered(Upload upload) {
        return mappings.of(upload.kind(), preview(upload).detection().format().header());
    }

    /** Forgets how such files were read, and reads this one afresh. */
    @PreAuthorize(ADMIN)
    public Upload forget(String id) {
        find(id).ifPresent(upload -> mappings.forget(
                upload.kind(), preview(upload).detection().format().header()));
        return decide(id, Mapping.NONE);
    }

    /** That file; empty when there is none, or no longer. */
    @PreAuthorize(ADMIN)
    public Optional<Upload> find(String id) {
        return folder.read(id).filter(upload -> upload.committed() != null || Files.exists(folder.file(id)));
    }

    /** Looks at it with what was decided so far. */
    @PreAuthorize(ADMIN)
    public Preview preview(Upload upload) {
        return imports.preview(source(upload.id()), upload.kind(), upload.given());
    }

    /** Remembers what was decided. Nothing happens to a file that was taken already. */
    @PreAuthorize(ADMIN)
    public Upload decide(String id, Mapping given) {
        return alone(id, upload -> {
            Upload decided = upload.committed() == null ? upload.decided(given) : upload;
            folder.write(decided);
            return decided;
        });
    }

    /**
     * Tries it, unless it was tried with exactly these decisions.
     *
     * @throws UnusableMapping when the decisions contradict the file or the kind
     * @throws Imports.TooManyImports when too many large files are waiting
     */
    @PreAuthorize(ADMIN)
    public Upload attempt(String id) {
        return alone(id, upload -> {
            if (upload.committed() != null || upload.tried() != null) {
                return upload;
            }
            Import tried = imports.run(source(id), upload.fileName(), upload.kind(), upload.given(), false);
            Upload known = upload.tried(tried.id());
            folder.write(known);
            return known;
        });
    }

    /**
     * Takes it, once: who asks again, or at the same moment, gets the same import.
     *
     * @throws UnusableMapping when the decisions contradict the file or the kind
     * @throws Imports.TooManyImports when too many large files are waiting
     */
    @PreAuthorize(ADMIN)
    public Upload commit(String id) {
        return alone(id, upload -> {
            if (upload.committed() != null) {
                return upload;
            }
            Import taken = imports.run(source(id), upload.fileName(), upload.kind(), upload.given(), true);
            if (!taken.committed() && taken.state() == Import.State.FAILED) {
                return upload;
            }
            Upload known = upload.committed(taken.id());
            folder.write(known);
            folder.deleteFile(id);
            return known;
        });
    }

    private FileSource source(String id) {
        return FileSource.of(folder.file(id));
    }

    private Upload alone(String id, Function<Upload, Upload> work) {
        ReentrantLock lock = locks.computeIfAbsent(id, unused -> new ReentrantLock());
        lock.lock();
        try {
            return work.apply(
                    find(id).orElseThrow(() -> new UncheckedIOException(new java.io.FileNotFoundException(id))));
        } finally {
            lock.unlock();
        }
    }
}
