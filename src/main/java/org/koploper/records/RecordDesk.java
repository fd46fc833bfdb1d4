package org.koploper.records;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.koploper.access.SystemOnly;
import org.koploper.audit.Trail;
import org.koploper.storage.Ids;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes records in bulk, whatever their kind: resolves references, applies the rules of the fields and of the kind,
 * compares with what is there, and writes only what differs. The same rows again, in another order or from another source,
 * change nothing, and then nothing is written: no event, no history, no trail.
 *
 * <p>For the rooms that read files and API payloads; see {@link Order.Mode} for what is one transaction. Rows go through
 * in chunks of {@value #CHUNK}, with the same number of statements for each. A kind that refers to itself (teams, people)
 * is one chunk, because its rows may come in any order.
 *
 * <p>A dry run computes and writes nothing, instead of writing and rolling back: it holds no locks while somebody
 * else works, and it costs no more memory than a chunk. It goes through the same decisions as the commit.
 */
@Service
public class RecordDesk {

    /** Rows decided and written together. */
    public static final int CHUNK = 1_000;

    private static final int ATTEMPTS = 3;

    private final RecordKinds kinds;
    private final JdbcTemplate jdbc;
    private final Ids ids;
    private final Trail trail;
    private final Journal journal;
    private final Clock clock;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    RecordDesk(
            RecordKinds kinds,
            JdbcTemplate jdbc,
            Ids ids,
            Trail trail,
            Journal journal,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.kinds = kinds;
        this.jdbc = jdbc;
        this.ids = ids;
        this.trail = trail;
        this.journal = journal;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * Does what is ordered with all rows of the source, which is read twice: keys that contradict each other have to be
     * known before the first row is written.
     *
     * @return what became of the rows; for {@link Order.Mode#ALL_OR_NOTHING} with rejected rows, what would have become
     *     of them
     * @throws IllegalArgumentException when there is no such kind
     * @throws DataIntegrityViolationException when all or nothing is ordered and the database refuses
     */
    @ImportersOnly
    public Counts apply(Order order, Entries entries, Report report) {
        return switch (order.mode()) {
            case ALL_OR_NOTHING -> allOrNothing(order, entries, report);
            case DRY_RUN, TAKE_WHAT_IS_RIGHT -> chunkwise(order, entries, report);
        };
    }

    /**
     * Tells the listeners of a batch that was interrupted, so that everything derived follows what was already written.
     */
    @SystemOnly
    public void finishInterrupted(String kind, long batch) {
        kinds.find(kind).ifPresent(found -> writing.executeWithoutResult(status -> found.finished(batch(batch))));
    }

    private Counts chunkwise(Order order, Entries entries, Report report) {
        Run run = run(order, entries, report);
        Chunks chunks = new Chunks(run, report);
        try {
            entries.read(chunks);
            chunks.end();
        } catch (RuntimeException | Error e) {
            boolean dry = order.mode() == Order.Mode.DRY_RUN;
            if (!dry && !chunks.finished && !run.writtenKinds(null).isEmpty()) {
                // what was committed stays: everything derived has to follow it
                writing.executeWithoutResult(status -> finish(run, null));
            }
            throw e;
        }
        reading.executeWithoutResult(
                status -> run.kind().summary(run.batch(), run.remembered(), new BatchProblems(report)));
        return chunks.counts;
    }

    /** Collects rows into chunks and sees them through. */
    private final class Chunks implements java.util.function.Consumer<Entry> {
        private final Run run;
        private final Report report;
        private final int size;
        private final Mending mending;
        private List<Entry> waiting = new ArrayList<>();
        private Counts counts = Counts.NONE;
        private boolean finished;

        Chunks(Run run, Report report) {
            this.run = run;
            this.report = report;
            this.mending = new Mending(run.order().remedies());
            this.size = run.refersToItself() ? Integer.MAX_VALUE : CHUNK;
        }

        @Override
        public void accept(Entry entry) {
            if (waiting.size() == size) {
                through(waiting, false);
                waiting = new ArrayList<>();
            }
            waiting.add(mending.read(entry));
        }

        void end() {
            through(waiting, true);
            if (!finished && !run.writtenKinds(null).isEmpty()) {
                writing.executeWithoutResult(status -> finish(run, null));
            }
            finished = true;
        }

        private void through(List<Entry> entries, boolean last) {
            if (report.isCancelled()) {
                throw new Cancelled();
            }
            try {
                done(attempt(entries, last), last);
            } catch (DataIntegrityViolationException e) {
                // one row is to blame: the others shall not suffer for it
                for (Entry entry : entries) {
                    done(alone(entry), false);
                }
            }
        }

        private Chunk alone(Entry entry) {
            try {
                return attempt(List.of(entry), false);
            } catch (DataIntegrityViolationException e) {
                return new Chunk(run, List.of(entry)).refused();
            }
        }

        private void done(Chunk chunk, boolean last) {
            boolean dry = run.order().mode() == Order.Mode.DRY_RUN;
            finished = last;
            run.trailed(!dry && chunk.writesAnything());
            run.take(chunk);
            counts = counts.plus(chunk.counts());
            chunk.tell(report);
            report.progress(counts);
        }

        private Chunk attempt(List<Entry> entries, boolean last) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return run.order().mode() == Order.Mode.DRY_RUN ? decided(entries) : written(entries, last);
                } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
                    // somebody else wrote the same records meanwhile: what was decided has to be decided anew
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }

        private Chunk decided(List<Entry> entries) {
            return java.util.Objects.requireNonNull(reading.execute(status -> Chunk.decided(run, entries)));
        }

        private Chunk written(List<Entry> entries, boolean last) {
            return java.util.Objects.requireNonNull(writing.execute(status -> {
                Chunk chunk = Chunk.decided(run, entries);
                chunk.write(journal.isKept() ? new JournalWriting(run, journal, jdbc) : null);
                if (chunk.writesAnything() && !run.trailed()) {
                    record(run);
                }
                if (last) {
                    finish(run, chunk);
                }
                return chunk;
            }));
        }
    }

    private Counts allOrNothing(Order order, Entries entries, Report report) {
        for (int attempt = 1; ; attempt++) {
            try {
                List<Chunk> chunks = java.util.Objects.requireNonNull(writing.execute(status -> {
                    List<Chunk> done = writeAll(run(order, entries, report), entries);
                    if (rejected(done)) {
                        status.setRollbackOnly();
                    }
                    return done;
                }));
                chunks.forEach(chunk -> chunk.tell(report));
                return counts(chunks);
            } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private List<Chunk> writeAll(Run run, Entries entries) {
        List<Entry> all = new ArrayList<>();
        entries.read(all::add);
        int size = run.refersToItself() ? Math.max(1, all.size()) : CHUNK;
        List<Chunk> done = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            Chunk chunk = new Chunk(run, all.subList(from, Math.min(all.size(), from + size)));
            chunk.decide();
            done.add(chunk);
            if (!rejected(done)) {
                chunk.write(null);
            }
            run.take(chunk);
        }
        if (!rejected(done) && !run.writtenKinds(null).isEmpty()) {
            record(run);
            finish(run, null);
        }
        return done;
    }

    private static boolean rejected(List<Chunk> chunks) {
        return counts(chunks).rejected() > 0;
    }

    private static Counts counts(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::counts).reduce(Counts.NONE, Counts::plus);
    }

    /** Starts a batch, with the keys of its rows read. */
    private Run run(Order order, Entries entries, Report report) {
        AtomicLong provisional = new AtomicLong();
        LongSupplier newIds = order.mode() == Order.Mode.DRY_RUN ? provisional::decrementAndGet : ids::next;
        Run run = new Run(order, batch(order.batch()), kinds.byName(), jdbc, newIds);
        AtomicLong count = new AtomicLong();
        Mending mending = new Mending(order.remedies());
        entries.read(said -> {
            count.incrementAndGet();
            Entry entry = mending.read(said);
            String key = Chunk.key(run, entry);
            if (entry.readable() && key != null) {
                run.keys().add(key, entry);
            }
        });
        report.counted(count.get());
        return run;
    }

    private Batch batch(long id) {
        return new Batch(id, LocalDate.now(clock), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private void record(Run run) {
        trail.record(run.order().action(), run.order().subject(), null, null, null);
    }

    private static void finish(Run run, @Nullable Chunk last) {
        run.writtenKinds(last).forEach(kind -> kind.finished(run.batch()));
    }
}
