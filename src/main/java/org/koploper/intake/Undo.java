package org.koploper.intake;

import java.util.Objects;
import org.koploper.access.Caller;
import org.koploper.audit.Trail;
import org.koploper.records.ImportersOnly;
import org.koploper.records.NotUndone;
import org.koploper.records.RecordUndo;
import org.koploper.records.Undone;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Takes whole imports back. */
@Service
public class Undo {

    private final RecordUndo undo;
    private final ImportRows rows;

    Undo(RecordUndo undo, ImportRows rows) {
        this.undo = undo;
        this.rows = rows;
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
                && undo.isKept(made.id());
    }

    /**
     * Brings every record of an import back to what it was.
     *
     * @param partly whether to take back what can be, and to leave the rest
     * @throws NotUndone when something stands in the way, and nothing was done
     */
    @ImportersOnly
    public Undone undo(Import made, boolean partly) {
        Undone undone =
                undo.undo(made.id(), new Trail.Subject("import", String.valueOf(made.id()), made.fileName()), partly);
        rows.undone(
                made.id(), undone.left().isEmpty() ? Objects.requireNonNullElse(made.reason(), "") : "undone-partly");
        return undone;
    }

    @EventListener(ApplicationReadyEvent.class)
    void forgetOld() {
        Caller.asSystem(undo::forgetOld);
    }
}
