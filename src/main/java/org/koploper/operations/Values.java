package org.koploper.operations;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** One value as text that PostgreSQL reads, and that is the same whichever database it comes from. */
final class Values {

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private Values() {}

    /**
     * The value of a column.
     *
     * @param type as PostgreSQL names it; one that is not known is refused rather than guessed
     */
    static @Nullable String read(ResultSet row, int column, String type) throws SQLException {
        return switch (type) {
            case "int2", "int4", "int8", "numeric" -> decimal(row.getBigDecimal(column));
            case "bool" -> flag(row, column);
            case "date" -> text(row.getObject(column, LocalDate.class));
            case "timestamp" -> local(row.getObject(column, LocalDateTime.class));
            case "timestamptz" -> moment(row.getTimestamp(column));
            case "varchar", "text", "bpchar" -> row.getString(column);
            case "uuid" -> text(row.getObject(column));
            case "float8" -> binary(row, column);
            case "bytea" -> bytes(row.getBytes(column));
            default -> throw new Refused("Columns of type " + type + " cannot be transferred.");
        };
    }

    /** One line of a CSV as {@code copy … (format csv)} takes it: nothing is null, quotes around it are a text. */
    static byte[] csv(List<@Nullable String> values) {
        StringJoiner line = new StringJoiner(",", "", "\n");
        for (String value : values) {
            line.add(value == null ? "" : '"' + value.replace("\"", "\"\"") + '"');
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String decimal(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String flag(ResultSet row, int column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : String.valueOf(value);
    }

    private static @Nullable String binary(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : String.valueOf(value);
    }

    private static @Nullable String local(@Nullable LocalDateTime value) {
        return value == null ? null : MICROSECONDS.format(value.truncatedTo(ChronoUnit.MICROS));
    }

    /** The embedded database keeps it as local time of the process, so it goes by way of the moment. */
    private static @Nullable String moment(@Nullable Timestamp value) {
        return value == null
                ? null
                : value.toInstant().truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static @Nullable String bytes(byte @Nullable [] value) {
        return value == null ? null : "\\x" + HexFormat.of().formatHex(value);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
