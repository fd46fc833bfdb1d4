package org.koploper.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows with a problem about which something was decided, changed accordingly, to be decided anew. */
final class Mending {

    private final Remedies remedies;

    Mending(Remedies remedies) {
        this.remedies = remedies;
    }

    /** The same row, where only what could not be read is concerned. */
    Entry read(Entry entry) {
        return remedies.isEmpty() || entry.flaws().isEmpty() ? entry : mended(entry, entry.flaws());
    }

    /** The rows of these lines; null where there is nothing (more) to mend. */
    @Nullable
    List<Entry> of(List<Line> lines) {
        if (remedies.isEmpty()) {
            return null;
        }
        boolean mended = false;
        List<Entry> entries = new ArrayList<>(lines.size());
        for (Line line : lines) {
            Entry entry = line.rejected ? mended(line.entry, line.issues) : line.entry;
            mended |= entry != line.entry;
            entries.add(entry);
        }
        return mended ? entries : null;
    }

    private Entry mended(Entry as, List<Issue> issues) {
        Entry entry = as;
        for (Issue problem : issues) {
            Remedies.Remedy remedy = problem.error() ? remedies.of(problem) : null;
            if (remedy instanceof Remedies.LeaveOut) {
                return leftOut(as, problem);
            }
            if (remedy instanceof Remedies.Replace(Object value)) {
                entry = replaced(entry, problem, value);
            }
        }
        return entry;
    }

    private static Entry leftOut(Entry entry, Issue because) {
        Issue said = Issue.of(entry.row(), because.field(), "left-out", true, because.code());
        return new Entry(entry.row(), entry.values(), List.of(said), entry.source());
    }

    /** The same entry where this changes nothing, so that mending comes to an end. */
    private static Entry replaced(Entry entry, Issue problem, @Nullable Object value) {
        boolean flaw = entry.flaws().contains(problem);
        if (!flaw && Objects.equals(entry.values().get(problem.field()), value)) {
            return entry;
        }
        Map<String, @Nullable Object> values = new HashMap<>(entry.values());
        values.put(problem.field(), value);
        List<Issue> flaws = new ArrayList<>(entry.flaws());
        flaws.remove(problem);
        Object before = problem.args().isEmpty() ? "" : problem.args().getFirst();
        flaws.add(
                value == null
                        ? Issue.of(entry.row(), problem.field(), "taken-as-empty", false, before)
                        : Issue.of(entry.row(), problem.field(), "taken-as", false, before, value));
        return new Entry(entry.row(), values, flaws, entry.source());
    }
}
