package org.koploper.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.MetaDataAccessException;

/** The embedded database in a folder, with the product's own settings and users, for tests that kill or reopen it. */
public final class EmbeddedFiles {

    private final EmbeddedDatabase database;

    public EmbeddedFiles(Path data) {
        this.database = EmbeddedDatabase.inFolder(data);
    }

    /** Brings the schema up to date and gives the application its rights, as a start of the product does. */
    public void prepare() throws SQLException {
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations("classpath:db/migration", "classpath:db/hsqldb")
                .placeholders(Map.of("longtext", "longvarchar", "instant", "timestamp(9)", "bytes", "longvarbinary"))
                .load()
                .migrate();
        try (var owner = database.asOwner()) {
            database.check(owner);
            database.grantToApplication(owner);
        }
    }

    /** One connection of the application's user, who may not change the ledger. */
    public DataSource application() {
        return new SingleConnectionDataSource(database.url(), EmbeddedDatabase.USER, database.password(), true);
    }

    public Ids ids(DataSource dataSource) throws MetaDataAccessException {
        return new Ids(dataSource);
    }

    public BulkWriter bulk(DataSource dataSource) throws MetaDataAccessException {
        return new BulkWriter(dataSource);
    }

    /** Fails while the process that had it open is not known to be dead. */
    public void open() throws SQLException {
        database.asOwner().close();
    }

    public void close() throws SQLException {
        try (var owner = database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("shutdown");
        }
    }
}
