package org.koploper.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** The SQL queries that some work asked the database through Spring's JDBC, with their values in place. */
public final class Queries {

    private static final String PACKAGE = "org.springframework.jdbc.core";
    private static final Pattern STATEMENT =
            Pattern.compile("Executing prepared SQL statement \\[(.*)]", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile(
            "Setting SQL statement parameter value: column index (\\d+), parameter value \\[(.*)], value class \\[(.*)], SQL type.*",
            Pattern.DOTALL);

    private Queries() {}

    public static List<String> of(Runnable work) {
        List<String> queries = new ArrayList<>();
        AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                Matcher statement = STATEMENT.matcher(event.getFormattedMessage());
                Matcher value = VALUE.matcher(event.getFormattedMessage());
                if (statement.matches()) {
                    queries.add(statement.group(1));
                } else if (value.matches()) {
                    String literal = value.group(3).startsWith("java.lang.")
                                    && !value.group(3).equals("java.lang.String")
                            ? value.group(2)
                            : "'" + value.group(2).replace("'", "''") + "'";
                    queries.addLast(queries.removeLast().replaceFirst("\\?", Matcher.quoteReplacement(literal)));
                }
            }
        };
        Logger logger = (Logger) LoggerFactory.getLogger(PACKAGE);
        listener.start();
        logger.setLevel(Level.TRACE);
        logger.setAdditive(false);
        logger.addAppender(listener);
        try {
            work.run();
        } finally {
            logger.detachAppender(listener);
            logger.setAdditive(true);
            logger.setLevel(null);
        }
        return queries;
    }
}
