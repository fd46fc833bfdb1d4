package org.koploper.ui.goal;

import java.time.Clock;
import java.util.function.Consumer;
import org.koploper.kpi.GoalDesk;
import org.koploper.kpi.GoalDetail;
import org.koploper.kpi.GoalKpis;
import org.koploper.people.Directory;
import org.koploper.records.RecordShelf;
import org.springframework.stereotype.Component;

/** Opens the dialogs about goals. */
@Component
class GoalDialogs {

    private final GoalDesk desk;
    private final GoalKpis kpis;
    private final Directory directory;
    private final RecordShelf shelf;
    private final Clock clock;

    GoalDialogs(GoalDesk desk, GoalKpis kpis, Directory directory, RecordShelf shelf, Clock clock) {
        this.desk = desk;
        this.kpis = kpis;
        this.directory = directory;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** @param made gets the external id of the new goal */
    void propose(Consumer<String> made) {
        new ProposeDialog(desk, kpis.choices(), directory, shelf, clock, made).open();
    }

    void distribute(GoalDetail goal, Runnable after) {
        new DistributeDialog(desk, directory, goal, clock, after).open();
    }

    void change(GoalDetail goal, Runnable after) {
        new ChangeDialog(desk, goal, after).open();
    }
}
