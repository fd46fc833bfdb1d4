package org.koploper.storage;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way to PostgreSQL in the text form of {@code COPY}: columns end with a tab, rows with a line feed, and a
 * backslash stands before what would end them. Sent while they are written, so that the server works beside us. Closed before
 * {@link #end}, nothing was written.
 */
final class CopiedRows implements BulkWriter.Row, AutoCloseable {

    private static final int SENT_AT_ONCE = 1 << 16;
    private static final byte[] NULL = {'\\', 'N'};

    private final CopyIn copy;
    private byte[] bytes = new byte[2 * SENT_AT_ONCE];
    private int length;
    private boolean isFirst = true;
    private boolean isBegun;

    CopiedRows(CopyIn copy) {
        this.copy = copy;
    }

    /** Before the first value of each row. */
    void begin() throws SQLException {
        if (isBegun) {
            put('\n');
        }
        isBegun = true;
        if (length >= SENT_AT_ONCE) {
            send();
        }
        isFirst = true;
    }

    /** @return how many rows were written */
    long end() throws SQLException {
        put('\n');
        send();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    @Override
    public void number(long value) {
        plain(Long.toString(value));
    }

    @Override
    public void decimal(BigDecimal value) {
        plain(value.toPlainString());
    }

    @Override
    public void time(LocalDateTime value) {
        plain(value.toString());
    }

    @Override
    public void text(@Nullable String value) {
        column();
        if (value == null) {
            put(NULL);
            return;
        }
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        if (isPlain(value)) {
            put(text);
            return;
        }
        int from = 0;
        for (int i = 0; i < text.length; i++) {
            byte escaped = escaped(text[i]);
            if (escaped != 0) {
                put(text, from, i);
                put('\\');
                put(escaped);
                from = i + 1;
            }
        }
        put(text, from, text.length);
    }

    /** Nearly always, and found out some sixteen characters at a time. */
    private static boolean isPlain(String value) {
        return value.indexOf('\\') < 0 && value.indexOf('\t') < 0 && value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
    }

    /** What stands behind the backslash in place of that byte; 0 where the byte may stand by itself. */
    private static byte escaped(byte one) {
        return switch (one) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
    }

    private void plain(String text) {
        column();
        put(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void column() {
        if (!isFirst) {
            put('\t');
        }
        isFirst = false;
    }

    private void put(int one) {
        room(1);
        bytes[length++] = (byte) one;
    }

    private void put(byte[] some) {
        put(some, 0, some.length);
    }

    private void put(byte[] some, int from, int to) {
        room(to - from);
        System.arraycopy(some, from, bytes, length, to - from);
        length += to - from;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes, 0, length);
        length = 0;
    }
}
