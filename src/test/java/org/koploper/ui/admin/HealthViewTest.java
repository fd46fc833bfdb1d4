package org.koploper.ui.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every part says how it is, and where it is not well what to do. */
class HealthViewTest extends ScreenTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<Task<?>> tasks;

    @AfterEach
    void forget() {
        jdbc.sql("delete from scheduled_tasks where task_instance = 'x'").update();
    }

    private void job(String name, LocalDateTime next, int failures) {
        jdbc.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,"
                        + " consecutive_failures, last_failure) values (?, 'x', ?, false, 1, ?, ?)")
                .params(name, Timestamp.valueOf(next), failures, failures == 0 ? null : Timestamp.valueOf(next))
                .update();
    }

    @Test
    void everyPartHasItsCard() {
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/health");
        assertThat(browser.text())
                .contains(
                        "Version development, on Java 25", "HSQL Database Engine", "In memory", "Not made by Koploper")
                .contains(
                        "What happens by itself", "No mail leaves", "Last import", "connections to the database in use")
                .contains("Check now")
                .doesNotContain("could not be shown");
    }

    @Test
    void everyJobHasItsWords() {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        List<String> names = Stream.concat(
                        tasks.stream().map(Task::getName),
                        Stream.of("import-folder")) // planned where there is a folder
                .distinct()
                .toList();
        assertThat(names).contains("webhook-deliveries", "old-webhook-deliveries", "notice-mails", "old-notices");
        names.forEach(name -> job(name, now.plusHours(1), 0));
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/health");
        assertThat(browser.text()).doesNotContain(names);
    }

    @Test
    void aJobThatFailsOrStandsStillSaysWhatToDo() {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        job("test-failing", now.plusHours(1), 3);
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/health");
        assertThat(browser.text())
                .contains("Something failed", "test-failing", "failed 3 times", "tried again by itself");

        job("test-late", now.minusHours(1), 0);
        browser.open("admin");
        browser.open("admin/health");
        assertThat(browser.text()).contains("Stands still", "restart it");
    }

    @Test
    void onlyAdministrationLooksAtIt() {
        for (Role role : new Role[] {Role.HR, Role.FINANCE, Role.MANAGER}) {
            Browser browser = in(scene.as(role));
            browser.open("admin/health");
            assertThat(browser.heading()).isEqualTo("No access");
            signOut();
        }
    }
}
