package org.koploper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.operations.HealthReport.Job;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the product says of itself, on both databases. */
abstract class HealthReportContract {

    @Autowired
    HealthReport health;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("delete from scheduled_tasks where task_name = 'test-health'").update();
        jdbc.sql("delete from event_publication where listener_id = 'test-health'")
                .update();
    }

    <T> T asAdmin(Supplier<T> work) {
        return As.user(new PersonId(0), Set.of(Role.ADMIN), work);
    }

    @Test
    void theTimesOfAJobAreThoseItWasGiven() {
        Instant next = Instant.parse("2031-07-01T10:15:00Z");
        Instant failed = Instant.parse("2031-07-01T09:15:00Z");
        jdbc.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,"
                        + " consecutive_failures, last_failure) values ('test-health', 'x', ?, false, 1, 2, ?)")
                .params(stored(next), stored(failed))
                .update();

        Job job = asAdmin(health::jobs).stream()
                .filter(one -> one.name().equals("test-health"))
                .findFirst()
                .orElseThrow();
        assertThat(job.next()).isEqualTo(next);
        assertThat(job.lastFailure()).isEqualTo(failed);
        assertThat(job.lastSuccess()).isNull();
        assertThat(job.failures()).isEqualTo(2);
    }

    /** As db-scheduler writes it: in UTC where a column knows no zone. */
    abstract Object stored(Instant moment);

    @Test
    void whatWasSavedLongAgoAndNotFollowedUpIsCounted() {
        int before = asAdmin(health::unfollowed);
        publication(Instant.now());
        assertThat(asAdmin(health::unfollowed)).as("it may be under way").isEqualTo(before);
        publication(Instant.now().minus(1, ChronoUnit.HOURS));
        assertThat(asAdmin(health::unfollowed)).isEqualTo(before + 1);
    }

    /** As the registry writes it. */
    private void publication(Instant at) {
        jdbc.sql("insert into event_publication (id, event_type, listener_id, publication_date, serialized_event)"
                        + " values (?, 'x', 'test-health', ?, '{}')")
                .params(UUID.randomUUID(), Timestamp.from(at))
                .update();
    }

    @Test
    void theDatabaseAndItsConnectionsAreKnown() {
        assertThat(asAdmin(health::database).product()).contains(product());
        assertThat(asAdmin(health::pool)).isPresent();
        assertThat(asAdmin(health::running).version()).isNotBlank();
        assertThat(asAdmin(health::backups).planned())
                .as("neither is in files of ours here")
                .isFalse();
    }

    abstract String product();

    @OnHsqldb
    static class OnHsqldbTest extends HealthReportContract {

        @Override
        Object stored(Instant moment) {
            return Timestamp.valueOf(
                    OffsetDateTime.ofInstant(moment, ZoneOffset.UTC).toLocalDateTime());
        }

        @Override
        String product() {
            return "HSQL";
        }
    }

    @OnPostgres
    static class OnPostgresTest extends HealthReportContract {

        @Override
        Object stored(Instant moment) {
            return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
        }

        @Override
        String product() {
            return "PostgreSQL";
        }

        @Test
        void itsSizeIsKnown() {
            assertThat(asAdmin(health::database).bytes()).isGreaterThan(1_000_000L);
        }
    }
}
