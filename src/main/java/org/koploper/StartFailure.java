package org.koploper;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.koploper.storage.EmbeddedDatabase;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Says in a sentence why the product does not start, instead of in a hundred lines of where that was found out: what our
 * own code refuses, and a database that another process has open. With {@code --debug} the lines come as well.
 */
class StartFailure implements FailureAnalyzer {

    private static final String OURS = "org.koploper.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && EmbeddedDatabase.isOpenElsewhere(refused)) {
                return new FailureAnalysis(
                        "Another process has the database of this data folder open.",
                        "Stop that process, or name another folder with --koploper.data=FOLDER. Where it was killed a"
                                + " moment ago, try again in half a minute.",
                        cause);
            }
            if (isOurs(cause)) {
                return new FailureAnalysis(
                        String.valueOf(cause.getMessage()),
                        "Correct it and start again. The chapter Starting of docs/operations.md lists the settings.",
                        cause);
            }
        }
        return null;
    }

    private static boolean isOurs(Throwable cause) {
        StackTraceElement[] from = cause.getStackTrace();
        return cause.getClass().getName().startsWith(OURS)
                || cause instanceof IllegalStateException
                        && from.length > 0
                        && from[0].getClassName().startsWith(OURS);
    }
}
