package org.koploper.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.koploper.Koploper;
import org.koploper.access.Role;
import org.koploper.intake.FileSource;
import org.koploper.intake.Import;
import org.koploper.intake.Imports;
import org.koploper.intake.Mapping;
import org.koploper.storage.EmbeddedDatabase;
import org.koploper.testing.As;
import org.koploper.testing.PostgresServer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The product as a benchmark has it: empty, on the database that {@code bench.database} names, without nightly work. */
final class Product {

    static final boolean POSTGRES = "postgres".equals(System.getProperty("bench.database"));

    private Product() {}

    static ConfigurableApplicationContext start(Path folder) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--koploper.data=" + folder,
                "--koploper.backup.nightly=-",
                "--db-scheduler.enabled=false",
                "--logging.level.root=warn"));
        if (POSTGRES) {
            arguments.addAll(Arrays.asList(
                    "--spring.profiles.active=postgres",
                    "--spring.datasource.url=" + PostgresServer.newDatabase(),
                    "--spring.datasource.username=" + PostgresServer.USER,
                    "--spring.datasource.password="));
        }
        return SpringApplication.run(Koploper.class, arguments.toArray(String[]::new));
    }

    /** A connection of somebody who may make tables. */
    static Connection asOwner(ConfigurableApplicationContext product) throws SQLException {
        return POSTGRES
                ? product.getBean(DataSource.class).getConnection()
                : product.getBean(EmbeddedDatabase.class).asOwner();
    }

    static void take(ConfigurableApplicationContext product, String kind, String csv) {
        Import done = admin(() -> product.getBean(Imports.class)
                .run(FileSource.of(csv.getBytes(StandardCharsets.UTF_8)), kind + ".csv", kind, Mapping.NONE, true));
        if (done.state() != Import.State.DONE || done.counts().rejected() > 0) {
            throw new IllegalStateException(done.toString());
        }
    }

    static <T> T admin(Supplier<T> work) {
        return As.user(null, EnumSet.of(Role.ADMIN), work);
    }

    static void say(String what, Object... values) {
        System.out.println(String.format(Locale.ROOT, what, values));
    }
}
