package org.koploper.storage;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of a batch. */
final class StatementRow implements BulkWriter.Row {

    private final PreparedStatement statement;
    private int column;

    StatementRow(PreparedStatement statement) {
        this.statement = statement;
    }

    @Override
    public void number(long value) throws SQLException {
        statement.setLong(++column, value);
    }

    @Override
    public void decimal(BigDecimal value) throws SQLException {
        statement.setBigDecimal(++column, value);
    }

    @Override
    public void text(@Nullable String value) throws SQLException {
        statement.setString(++column, value);
    }

    @Override
    public void time(LocalDateTime value) throws SQLException {
        // not a Timestamp: in the hour that summer time skips, it would be another moment
        statement.setObject(++column, value);
    }
}
