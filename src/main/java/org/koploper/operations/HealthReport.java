package org.koploper.operations;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the product itself is: what whoever runs it looks at first. It says how things are and decides nothing. */
@Service
public class HealthReport {

    private static final String ADMIN = "hasAnyRole('ADMIN')";

    /** What should have been followed up that long ago, and was not, will not be before the next start. */
    private static final Duration STUCK = Duration.ofMinutes(10);

    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final Environment environment;
    private final Clock clock;
    private final Instant startedAt;

    HealthReport(JdbcTemplate jdbc, DataSource dataSource, Environment environment, Clock clock) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.environment = environment;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** Which version runs, on what, since when. */
    @PreAuthorize(ADMIN)
    public Running running() {
        return new Running(
                Version.PRODUCT, Runtime.version().toString(), startedAt, Duration.between(startedAt, clock.instant()));
    }

    /** The database, its size, and the room that is left for it. */
    @PreAuthorize(ADMIN)
    @Transactional(readOnly = true)
    public Database database() {
        String product = jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName() + " "
                        + connection.getMetaData().getDatabaseProductVersion());
        if (!isEmbedded()) {
            return new Database(
                    product, jdbc.queryForObject("select pg_database_size(current_database())", Long.class), null);
        }
        if (inMemory()) {
            return new Database(product, null, null);
        }
        Path data = Settings.of(environment).data();
        try {
            return new Database(
                    product,
                    sizeOf(data.resolve("db")),
                    Files.getFileStore(data).getUsableSpace());
        } catch (IOException unreadable) {
            return new Database(product, null, null);
        }
    }

    private static long sizeOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long sum = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try {
                    sum += Files.size(file);
                } catch (NoSuchFileException goneMeanwhile) {
                    // the database renames files while it works
                }
            }
            return sum;
        }
    }

    /** The newest backup the product made by itself; a database that is looked after elsewhere has none. */
    @PreAuthorize(ADMIN)
    public Backups backups() {
        if (!isEmbedded() || inMemory()) {
            return new Backups(false, null, null);
        }
        boolean planned = !"-".equals(environment.getProperty("koploper.backup.nightly"));
        Path folder = Path.of(environment.getRequiredProperty("koploper.backup.folder"));
        try {
            Optional<Path> newest = Folders.files(folder).stream()
                    .filter(file -> file.toString().endsWith(BackupFile.EXTENSION))
                    .max(Comparator.comparing(HealthReport::changed));
            return new Backups(
                    planned,
                    newest.map(file -> file.getFileName().toString()).orElse(null),
                    newest.map(HealthReport::changed).orElse(null));
        } catch (IOException noFolderYet) {
            return new Backups(planned, null, null);
        }
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }

    /** What happens by itself, by name. */
    @PreAuthorize(ADMIN)
    @Transactional(readOnly = true)
    public List<Job> jobs() {
        return jdbc.query(
                "select task_name, execution_time, last_success, last_failure, consecutive_failures, picked"
                        + " from scheduled_tasks order by task_name, task_instance",
                (row, number) -> {
                    // a column of the embedded database knows no zone; what is in it is UTC
                    Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
                    return new Job(
                            row.getString("task_name"),
                            row.getTimestamp("execution_time", utc).toInstant(),
                            moment(row.getTimestamp("last_success", utc)),
                            moment(row.getTimestamp("last_failure", utc)),
                            row.getInt("consecutive_failures"),
                            row.getBoolean("picked"));
                });
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** How many changes were saved whose totals and pay did not follow. */
    @PreAuthorize(ADMIN)
    @Transactional(readOnly = true)
    public int unfollowed() {
        Instant longAgo = clock.instant().minus(STUCK);
        return (int) jdbc
                .queryForList(
                        "select publication_date from event_publication where completion_date is null", Timestamp.class)
                .stream()
                .filter(published -> published.toInstant().isBefore(longAgo))
                .count();
    }

    /** The connections to the database; empty where they are not pooled. */
    @PreAuthorize(ADMIN)
    public Optional<Pool> pool() {
        try {
            HikariDataSource pooled = dataSource.unwrap(HikariDataSource.class);
            HikariPoolMXBean pool = pooled.getHikariPoolMXBean();
            return pool == null
                    ? Optional.empty()
                    : Optional.of(new Pool(
                            pool.getActiveConnections(),
                            pooled.getMaximumPoolSize(),
                            pool.getThreadsAwaitingConnection()));
        } catch (SQLException notPooled) {
            return Optional.empty();
        }
    }

    private boolean isEmbedded() {
        return !Settings.of(environment).onPostgres();
    }

    private boolean inMemory() {
        return environment.getProperty("koploper.in-memory", Boolean.class, false);
    }

    /** @param java the version of Java it runs on */
    public record Running(String version, String java, Instant since, Duration time) {}

    /**
     * The database.
     *
     * @param product its name and version
     * @param bytes how large it is; null where nobody knows
     * @param freeBytes what is left on its disk; null where that is not this machine's
     */
    public record Database(
            String product, @Nullable Long bytes, @Nullable Long freeBytes) {}

    /**
     * Backups that the product makes by itself.
     *
     * @param planned whether it makes one every night
     * @param newest name of the file; null for none
     */
    public record Backups(
            boolean planned,
            @Nullable String newest,
            @Nullable Instant at) {}

    /**
     * Something that happens by itself.
     *
     * @param next when it is due
     * @param failures how often in a row it failed until now
     * @param running whether it is at work
     */
    public record Job(
            String name,
            Instant next,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            int failures,
            boolean running) {}

    /** @param waiting for a connection */
    public record Pool(int inUse, int most, int waiting) {}
}
