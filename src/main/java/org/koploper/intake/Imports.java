package org.koploper.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.koploper.access.Caller;
import org.koploper.audit.Trail;
import org.koploper.records.ImportersOnly;
import org.koploper.records.Order;
import org.koploper.records.RecordDesk;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.storage.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Takes files in: looks at them, tries them, commits them, and remembers what became of them. A file of at most
 * {@value #MOST_AT_ONCE} rows is through when the call returns, and everything derived from it is current; a larger one
 * goes on in the background.
 */
@Service
public class Imports {

    /** The largest file, in rows, that is seen through before the call returns. */
    public static final int MOST_AT_ONCE = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final RecordDesk desk;
    private final RecordKinds kinds;
    private final ImportRows rows;
    private final Ids ids;
    private final Clock clock;
    private final Background background;
    private final ApplicationEventPublisher events;

    Imports(
            RecordDesk desk,
            RecordKinds kinds,
            ImportRows rows,
            Ids ids,
            Clock clock,
            Background background,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.kinds = kinds;
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.background = background;
        this.events = events;
    }

    /**
     * Looks at a file: its format, its columns with samples, and how they would become fields of that kind.
     *
     * @param given what somebody decided already; {@link Mapping#NONE} at first
     * @throws UnknownKind when there is no such kind of record
     */
    @ImportersOnly
    public Preview preview(FileSource file, String kind, Mapping given) {
        Plan plan = plan(file, kind, given);
        return new Preview(plan.detection(), plan.mapping(), plan.flaws(), plan.blocking());
    }

    /**
     * Tries a file, or takes it.
     *
     * @param fileName as people know it
     * @param given what somebody decided; the rest is proposed and detected
     * @param commit whether to write; otherwise nothing but this import's own report is
     * @return what became of it; {@link Import.State#RUNNING} for a file so large that it goes on in the background
     * @throws UnknownKind when there is no such kind of record
     * @throws UnusableMapping when what was given contradicts the file or the kind
     * @throws TooManyImports when too many large files are waiting
     */
    @ImportersOnly
    public Import run(FileSource file, String fileName, String kind, Mapping given, boolean commit) {
        Plan plan = plan(file, kind, given);
        if (!plan.flaws().isEmpty()) {
            throw new UnusableMapping(plan.flaws());
        }
        String hash = hash(file);
        Optional<Import> before = rows.taken(hash, kind, plan.mapping());
        long id = ids.next();
        boolean large = plan.blocking().isEmpty() && isLarge(file, plan);
        rows.start(id, plan, fileName, hash, commit);
        ImportLog log = new ImportLog(rows, id, plan.mapping());
        plan.blocking().forEach(log::add);
        before.ifPresent(same -> log.add(new ImportProblem(
                null, null, "already-imported", false, List.of(same.fileName(), String.valueOf(same.id())))));
        plan.oddities().forEach(log::add);
        if (!plan.blocking().isEmpty()) {
            log.end();
            rows.failed(id, plan.blocking().getFirst().code(), false);
        } else if (large) {
            later(id, file, fileName, plan, commit, log);
        } else {
            through(id, file, fileName, plan, commit, log);
        }
        return rows.find(id).orElseThrow();
    }

    private Plan plan(FileSource file, String kind, Mapping given) {
        RecordKind found = kinds.find(kind).orElseThrow(() -> new UnknownKind(kind));
        try {
            return Plan.of(file, found, given);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void through(long id, FileSource file, String fileName, Plan plan, boolean commit, ImportLog log) {
        try {
            Order order = new Order(
                    plan.kind().name(),
                    commit ? Order.Mode.TAKE_WHAT_IS_RIGHT : Order.Mode.DRY_RUN,
                    id,
                    "import.committed",
                    new Trail.Subject("import", String.valueOf(id), fileName));
            desk.apply(
                    order,
                    new FileEntries(file, plan.detection().format(), plan.mapping(), plan.kind(), clock.getZone()),
                    log);
            log.end();
            rows.done(id);
        } catch (RuntimeException | Error e) {
            rows.failed(id, "import-broken-off", commit);
            throw e;
        }
    }

    private void later(long id, FileSource file, String fileName, Plan plan, boolean commit, ImportLog log) {
        Path copy = copy(file);
        try {
            background.run(() -> {
                try {
                    through(id, FileSource.of(copy), fileName, plan, commit, log);
                } catch (RuntimeException e) {
                    LOG.error("Import {} broke off", id, e);
                } finally {
                    delete(copy);
                    events.publishEvent(rows.ended(id));
                }
            });
        } catch (RejectedExecutionException e) {
            delete(copy);
            rows.failed(id, "too-many-imports", false);
            throw new TooManyImports();
        }
    }

    /** What became of an import, or empty. */
    @ImportersOnly
    public Optional<Import> find(long id) {
        return rows.find(id);
    }

    /** Imports, newest first, older than that one; {@link Long#MAX_VALUE} for the newest of all. */
    @ImportersOnly
    public List<Import> list(long olderThan, int limit) {
        return rows.before(olderThan, limit);
    }

    /** Problems of an import in the order of its rows, from a position on. */
    @ImportersOnly
    public List<ImportProblem> problems(long id, int from, int limit) {
        return rows.problems(id, from, limit);
    }

    /** The problems of an import by kind: errors before warnings, the most frequent first. */
    @ImportersOnly
    public List<ProblemGroup> problemGroups(long id) {
        return rows.groups(id);
    }

    /** Problems of one kind, in the order of their rows: at most {@code limit} after the first {@code offset}. */
    @ImportersOnly
    public List<ImportProblem> problemsOf(long id, String code, boolean error, int offset, int limit) {
        return rows.problemsOf(id, code, error, offset, limit);
    }

    /** The rejected rows as a CSV file with the columns of the import and one for the reasons; empty without such import. */
    @ImportersOnly
    public Optional<RejectedFile> rejected(long id) {
        return rows.find(id).map(found -> new RejectedFile(rows, id, rows.header(id)));
    }

    /**
     * A CSV file with the fields of a kind as headers and one example row.
     *
     * @throws UnknownKind when there is no such kind of record
     */
    @ImportersOnly
    public String template(String kind) {
        return RejectedFile.template(kinds.find(kind).orElseThrow(() -> new UnknownKind(kind)));
    }

    @EventListener(ApplicationStartedEvent.class)
    void giveUpWhatWasInterrupted() {
        Caller.asSystem(() -> rows.running().forEach(interrupted -> {
            if (interrupted.committed()) {
                desk.finishInterrupted(interrupted.kind(), interrupted.id());
            }
            rows.failed(interrupted.id(), "import-interrupted", interrupted.committed());
            events.publishEvent(rows.ended(interrupted.id()));
        }));
    }

    private static boolean isLarge(FileSource file, Plan plan) {
        try (TableReader table = TableReader.open(file, plan.detection().format(), TableReader.Limits.STANDARD)) {
            int count = 0;
            while (table.hasNext() && count <= MOST_AT_ONCE) {
                table.next();
                count++;
            }
            return count > MOST_AT_ONCE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(FileSource file) {
        try (DigestInputStream in = new DigestInputStream(file.open(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the caller handed over may be gone when the caller is. */
    private static Path copy(FileSource file) {
        try (InputStream in = file.open()) {
            Path copy = Files.createTempFile("import", ".csv");
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("A temporary file could not be deleted: {}", e.getMessage());
        }
    }

    /** There is no such kind of record. */
    public static class UnknownKind extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnknownKind(String kind) {
            super(kind);
        }
    }

    /** Too many large files are waiting; later there will be room. */
    public static class TooManyImports extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
