package org.koploper.intake;

import org.koploper.access.Caller;
import org.koploper.records.RecordDesk;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Imports that were under way when the product stopped: what was taken stays, and they are said to have failed; the same for
 * those on their way back.
 */
@Component
class Interrupted {

    private final RecordDesk desk;
    private final ImportRows rows;
    private final UndoRows undone;
    private final ApplicationEventPublisher events;

    Interrupted(RecordDesk desk, ImportRows rows, UndoRows undone, ApplicationEventPublisher events) {
        this.desk = desk;
        this.rows = rows;
        this.undone = undone;
        this.events = events;
    }

    @EventListener(ApplicationStartedEvent.class)
    void giveUp() {
        Caller.asSystem(() -> rows.running().forEach(interrupted -> {
            if (interrupted.committed()) {
                desk.finishInterrupted(interrupted.kind(), interrupted.id());
            }
            rows.failed(interrupted.id(), "import-interrupted", interrupted.committed());
            events.publishEvent(rows.ended(interrupted.id()));
        }));
        // what went back stays back; asking once more takes back the rest
        Caller.asSystem(() -> undone.unfinished().forEach(interrupted -> {
            if (interrupted.batch() != 0) {
                desk.finishInterrupted(interrupted.kind(), interrupted.batch());
            }
            undone.over(interrupted.id());
        }));
    }
}
