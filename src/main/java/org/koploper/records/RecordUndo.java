package org.koploper.records;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.koploper.access.SystemOnly;
import org.koploper.audit.Trail;
import org.koploper.storage.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a batch back: what it created goes, what it changed becomes what it was, with everything beside it; totals, boards
 * and statements follow as after any other change, and the ledger gets the differences. A record that is no longer what the
 * batch made of it, or that something else refers to by now, stays as it is, and unless that is wanted nothing is done at all.
 *
 * <p>Up to {@value #AT_ONCE} portions of the batch are one transaction; a larger batch goes back portion by portion, and
 * where that is interrupted, asking again does the rest.
 */
@Service
public class RecordUndo {

    private static final int AT_ONCE = 25;

    private final RecordKinds kinds;
    private final Journal journal;
    private final JdbcTemplate jdbc;
    private final Ids ids;
    private final Trail trail;
    private final Clock clock;
    private final ObjectProvider<UndoVeto> vetoes;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    RecordUndo(
            RecordKinds kinds,
            Journal journal,
            JdbcTemplate jdbc,
            Ids ids,
            Trail trail,
            Clock clock,
            ObjectProvider<UndoVeto> vetoes,
            PlatformTransactionManager transactions) {
        this.kinds = kinds;
        this.journal = journal;
        this.jdbc = jdbc;
        this.ids = ids;
        this.trail = trail;
        this.clock = clock;
        this.vetoes = vetoes;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * Takes a batch back.
     *
     * @param batch its id
     * @param subject for the trail
     * @param partly whether to take back what can be, and to leave the rest
     * @param notes what the caller keeps about it, in the same transactions
     * @throws NotUndone when something stands in the way and not {@code partly}, or when nothing (more) is kept of it
     */
    @ImportersOnly
    public Undone undo(long batch, Trail.Subject subject, boolean partly, UndoNotes notes) {
        List<Journal.Page> pages = journal.pages(batch);
        if (pages.isEmpty()) {
            throw new NotUndone(List.of());
        }
        Map<String, RecordKind> byName = kinds.byName();
        LocalDateTime at = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        Batch now = new Batch(ids.next(), LocalDate.now(clock), at);
        Undoing undoing =
                new Undoing(now, byName, journal, jdbc, vetoes.stream().toList());
        List<Obstacle> obstacles = look(undoing, pages);
        if (!obstacles.isEmpty() && !partly) {
            throw new NotUndone(obstacles);
        }
        undoing.begin();
        takeBack(undoing, pages, now, subject, partly, notes);
        return undoing.undone();
    }

    private void takeBack(
            Undoing undoing,
            List<Journal.Page> pages,
            Batch now,
            Trail.Subject subject,
            boolean partly,
            UndoNotes notes) {
        List<RecordKind> touched = kindsOf(pages, kinds.byName());
        int step = pages.size() <= AT_ONCE ? pages.size() : 1;
        int committed = 0;
        try {
            while (committed < pages.size()) {
                List<Journal.Page> portion = pages.subList(committed, Math.min(pages.size(), committed + step));
                boolean first = committed == 0;
                boolean last = committed + step >= pages.size();
                writing.executeWithoutResult(status -> {
                    if (first) {
                        notes.begun(now.id());
                        trail.record("import.undone", subject, null, null, null);
                    }
                    portion.forEach(page -> undoing.takeBack(page, partly));
                    notes.through(undoing.undone().records());
                    if (last) {
                        notes.done(undoing.undone());
                        touched.forEach(kind -> kind.finished(now));
                    }
                });
                committed += portion.size();
            }
        } catch (RuntimeException e) {
            if (committed > 0 && committed < pages.size()) {
                // what went back stays: everything derived has to follow it
                writing.executeWithoutResult(status -> touched.forEach(kind -> kind.finished(now)));
            }
            throw e;
        }
    }

    /** Whether anything that this batch wrote is still kept. */
    @ImportersOnly
    public boolean isKept(long batch) {
        return !journal.pages(batch).isEmpty();
    }

    /** Forgets what is too old to be taken back. */
    @SystemOnly
    public void forgetOld() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        writing.executeWithoutResult(status -> journal.deleteOlderThanKept(now));
    }

    private List<Obstacle> look(Undoing undoing, List<Journal.Page> pages) {
        List<Obstacle> obstacles = new ArrayList<>();
        pages.forEach(page -> reading.executeWithoutResult(status -> undoing.remember(page)));
        for (Journal.Page page : pages) {
            reading.executeWithoutResult(status -> obstacles.addAll(undoing.obstacles(page)));
            if (obstacles.size() >= Undone.MOST_NAMED) {
                break;
            }
        }
        return obstacles;
    }

    /** Each once, in the order in which they were taken back. */
    private static List<RecordKind> kindsOf(List<Journal.Page> pages, Map<String, RecordKind> byName) {
        Map<String, RecordKind> found = new TreeMap<>();
        pages.forEach(page -> {
            RecordKind kind = byName.get(page.kind());
            if (kind != null) {
                found.put(kind.name(), kind);
            }
        });
        return List.copyOf(found.values());
    }
}
