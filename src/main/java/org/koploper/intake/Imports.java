package org.koploper.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.koploper.audit.Trail;
import org.koploper.records.Cancelled;
import org.koploper.records.ImportersOnly;
import org.koploper.records.Order;
import org.koploper.records.RecordDesk;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.storage.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

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
    private final ChangeRows changes;
    private final Mappings mappings;
    private final Ids ids;
    private final Clock clock;
    private final Background background;
    private final ApplicationEventPublisher events;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Set<Long> cancelled = ConcurrentHashMap.newKeySet();

    Imports(
            RecordDesk desk,
            RecordKinds kinds,
            ImportRows rows,
            ChangeRows changes,
            Mappings mappings,
            Ids ids,
            Clock clock,
            Background background,
            Trail trail,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.kinds = kinds;
        this.rows = rows;
        this.changes = changes;
        this.mappings = mappings;
        this.ids = ids;
        this.clock = clock;
        this.background = background;
        this.events = events;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * Looks at a file: its format, its columns with samples, and how they would become fields of that kind.
     *
     * @param given what somebody decided already; {@link Mapping#NONE} at first
     * @throws UnknownKind when there is no such kind of record
     */
    @ImportersOnly
    public Preview preview(FileSource file, String kind, Mapping given) {
        RecordKind found = kind(kind);
        try (Opened opened = Opened.of(file, given.sheet(), FormatDetection.MOST_ROWS)) {
            Plan plan = Plan.of(opened, found, given);
            Workbook workbook = opened.workbook();
            return new Preview(
                    plan.detection(),
                    plan.mapping(),
                    plan.flaws(),
                    plan.blocking(),
                    plan.blocking().isEmpty() ? Sample.of(opened.rows(), plan, clock.getZone()) : Map.of(),
                    workbook == null ? List.of() : workbook.sheets(),
                    workbook == null ? null : workbook.sheet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How files with the columns of this one were read the last time; empty when none was, or when that no longer fits. */
    @ImportersOnly
    public Optional<Mapping> remembered(FileSource file, String kind) {
        Preview fresh = preview(file, kind, Mapping.NONE);
        return mappings.of(kind, fresh.detection().format().header())
                .map(Mappings.Remembered::mapping)
                .filter(known -> preview(file, kind, known).flaws().isEmpty());
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
        RecordKind found = kind(kind);
        try {
            Opened opened = Opened.of(file, given.sheet(), TableReader.Limits.STANDARD.rows() + 1);
            boolean handedOn = false;
            try {
                Plan plan = Plan.of(opened, found, given);
                if (!plan.flaws().isEmpty()) {
                    throw new UnusableMapping(plan.flaws());
                }
                long id = begin(file, fileName, plan, commit);
                ImportLog log = new ImportLog(rows, changes, id, plan.mapping(), () -> cancelled.contains(id));
                plan.said().forEach(log::add);
                if (!plan.blocking().isEmpty()) {
                    log.end();
                    rows.failed(id, plan.blocking().getFirst().code(), false);
                } else if (opened.isLongerThan(MOST_AT_ONCE, plan.detection().format())) {
                    handedOn = true;
                    later(id, opened, fileName, plan, commit, log);
                } else {
                    through(id, opened.rows(), fileName, plan, commit, log);
                }
                return rows.find(id).orElseThrow();
            } finally {
                if (!handedOn) {
                    opened.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RecordKind kind(String name) {
        return kinds.find(name).orElseThrow(() -> new UnknownKind(name));
    }

    private long begin(FileSource file, String fileName, Plan plan, boolean commit) {
        String hash = Hashes.sha256(file);
        rows.taken(hash, plan.kind().name(), plan.mapping())
                .ifPresent(before -> plan.takenBefore(before, clock.getZone()));
        long id = ids.next();
        rows.start(id, plan, fileName, hash, commit);
        if (commit && plan.blocking().isEmpty()) {
            mappings.remember(plan.kind().name(), plan.detection().format().header(), plan.mapping());
        }
        return id;
    }

    private void through(long id, FileSource file, String fileName, Plan plan, boolean commit, ImportLog log) {
        try {
            Order order = new Order(
                    plan.kind().name(),
                    commit ? Order.Mode.TAKE_WHAT_IS_RIGHT : Order.Mode.DRY_RUN,
                    id,
                    "import.committed",
                    new Trail.Subject("import", String.valueOf(id), fileName),
                    plan.remedies());
            desk.apply(order, new FileEntries(file, plan, clock.getZone()), log);
            log.end();
            rows.done(id);
        } catch (Cancelled e) {
            log.end();
            rows.failed(id, "import-cancelled", commit);
        } catch (RuntimeException | Error e) {
            rows.failed(id, "import-broken-off", commit);
            throw e;
        } finally {
            cancelled.remove(id);
        }
    }

    private void later(long id, Opened opened, String fileName, Plan plan, boolean commit, ImportLog log)
            throws IOException {
        Opened kept = opened.kept();
        try {
            background.run(() -> {
                try (kept) {
                    through(id, kept.rows(), fileName, plan, commit, log);
                } catch (RuntimeException | IOException e) {
                    LOG.error("Import {} broke off", id, e);
                } finally {
                    events.publishEvent(rows.ended(id));
                }
            });
        } catch (RejectedExecutionException e) {
            kept.close();
            rows.failed(id, "too-many-imports", false);
            throw new TooManyImports();
        }
    }

    /** Stops a large file before its next portion; what was taken until then stays. Nothing happens to one that is through. */
    @ImportersOnly
    public void cancel(long id) {
        rows.find(id).filter(found -> found.state() == Import.State.RUNNING).ifPresent(running -> {
            transaction.executeWithoutResult(status -> trail.record(
                    "import.cancelled",
                    new Trail.Subject("import", String.valueOf(id), running.fileName()),
                    null,
                    null,
                    null));
            cancelled.add(id);
        });
    }

    /** Cells that differ from what is there, in the order of the rows: at most the first 1,000 of an import are kept. */
    @ImportersOnly
    public List<CellChange> changes(long id, int from, int limit) {
        return changes.of(id, from, limit);
    }

    /** Whose totals and pay an import can move, and on which days; empty where nobody's. */
    @ImportersOnly
    public Optional<Affected> affected(long id) {
        return rows.affected(id);
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
        return rows.problems().inOrder(id, from, limit);
    }

    /** The problems of an import by kind and column: errors before warnings, the most frequent first. */
    @ImportersOnly
    public List<ProblemGroup> problemGroups(long id) {
        return rows.problems().groups(id);
    }

    /** Problems of one group, in the order of their rows: at most {@code limit} after the first {@code offset}. */
    @ImportersOnly
    public List<ImportProblem> problemsOf(long id, ProblemGroup group, int offset, int limit) {
        return rows.problems().of(id, group, offset, limit);
    }

    /** Problems of one kind, in the order of their rows: at most {@code limit} after the first {@code offset}. */
    @ImportersOnly
    public List<ImportProblem> problemsOf(long id, String code, boolean error, int offset, int limit) {
        return rows.problems().of(id, code, error, offset, limit);
    }

    /** The rejected rows as a CSV file with the columns of the import and one for the reasons; empty without such import. */
    @ImportersOnly
    public Optional<RejectedFile> rejected(long id) {
        return rows.find(id).map(found -> new RejectedFile(rows, id, rows.header(id)));
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
