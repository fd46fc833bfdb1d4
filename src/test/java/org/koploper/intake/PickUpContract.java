package org.koploper.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koploper.access.Caller;
import org.koploper.records.RecordKinds;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that other programs put into a folder. */
abstract class PickUpContract {

    @TempDir
    Path outside;

    @TempDir
    Path top;

    @Autowired
    Imports imports;

    @Autowired
    RecordKinds kinds;

    @Autowired
    ImportRows rows;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    final List<Object> told = new ArrayList<>();
    PickUp pickUp;
    String mark = "";

    @BeforeEach
    void start() {
        mark = "pu" + ids.next();
        ApplicationEventPublisher events = told::add;
        pickUp = new PickUp(new PickUpFolder(top, Duration.ofMinutes(1)), imports, kinds, rows, ids, clock, events);
        pickUp.run();
    }

    /** Its columns are named after the test, so that nothing is remembered for them yet. */
    private String file(String rows) {
        return "key{m},firm{m}\n".replace("{m}", mark) + rows.replace("{m}", mark);
    }

    private void remember() {
        String mapping = mark;
        Caller.asSystem(() -> imports.run(
                FileSource.of(file("{m}-0,Zero {m}\n").getBytes(StandardCharsets.UTF_8)),
                "first.csv",
                "customers",
                Mapping.NONE.withColumns(java.util.Map.of("key" + mapping, "externalId", "firm" + mapping, "name")),
                true));
    }

    private Path put(String name, String content) throws IOException {
        Path file = Files.writeString(top.resolve("customers").resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofMinutes(5))));
        return file;
    }

    private List<String> lying(String folder) throws IOException {
        try (Stream<Path> files = Files.list(top.resolve("customers").resolve(folder))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .map(name -> name.replaceFirst("^import-\\d+-", ""))
                    .sorted()
                    .toList();
        }
    }

    private long customers() {
        return jdbc.sql("select count(*) from customers where external_id like :mark")
                .param("mark", mark + "-%")
                .query(Long.class)
                .single();
    }

    private Import newest() {
        return Caller.asSystem(() -> imports.list(Long.MAX_VALUE, 1)).getFirst();
    }

    @Test
    void aFileIsReadLikeTheLastOneWithItsColumnsAndStandsInTheHistory() throws IOException {
        remember();
        put("new.csv", file("{m}-1,One {m}\n{m}-2,Two {m}\n"));

        pickUp.run();

        assertThat(customers()).isEqualTo(3);
        assertThat(lying("done")).containsExactly("new.csv");
        assertThat(newest().startedBy()).isEqualTo("Koploper: import folder");
        assertThat(newest().fileName()).isEqualTo("new.csv");
        assertThat(told).isEmpty();
        assertThat(jdbc.sql("select actor from audit_records where object_ref = :id")
                        .param("id", String.valueOf(newest().id()))
                        .query(String.class)
                        .list())
                .containsExactly("Koploper: import folder");
    }

    @Test
    void withoutSuchAMemoryTheFileFailsAndSaysWhatToDo() throws IOException {
        put("unknown.csv", file("{m}-1,One {m}\n"));

        pickUp.run();

        assertThat(customers()).isZero();
        assertThat(lying("failed")).containsExactly("unknown.csv", "unknown.csv.reasons.txt");
        assertThat(newest().reason()).isEqualTo("no-remembered-mapping");
        assertThat(told).containsExactly(new PickUpFailed(newest().id(), "unknown.csv"));
    }

    @Test
    void rejectedRowsLieBesideTheFileWithTheirReasons() throws IOException {
        remember();
        put("some.csv", file("{m}-1,One {m}\n{m}-2,\n"));

        pickUp.run();

        assertThat(customers()).isEqualTo(2);
        assertThat(lying("done")).containsExactly("some.csv", "some.csv.rejected.csv");
        assertThat(told).hasSize(1);
    }

    @Test
    void aFileThatIsStillBeingWrittenWaitsUntilItIsQuietOrSaidToBeReady() throws IOException {
        remember();
        Path file = put("slow.csv", file("{m}-1,One {m}\n"));
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        put("other.csv.part", file("{m}-9,Nine {m}\n"));

        pickUp.run();
        assertThat(file).exists();

        put("slow.csv.ready", "");
        pickUp.run();
        assertThat(lying("done")).containsExactly("slow.csv");
        assertThat(customers()).isEqualTo(2);
        assertThat(top.resolve("customers").resolve("other.csv.part")).exists();
    }

    @Test
    void linksAreNotFollowedAndNothingOutsideIsTouched() throws IOException {
        remember();
        Path secret = Files.writeString(outside.resolve("secret.csv"), file("{m}-1,Secret {m}\n"));
        Files.setLastModifiedTime(secret, FileTime.from(clock.instant().minus(Duration.ofMinutes(5))));
        Files.createSymbolicLink(top.resolve("customers").resolve("link.csv"), secret);
        Files.delete(top.resolve("teams"));
        Files.createSymbolicLink(top.resolve("teams"), outside);

        pickUp.run();

        assertThat(customers()).isEqualTo(1);
        assertThat(secret).exists();
        try (Stream<Path> files = Files.list(outside)) {
            assertThat(files).containsExactly(secret);
        }
    }

    @Test
    void whatWasTakenWhenTheProductStoppedGoesBackAndIsTakenOnce() throws IOException {
        remember();
        Path lost = put("lost.csv", file("{m}-1,One {m}\n"));
        Path working = Files.createDirectory(top.resolve("customers").resolve("working"));
        Files.move(lost, working.resolve("new-lost.csv"));

        pickUp.run();

        assertThat(lying("done")).containsExactly("lost.csv");
        assertThat(lying("working")).isEmpty();
        assertThat(customers()).isEqualTo(2);
    }

    @OnHsqldb
    static class OnHsqldbTest extends PickUpContract {}

    @OnPostgres
    static class OnPostgresTest extends PickUpContract {}
}
