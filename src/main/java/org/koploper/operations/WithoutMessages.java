package org.koploper.operations;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Passes everything on to another appender, exceptions without their messages: those repeat what somebody typed or what
 * the database was given. Classes and lines stay, which is what a fault is found by.
 */
final class WithoutMessages extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private static final String LEFT_OUT = "(message left out)";

    private final Appender<ILoggingEvent> next;

    WithoutMessages(Appender<ILoggingEvent> next) {
        this.next = next;
        setName(next.getName());
        setContext(next.getContext());
    }

    @Override
    protected void append(ILoggingEvent event) {
        next.doAppend(event.getThrowableProxy() == null ? event : without(event));
    }

    @Override
    public void stop() {
        next.stop();
        super.stop();
    }

    private static ILoggingEvent without(ILoggingEvent event) {
        IThrowableProxy bare = new Bare(event.getThrowableProxy());
        return (ILoggingEvent) Proxy.newProxyInstance(
                WithoutMessages.class.getClassLoader(),
                new Class<?>[] {ILoggingEvent.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("getThrowableProxy") ? bare : method.invoke(event, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    /** An exception that says what it is and where it came from. */
    private record Bare(IThrowableProxy full) implements IThrowableProxy {

        @Override
        public String getMessage() {
            return LEFT_OUT;
        }

        @Override
        public String getClassName() {
            return full.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return full.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return full.getCommonFrames();
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            return full.getCause() == null ? null : new Bare(full.getCause());
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return full.getSuppressed() == null
                    ? new IThrowableProxy[0]
                    : Arrays.stream(full.getSuppressed()).map(Bare::new).toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return full.isCyclic();
        }
    }
}
