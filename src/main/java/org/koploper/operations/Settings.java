package org.koploper.operations;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.koploper.storage.EmbeddedDatabase;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The settings a command runs with: the same files, environment and {@code --name=value} arguments that the product
 * itself would read, without starting it.
 */
final class Settings {

    private final Environment environment;

    private Settings(Environment environment) {
        this.environment = environment;
    }

    /** @param arguments such as {@code --koploper.data=FOLDER} */
    static Settings read(List<String> arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return new Settings(environment);
    }

    /** Those of the running product. */
    static Settings of(Environment environment) {
        return new Settings(environment);
    }

    Path data() {
        return Path.of(environment.getRequiredProperty("koploper.data"))
                .toAbsolutePath()
                .normalize();
    }

    boolean onPostgres() {
        return environment.acceptsProfiles(Profiles.of("postgres"));
    }

    /** PostgreSQL as the product would use it. */
    DataSource postgres() {
        return new DriverManagerDataSource(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password", ""));
    }

    /** The migrations this version has for the embedded database. */
    Flyway migrations(EmbeddedDatabase database) {
        return flyway(environment, "hsqldb")
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .load();
    }

    /** The migrations this version has for PostgreSQL. */
    static Flyway migrations(String url, String user, String password) {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(
                environment, new DefaultResourceLoader(), new DefaultBootstrapContext(), "postgres");
        return flyway(environment, "postgresql").dataSource(url, user, password).load();
    }

    private static FluentConfiguration flyway(Environment environment, String vendor) {
        FlywayProperties properties = Binder.get(environment)
                .bind("spring.flyway", FlywayProperties.class)
                .get();
        return Flyway.configure()
                .installedBy(properties.getInstalledBy())
                .placeholders(properties.getPlaceholders())
                .locations(properties.getLocations().stream()
                        .map(location -> location.replace("{vendor}", vendor))
                        .toArray(String[]::new));
    }
}
