package org.koploper.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The jobs run on the tables as they are, on both databases, by the user that the product signs in as. */
abstract class JobsContract {

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<Task<Void>> tasks;

    @Autowired
    ObjectProvider<Scheduler> ofTheProduct;

    @Test
    void everyJobIsTakenRunAndPlannedAgain() {
        assertThat(ofTheProduct.stream()).as("no test has jobs run beside it").isEmpty();
        Scheduler scheduler = Scheduler.create(dataSource)
                .startTasks(
                        tasks.stream().map(task -> (RecurringTask<Void>) task).toList())
                .alwaysPersistTimestampInUTC()
                .pollingInterval(Duration.ofMillis(200))
                .build();
        scheduler.start();
        try {
            await().until(() -> succeeded().contains("notice-mails"));
        } finally {
            scheduler.stop();
        }
        assertThat(planned()).contains("notice-mails", "old-notices");
    }

    private List<String> succeeded() {
        return names("last_success is not null").toList();
    }

    private List<String> planned() {
        return names("picked = false").toList();
    }

    private Stream<String> names(String where) {
        return jdbc.sql("select task_name from scheduled_tasks where " + where).query(String.class).stream();
    }

    @OnHsqldb
    static class OnHsqldbTest extends JobsContract {}

    @OnPostgres
    static class OnPostgresTest extends JobsContract {}
}
