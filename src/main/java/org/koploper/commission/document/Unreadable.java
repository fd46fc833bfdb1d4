package org.koploper.commission.document;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Why a text is no document at all: in words of our own for what people get wrong, in those of the parser for the rest. */
final class Unreadable {

    private static final String NO_SUCH_ANCHOR = "found undefined alias ";
    private static final Pattern WRONG_START =
            Pattern.compile("found character '(.+?)(?:\\(TAB\\))?' that cannot start any token.*");

    private Unreadable() {}

    static PlanFault fault(MarkedYAMLException e) {
        String problem = String.valueOf(e.getProblem());
        // the parser tells its reasons apart in words only; a test holds each of them
        if (problem.startsWith(NO_SUCH_ANCHOR)) {
            return at(e.getProblemMark(), "unknown-anchor", problem.substring(NO_SUCH_ANCHOR.length()));
        }
        Matcher start = WRONG_START.matcher(problem);
        if (start.matches()) {
            return problem.contains("(TAB)")
                    ? at(e.getProblemMark(), "tab-character")
                    : at(e.getProblemMark(), "quotes-missing", start.group(1));
        }
        if (problem.startsWith("could not find expected ':'")) {
            // it notices when the next line is over; what is meant is where it began
            return at(begun(e), "colon-missing");
        }
        if (problem.startsWith("found unexpected end of stream")) {
            return at(begun(e), "quote-not-closed");
        }
        if (problem.startsWith("expected ',' or ")) {
            return at(problem.contains("<stream end>") ? begun(e) : e.getProblemMark(), "brackets");
        }
        if (problem.endsWith("but found '<stream end>'")
                || problem.endsWith("but found '}'")
                || problem.endsWith("but found ']'")) {
            return at(e.getProblemMark(), "brackets");
        }
        if (problem.startsWith("mapping values are not allowed")
                || problem.startsWith("sequence entries are not allowed")
                || problem.startsWith("expected <block end>")) {
            return at(e.getProblemMark(), "wrong-indentation");
        }
        return at(e.getProblemMark(), "not-readable", problem);
    }

    private static @Nullable Mark begun(MarkedYAMLException e) {
        return e.getContextMark() == null ? e.getProblemMark() : e.getContextMark();
    }

    private static PlanFault at(@Nullable Mark mark, String code, Object... arguments) {
        return new PlanFault(
                "",
                mark == null ? 0 : mark.getLine() + 1,
                mark == null ? 0 : mark.getColumn() + 1,
                code,
                List.of(arguments));
    }
}
