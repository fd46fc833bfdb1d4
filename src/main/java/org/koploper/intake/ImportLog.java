package org.koploper.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Changed;
import org.koploper.records.Counts;
import org.koploper.records.Entry;
import org.koploper.records.Issue;
import org.koploper.records.Report;

/**
 * Writes down what becomes of the rows of one import, chunk by chunk. Of each kind of problem in a column the first
 * {@value #MOST_OF_A_KIND} are kept and the rest is counted, so that one odd column among a million rows does not bury
 * everything else.
 */
final class ImportLog implements Report {

    static final int MOST_OF_A_KIND = 2_000;
    static final int MOST_REJECTS = 20_000;
    static final int MOST_CHANGES = 1_000;

    private final ImportRows rows;
    private final ChangeRows changeRows;
    private final BooleanSupplier cancelled;
    private final long id;
    private final Map<String, String> headers = new HashMap<>();
    private final Map<Kind, Integer> seen = new LinkedHashMap<>();
    private List<ImportProblem> problems = new ArrayList<>();
    private List<Reject> rejects = new ArrayList<>();
    private List<CellChange> changes = new ArrayList<>();
    private int nextChange;
    private int nextProblem;
    private int nextReject;
    private Counts counts = Counts.NONE;

    /** What problems are counted by. */
    private record Kind(String code, @Nullable String column) {}

    /** @param cancelled asked before each portion */
    ImportLog(ImportRows rows, ChangeRows changeRows, long id, Mapping mapping, BooleanSupplier cancelled) {
        this.rows = rows;
        this.changeRows = changeRows;
        this.cancelled = cancelled;
        this.id = id;
        mapping.columns().forEach((header, field) -> headers.putIfAbsent(field, header));
    }

    @Override
    public void issue(Issue issue) {
        add(problem(issue));
    }

    void add(ImportProblem problem) {
        if (seen.merge(new Kind(problem.code(), problem.column()), 1, Integer::sum) <= MOST_OF_A_KIND) {
            problems.add(problem);
        }
    }

    @Override
    public void rejected(Entry entry, List<Issue> issues) {
        if (nextReject + rejects.size() < MOST_REJECTS) {
            rejects.add(new Reject(
                    entry.row(),
                    entry.source(),
                    issues.stream().map(this::problem).toList()));
        }
    }

    @Override
    public boolean wantsChanges() {
        return nextChange + changes.size() < MOST_CHANGES;
    }

    @Override
    public void changed(Entry entry, Changed changed) {
        for (Changed.Cell cell : changed.cells()) {
            if (wantsChanges()) {
                changes.add(
                        new CellChange(entry.row(), changed.externalId(), cell.field(), cell.before(), cell.after()));
            }
        }
    }

    @Override
    public void counted(long number) {
        rows.counted(id, number);
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    private ImportProblem problem(Issue issue) {
        return new ImportProblem(issue.row(), column(issue.field()), issue.code(), issue.error(), issue.args());
    }

    private @Nullable String column(String field) {
        return field.isEmpty() ? null : headers.getOrDefault(field, field);
    }

    @Override
    public void progress(Counts soFar) {
        counts = soFar;
        rows.together(() -> {
            flush();
            rows.progress(id, counts);
        });
    }

    /** Says how many problems were not kept, and writes the last ones. */
    void end() {
        seen.forEach((kind, count) -> {
            if (count > MOST_OF_A_KIND) {
                problems.add(new ImportProblem(
                        null,
                        kind.column(),
                        "more-of-a-kind",
                        false,
                        List.of(kind.code(), "" + (count - MOST_OF_A_KIND))));
            }
        });
        if (counts.rejected() > MOST_REJECTS) {
            problems.add(new ImportProblem(null, null, "more-rejects", false, List.of("" + MOST_REJECTS)));
        }
        rows.together(this::flush);
    }

    private void flush() {
        if (!problems.isEmpty()) {
            rows.add(id, nextProblem, problems);
            nextProblem += problems.size();
            problems = new ArrayList<>();
        }
        if (!changes.isEmpty()) {
            changeRows.add(id, nextChange, changes);
            nextChange += changes.size();
            changes = new ArrayList<>();
        }
        if (!rejects.isEmpty()) {
            rows.addRejects(id, nextReject, rejects);
            nextReject += rejects.size();
            rejects = new ArrayList<>();
        }
    }
}
