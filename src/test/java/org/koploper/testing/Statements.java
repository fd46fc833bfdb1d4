package org.koploper.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The SQL statements that some work costs, by what Spring's JDBC and Hibernate log about them. */
public final class Statements {

    /**
     * Asked once in a while however much is done meanwhile, by {@code people.HouseCurrency}, {@code kpi.MetricWording} and
     * {@code kpi.OwnKpiRows}: no matter of the work.
     */
    private static final List<String> BY_THE_CLOCK = List.of(
            "select currency from organisation",
            "explanation from metric_texts",
            "wanted from own_kpi_filters",
            "from own_kpis k join own_kpi_versions v");

    private Statements() {}

    /** How many. */
    public static int of(Runnable work) {
        return texts(work).size();
    }

    /** Which, in their order, without their values. */
    public static List<String> texts(Runnable work) {
        List<String> texts = Collections.synchronizedList(new ArrayList<>());
        AppenderBase<ILoggingEvent> counter = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                String message = event.getFormattedMessage();
                if (BY_THE_CLOCK.stream().noneMatch(message::contains)
                        && (event.getLoggerName().equals("org.hibernate.SQL")
                                || message.startsWith("Executing prepared SQL statement")
                                || message.startsWith("Executing SQL"))) {
                    texts.add(message);
                }
            }
        };
        Logger jdbc = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        Logger hibernate = (Logger) LoggerFactory.getLogger("org.hibernate.SQL");
        counter.start();
        try {
            for (Logger logger : new Logger[] {jdbc, hibernate}) {
                logger.setLevel(Level.DEBUG);
                logger.setAdditive(false);
                logger.addAppender(counter);
            }
            work.run();
        } finally {
            for (Logger logger : new Logger[] {jdbc, hibernate}) {
                logger.detachAppender(counter);
                logger.setAdditive(true);
                logger.setLevel(null);
            }
        }
        return texts;
    }
}
