package org.koploper.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts PostgreSQL once, gives every application context a new, empty database, and stops after all contexts. */
public class PostgresServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Who owns every database here. */
    public static final String USER = "postgres";

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "postgres-for-test",
                        Map.of(
                                "spring.datasource.url",
                                newDatabase(),
                                "spring.datasource.username",
                                USER,
                                "spring.datasource.password",
                                "")));
    }

    /** The address of a new, empty database, for {@link #USER} without a password. */
    public static String newDatabase() {
        String name = "koploper" + COUNT.incrementAndGet();
        EmbeddedPostgres server = Holder.SERVER;
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.getJdbcUrl(USER, name);
    }

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .start();
                // after the contexts: a hook of its own would run beside theirs, which would then wait for connections
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                return server;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
