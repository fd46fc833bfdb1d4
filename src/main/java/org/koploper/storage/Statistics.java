package org.koploper.storage;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * What the database believes about the rows it holds, by which it chooses its way to them. PostgreSQL looks again by itself
 * within a minute or more; until then it takes tables that were just filled for empty ones and walks through all of them
 * for each row of another. The embedded database believes nothing.
 */
@Component
public class Statistics {

    private final JdbcTemplate jdbc;
    private final boolean kept;

    Statistics(DataSource dataSource) throws MetaDataAccessException {
        this.jdbc = new JdbcTemplate(dataSource);
        String product = JdbcUtils.extractDatabaseMetaData(dataSource, meta -> meta.getDatabaseProductName());
        this.kept = product.startsWith("PostgreSQL");
    }

    /**
     * Lets the database look at a sample of these tables, after very many rows were written and committed.
     *
     * @param tables their names, separated by commas
     */
    public void refresh(String tables) {
        if (kept) {
            jdbc.execute("analyze " + tables);
        }
    }
}
