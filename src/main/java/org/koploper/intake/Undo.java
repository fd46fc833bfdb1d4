package org.koploper.intake;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.koploper.access.Caller;
import org.koploper.audit.Trail;
import org.koploper.records.ImportersOnly;
import org.koploper.records.NotUndone;
import org.koploper.records.RecordUndo;
import org.koploper.records.UndoNotes;
import org.koploper.records.Undone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;

/**
 * Takes whole imports back. One that wrote at most {@value Imports#MOST_AT_ONCE} records is back when the call returns; a
 * larger one goes back in the background.
 */
@Service
public class Undo {

    private static final Logger LOG = LoggerFactory.getLogger(Undo.class);

    private final RecordUndo undo;
    private final UndoRows rows;
    private final Background background;

    Undo(RecordUndo undo, UndoRows rows, Background background) {
        this.undo = undo;
        this.rows = rows;
        this.background = background;
    }

    /**
     * Whether an import can be asked back: it wrote something, is through, and was neither taken back nor is too old. What
     * stands in the way of single records shows when it is asked.
     */
    @ImportersOnly
    public boolean isPossible(Import made) {
        return made.committed()
                && made.state() != Import.State.RUNNING
                && made.undoneAt() == null
                && made.undoneRows() == null
                && undo.isKept(made.id());
    }

    /**
     * Brings every record of an import back to what it was.
     *
     * @param partly whether to take back what can be, and to leave the rest
     * @return empty for an import so large that it goes back in the background: then the import itself says how far it is,
     *     and why nothing was done where something stands in the way
     * @throws NotUndone when something stands in the way, and nothing was done
     * @throws Imports.TooManyImports when too much is waiting
     */
    @ImportersOnly
    public Optional<Undone> undo(Import made, boolean partly) {
        if (!rows.ask(made.id())) {
            throw NotUndone.before();
        }
        if (made.counts().created() + made.counts().changed() <= Imports.MOST_AT_ONCE) {
            return Optional.of(now(made, partly));
        }
        try {
            background.run(() -> later(made, partly));
            return Optional.empty();
        } catch (RejectedExecutionException e) {
            rows.over(made.id());
            throw new Imports.TooManyImports();
        }
    }

    private void later(Import made, boolean partly) {
        try {
            now(made, partly);
        } catch (NotUndone e) {
            rows.refused(made.id(), e.obstacles());
        } catch (RuntimeException e) {
            LOG.error("Import {} could not be taken back", made.id(), e);
        }
    }

    private Undone now(Import made, boolean partly) {
        try {
            return undo.undo(
                    made.id(),
                    new Trail.Subject("import", String.valueOf(made.id()), made.fileName()),
                    partly,
                    new Notes(made));
        } catch (ConcurrencyFailureException e) {
            // somebody changed a record of it at this very moment: to be asked again
            throw NotUndone.before();
        } finally {
            rows.over(made.id());
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void forgetOld() {
        Caller.asSystem(undo::forgetOld);
    }

    /** Keeps with the import how far it is, in the transactions that take it back. */
    private final class Notes implements UndoNotes {
        private final Import made;

        Notes(Import made) {
            this.made = made;
        }

        @Override
        public void begun(long as) {
            rows.begun(made.id(), as);
        }

        @Override
        public void through(int records) {
            rows.through(made.id(), records);
        }

        @Override
        public void done(Undone undone) {
            String before = Objects.requireNonNullElse(made.reason(), "");
            rows.done(
                    made.id(),
                    !undone.left().isEmpty() ? "undone-partly" : before.equals("undo-refused") ? "" : before);
        }
    }
}
