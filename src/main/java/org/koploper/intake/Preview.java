package org.koploper.intake;

import java.util.List;

/**
 * What a file looks like and how it would be read, for somebody to confirm or change.
 *
 * @param detection format, columns with samples, first rows
 * @param mapping complete: what was given, and a proposal for the rest
 * @param flaws of the mapping that was given
 * @param problems of the file as a whole that have to be solved first, such as {@code ambiguous-dates}
 */
public record Preview(
        FormatDetection detection, Mapping mapping, List<UnusableMapping.Flaw> flaws, List<ImportProblem> problems) {}
