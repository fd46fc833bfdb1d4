package org.koploper.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Wires the embedded database: the owner migrates, the application's user does the rest. */
@Configuration(proxyBeanMethods = false)
@Profile("!postgres")
class EmbeddedStorage {

    @Bean
    EmbeddedDatabase embeddedDatabase(
            @Value("${koploper.data}") Path data, @Value("${koploper.in-memory:false}") boolean inMemory, Clock clock)
            throws SQLException {
        if (inMemory) {
            return EmbeddedDatabase.inMemory(UUID.randomUUID().toString());
        }
        new PutAside(data).atStart(clock);
        EmbeddedDatabase database = EmbeddedDatabase.inFolder(data);
        database.openWithFittingCache();
        return database;
    }

    /** Not set to close the database with its last connection: a pool that runs dry must not close a live database. */
    @Bean
    DisposableBean closeDatabase(EmbeddedDatabase database) {
        return database::shutdown;
    }

    @Bean
    @Primary
    DataSource dataSource(EmbeddedDatabase database, DisposableBean closeDatabase) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(EmbeddedDatabase.USER);
        pool.setPassword(database.password());
        pool.setMinimumIdle(1);
        pool.setMaximumPoolSize(16);
        return pool;
    }

    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(EmbeddedDatabase database) {
        return new DriverManagerDataSource(database.url(), database.owner(), database.ownerPassword());
    }

    @Bean
    FlywayConfigurationCustomizer safeAfterMigration(EmbeddedDatabase database) {
        return flyway -> flyway.callbacks(new BaseCallback() {
            @Override
            public boolean supports(Event event, Context context) {
                return event == Event.AFTER_MIGRATE;
            }

            @Override
            public void handle(Event event, Context context) {
                try {
                    database.check(context.getConnection());
                    database.grantToApplication(context.getConnection());
                } catch (SQLException e) {
                    throw new IllegalStateException("The embedded database could not be prepared", e);
                }
            }
        });
    }
}
