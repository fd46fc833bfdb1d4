package org.koploper.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file looks like and how it would be read, for somebody to confirm or change.
 *
 * @param detection format, columns with samples, first rows
 * @param mapping complete: what was given, and a proposal for the rest
 * @param flaws of the mapping that was given
 * @param problems of the file as a whole that have to be solved first, such  as {@code ambiguous-dates}
 * @param samples by header, the different values of each column that becomes a field, among the first 2,000 rows, and what
 *     they become; empty while there are such problems
 * @param sheets of a workbook, those that can be seen; empty for a text
 * @param sheet the one that was read; null for a text
 */
public record Preview(
        FormatDetection detection,
        Mapping mapping,
        List<UnusableMapping.Flaw> flaws,
        List<ImportProblem> problems,
        Map<String, List<Sample>> samples,
        List<String> sheets,
        @Nullable String sheet) {}
