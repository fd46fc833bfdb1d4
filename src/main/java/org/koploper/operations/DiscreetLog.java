package org.koploper.operations;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * From the moment the product is ready, and with it open to people's data, the log leaves out the messages of
 * exceptions. Before that they say why a start fails, which somebody has to read.
 */
@Component
@ConditionalOnProperty(name = "koploper.log.exception-messages", havingValue = "false")
class DiscreetLog {

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            begin(logback.getLogger(Logger.ROOT_LOGGER_NAME));
        }
    }

    static void begin(Logger logger) {
        List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
        logger.iteratorForAppenders().forEachRemaining(appenders::add);
        for (Appender<ILoggingEvent> appender : appenders) {
            if (!(appender instanceof WithoutMessages)) {
                logger.detachAppender(appender);
                WithoutMessages discreet = new WithoutMessages(appender);
                discreet.start();
                logger.addAppender(discreet);
            }
        }
    }
}
