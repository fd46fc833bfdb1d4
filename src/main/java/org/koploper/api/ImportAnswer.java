package org.koploper.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.CellChange;
import org.koploper.intake.Import;
import org.koploper.intake.ImportProblem;
import org.koploper.intake.Mapping;
import org.koploper.intake.ProblemGroup;
import org.koploper.intake.Sentences;

/** What became of a file. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ImportAnswer(
        long id,
        String kind,
        String fileName,

        @Schema(allowableValues = {"running", "done", "failed"})
        String state,

        @Schema(description = "Why nothing, or not everything, was done; null unless failed") @Nullable
        String reason,

        @Schema(description = "Whether records were written, and not only tried")
        boolean committed,

        @JsonProperty("new") int created,
        int changed,
        int unchanged,
        int rejected,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String startedBy,

        @Schema(description = "Complete, with what was proposed")
        Mapping mapping,

        @Schema(description = "How far it is; null once it is through") @Nullable
        Progress progress,

        @Schema(description = "When it was taken back; null: it was not") @Nullable
        Instant undoneAt,

        @Nullable String undoneBy,

        @Schema(description = "Records that went back so far; null where it is not being taken back") @Nullable
        Integer undoneRows,

        @Schema(description = "Cells that differ from what is there: the first 100, see /changes for more")
        List<CellChange> changes,

        @Schema(description = "At most 10,000") List<Found> problems) {

    static final int MOST_PROBLEMS = 10_000;
    static final int MOST_CHANGES = 100;

    /** How far a large file is. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Progress(
            int rows, @Nullable Integer total, @Nullable Integer percent, long rowsPerSecond) {

        static @Nullable Progress of(Import found, Instant now) {
            return found.state() != Import.State.RUNNING
                    ? null
                    : new Progress(found.counts().rows(), found.totalRows(), found.percent(), found.rowsPerSecond(now));
        }
    }

    /** One problem. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Found(
            @Schema(description = "As a spreadsheet counts; null for the file as a whole") @Nullable
            Long row,

            @Schema(description = "The file's own header; null for the whole row") @Nullable
            String column,

            String code,
            @Schema(allowableValues = {"error", "warning"}) String severity,
            String message) {

        static Found of(ImportProblem problem, Locale language) {
            return new Found(
                    problem.row(),
                    problem.column(),
                    problem.code(),
                    problem.error() ? "error" : "warning",
                    Sentences.of(problem.code(), problem.args(), language));
        }
    }

    /** Problems of one kind in one column. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Group(
            @Nullable String column,

            @Schema(description = "By which the mapping decides about it; row for the row as a whole")
            String field,

            String code,
            @Schema(allowableValues = {"error", "warning"}) String severity,
            int count,
            String message) {

        static Group of(ProblemGroup group, Mapping mapping, Locale language) {
            String column = group.column();
            return new Group(
                    column,
                    column == null ? Mapping.ROW : mapping.columns().getOrDefault(column, column),
                    group.code(),
                    group.error() ? "error" : "warning",
                    group.count(),
                    Sentences.inGeneral(group.code(), language));
        }
    }

    static ImportAnswer of(
            Import found, List<CellChange> changes, List<ImportProblem> problems, Instant now, Locale language) {
        return new ImportAnswer(
                found.id(),
                found.kind(),
                found.fileName(),
                found.state().name().toLowerCase(Locale.ROOT),
                found.reason(),
                found.committed(),
                found.counts().created(),
                found.counts().changed(),
                found.counts().unchanged(),
                found.counts().rejected(),
                found.startedAt(),
                found.finishedAt(),
                found.startedBy(),
                found.mapping(),
                Progress.of(found, now),
                found.undoneAt(),
                found.undoneBy(),
                found.undoneRows(),
                changes,
                problems.stream().map(problem -> Found.of(problem, language)).toList());
    }
}
