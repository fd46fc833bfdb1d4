package org.koploper.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.flywaydb.core.api.MigrationInfo;
import org.koploper.storage.EmbeddedDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Where the embedded database lies in files: they are looked after. PostgreSQL brings its own means. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Profile("!postgres")
@ConditionalOnProperty(name = "koploper.in-memory", havingValue = "false", matchIfMissing = true)
class HousekeepingWiring {

    @Bean(destroyMethod = "close")
    Housekeeping housekeeping(
            EmbeddedDatabase database,
            Environment environment,
            Clock clock,
            @Value("${koploper.backup.folder}") Path folder,
            @Value("${koploper.backup.keep}") int keep)
            throws IOException {
        return new Housekeeping(database, Settings.of(environment), clock, folder, keep);
    }

    /** A database in use is backed up before its schema changes; where that fails, nothing is changed. */
    @Bean
    FlywayMigrationStrategy backupFirst(Housekeeping housekeeping) {
        return flyway -> {
            MigrationInfo current = flyway.info().current();
            if (current != null && current.getVersion() != null && flyway.info().pending().length > 0) {
                housekeeping.beforeMigration(current.getVersion().toString());
            }
            flyway.migrate();
        };
    }
}
