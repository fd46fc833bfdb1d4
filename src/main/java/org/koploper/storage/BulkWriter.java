package org.koploper.storage;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Writes rows in the running transaction by the shortest way that the database has: {@code COPY} on PostgreSQL, batches of
 * one statement on the embedded database. For tables that are only inserted into: no row is told back.
 */
@Component
public class BulkWriter {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final boolean copies;

    BulkWriter(DataSource dataSource) throws MetaDataAccessException {
        this.jdbc = new JdbcTemplate(dataSource);
        String product = JdbcUtils.extractDatabaseMetaData(dataSource, meta -> meta.getDatabaseProductName());
        this.copies = product.startsWith("PostgreSQL");
    }

    /** Takes the values of one row, one call for each column, in their order. */
    public interface Row {

        void number(long value) throws SQLException;

        void decimal(BigDecimal value) throws SQLException;

        void text(@Nullable String value) throws SQLException;

        void time(LocalDateTime value) throws SQLException;
    }

    /** Puts the values of one thing into a row. */
    @FunctionalInterface
    public interface Shape<T> {
        void write(T what, Row row) throws SQLException;
    }

    /**
     * Inserts all of them, in their order, or none.
     *
     * @param columns separated by commas; as many, and in the order, as the shape gives values
     */
    public <T> void insert(String table, String columns, List<T> rows, Shape<T> shape) {
        if (rows.isEmpty()) {
            return;
        }
        if (copies) {
            jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, table, columns, rows, shape));
        } else {
            String values = "?, ".repeat(columns.split(",").length - 1) + "?";
            jdbc.batchUpdate(
                    "insert into " + table + " (" + columns + ") values (" + values + ")",
                    rows,
                    BATCH,
                    (statement, row) -> shape.write(row, new StatementRow(statement)));
        }
    }

    private static <T> Long copy(Connection connection, String table, String columns, List<T> rows, Shape<T> shape)
            throws SQLException {
        try (CopiedRows copied = new CopiedRows(connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin"))) {
            for (T row : rows) {
                copied.begin();
                shape.write(row, copied);
            }
            return copied.end();
        }
    }
}
