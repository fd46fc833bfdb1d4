package org.koploper.ui.goal;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.koploper.kpi.GoalTerms;
import org.koploper.kpi.GoalVersion;
import org.koploper.ui.kit.AuditTimeline;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;

/** What a goal was before each change, with the reason. */
class HistoryTile extends Tile {

    /** @param versions the latest first, at least one */
    HistoryTile(GoalTerms now, List<GoalVersion> versions, Clock clock) {
        super(translate("goal.versions"));
        List<AuditTimeline.Entry> entries = new ArrayList<>();
        GoalTerms after = now;
        for (GoalVersion version : versions) {
            String when = Formats.here().moment(version.endedAt(), clock.getZone(), LocalDate.now(clock));
            AuditTimeline.Entry entry = AuditTimeline.Entry.of(changes(version.terms(), after), when);
            String by = version.endedBy() == null ? translate("goal.by-program") : version.endedBy();
            entries.add(entry.by(by, version.reason()));
            after = version.terms();
        }
        add(new AuditTimeline(entries));
    }

    private static List<AuditTimeline.Change> changes(GoalTerms before, GoalTerms after) {
        Formats formats = Formats.here();
        List<AuditTimeline.Change> changes = new ArrayList<>();
        change(
                changes,
                "column.target",
                GoalWords.amount(before.target(), before),
                GoalWords.amount(after.target(), after));
        change(changes, "goal.period", formats.period(before.period()), formats.period(after.period()));
        change(changes, "field.curve", GoalWords.shape(before.shape()), GoalWords.shape(after.shape()));
        change(changes, "field.kpi", GoalWords.kpi(before.kpi()), GoalWords.kpi(after.kpi()));
        change(changes, "field.reading", GoalWords.reading(before.reading()), GoalWords.reading(after.reading()));
        return changes;
    }

    private static void change(List<AuditTimeline.Change> changes, String key, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new AuditTimeline.Change(translate(key), before, after));
        }
    }
}
