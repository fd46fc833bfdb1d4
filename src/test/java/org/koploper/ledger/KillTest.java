package org.koploper.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.koploper.storage.EmbeddedFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the embedded database has acknowledged is there after kill -9. */
class KillTest {

    private static final int ACKNOWLEDGED = 300;

    /** HSQLDB takes the lock of a dead process for alive until it has aged. */
    private static final Duration LOCK_AGES = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void aKilledProcessLosesNoEntryThatItHadAcknowledged() throws Exception {
        long acknowledged = writeAndKill();
        assertThat(acknowledged).isGreaterThanOrEqualTo(ACKNOWLEDGED);

        EmbeddedFiles files = new EmbeddedFiles(data);
        Awaitility.await().atMost(LOCK_AGES).untilAsserted(files::open);
        files.prepare();
        DataSource dataSource = files.application();
        JdbcClient jdbc = JdbcClient.create(dataSource);
        try {
            assertThat(jdbc.sql("select line_key from ledger_entries order by seq")
                            .query(String.class)
                            .list())
                    .as("every acknowledged entry, and at most one more that was under way")
                    .startsWith(lines(acknowledged))
                    .hasSizeLessThanOrEqualTo((int) acknowledged + 1);
            Verification verification = EndlessWriter.ledger(dataSource, files.ids(dataSource), files.bulk(dataSource))
                    .verify();
            assertThat(verification.broken()).isNull();
            assertThat(verification.entries()).isGreaterThanOrEqualTo(acknowledged);
        } finally {
            files.close();
        }
    }

    private static String[] lines(long count) {
        return LongStream.rangeClosed(1, count).mapToObj(seq -> "line " + seq).toArray(String[]::new);
    }

    /** @return number of the last entry that was acknowledged before the process died */
    private long writeAndKill() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EndlessWriter.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        long last = 0;
        try (BufferedReader lines = process.inputReader()) {
            String line;
            while ((line = lines.readLine()) != null) {
                // without its last dot a line was cut off by the kill
                if (line.startsWith(EndlessWriter.SAID) && line.endsWith(".")) {
                    last = Long.parseLong(line.substring(EndlessWriter.SAID.length(), line.length() - 1));
                    if (last == ACKNOWLEDGED) {
                        // SIGKILL through the handle: what it still managed to say lies in the pipe and counts
                        process.toHandle().destroyForcibly();
                    }
                } else {
                    said.append(line).append('\n');
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(last).as(() -> "it stopped by itself: " + said).isPositive();
        return last;
    }
}
