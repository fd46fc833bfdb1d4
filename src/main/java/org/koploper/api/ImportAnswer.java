package org.koploper.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.Import;
import org.koploper.intake.ImportProblem;
import org.koploper.intake.Mapping;
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

        @Schema(description = "At most 10,000") List<Found> problems) {

    static final int MOST_PROBLEMS = 10_000;

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

    static ImportAnswer of(Import found, List<ImportProblem> problems, Locale language) {
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
                problems.stream().map(problem -> Found.of(problem, language)).toList());
    }
}
