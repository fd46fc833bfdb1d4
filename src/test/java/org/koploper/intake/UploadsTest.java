package org.koploper.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Files that wait: nothing decided is lost, nothing is taken twice, nothing stays for long. */
@OnHsqldb
class UploadsTest {

    @Autowired
    private Uploads uploads;

    @Autowired
    private UploadFolder folder;

    @Autowired
    private Imports imports;

    @Autowired
    private Ids ids;

    @Autowired
    private DataSource connections;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatWasDecidedIsStillThereAfterComingBack() throws IOException {
        actAs(Role.ADMIN);
        Upload upload = teams("id;name\n{0}-a;North {0}\n");

        uploads.decide(upload.id(), Mapping.NONE.withDefault("parent", "Everybody"));

        Upload back = uploads.find(upload.id()).orElseThrow();
        assertThat(back.given().defaults()).containsEntry("parent", "Everybody");
        assertThat(back.fileName()).isEqualTo("teams.csv");
        assertThat(uploads.preview(back).detection().columns())
                .extracting(FormatDetection.Column::name)
                .containsExactly("id", "name");
    }

    @Test
    void aFileIsTriedOnceForEveryDecision() throws IOException {
        actAs(Role.ADMIN);
        Upload upload = teams("id,name\n{0}-a,North {0}\n");

        Long first = uploads.attempt(upload.id()).tried();
        assertThat(uploads.attempt(upload.id()).tried()).isEqualTo(first);

        uploads.decide(upload.id(), Mapping.NONE.withDefault("parent", "Everybody"));
        assertThat(uploads.attempt(upload.id()).tried()).isNotNull().isNotEqualTo(first);
    }

    @Test
    void aFileThatIsTakenTwiceAtOnceIsImportedOnce() throws Exception {
        actAs(Role.ADMIN);
        Upload upload = teams("id,name\n{0}-a,North {0}\n{0}-b,South {0}\n");
        SecurityContext caller = SecurityContextHolder.getContext();
        Callable<Upload> click = () -> {
            SecurityContextHolder.setContext(caller);
            return uploads.commit(upload.id());
        };

        List<Long> taken = new ArrayList<>();
        try (ExecutorService hands = Executors.newFixedThreadPool(4)) {
            for (Future<Upload> done : hands.invokeAll(List.of(click, click, click, click))) {
                taken.add(done.get().committed());
            }
        }

        assertThat(taken).doesNotContainNull();
        assertThat(taken.stream().distinct()).hasSize(1);
        Import made = imports.find(taken.getFirst()).orElseThrow();
        assertThat(made.counts().created()).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from imports where file_name = :name and committed = true")
                        .param("name", upload.fileName())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(uploads.find(upload.id()).orElseThrow().committed()).isEqualTo(made.id());
        assertThat(folder.file(upload.id())).doesNotExist();
    }

    @Test
    void aDayOldFileIsGone() throws IOException {
        actAs(Role.ADMIN);
        Upload old = teams("id,name\n{0}-a,North {0}\n");
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
        Files.setLastModifiedTime(folder.file(old.id()), longAgo);

        Upload fresh = teams("id,name\n{0}-a,North {0}\n");

        assertThat(uploads.find(old.id())).isEmpty();
        assertThat(uploads.find(fresh.id())).isPresent();
    }

    @Test
    void aFileThatIsTooLargeIsNotKept() throws IOException {
        actAs(Role.ADMIN);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return length;
            }
        };

        assertThat(uploads.keep(endless, "large.csv", "teams")).isEmpty();
    }

    @Test
    void anAddressLeadsToNoOtherFile() {
        actAs(Role.ADMIN);
        for (String id : List.of("", "../koploper", "..%2f", "a", "00000000-0000-0000-0000-000000000000")) {
            assertThat(uploads.find(id)).as(id).isEmpty();
        }
    }

    @Test
    void problemsAreGroupedByKind() throws IOException {
        actAs(Role.ADMIN);
        StringBuilder rows = new StringBuilder("id,name,parent\n");
        for (int i = 0; i < 60; i++) {
            rows.append("{0}-").append(i).append(",Team {0} ").append(i).append(",Nowhere {0}\n");
        }
        rows.append("{0}-x,,\n");
        Upload upload = teams(rows.toString());

        long tried = uploads.attempt(upload.id()).tried();

        List<ProblemGroup> groups = imports.problemGroups(tried);
        assertThat(groups.getFirst()).isEqualTo(new ProblemGroup("unknown-reference", true, 60, 60, "parent"));
        assertThat(groups)
                .extracting(ProblemGroup::error)
                .isSortedAccordingTo((one, other) -> -Boolean.compare(one, other));
        assertThat(imports.problemsOf(tried, "unknown-reference", true, 50, 50)).hasSize(10);
        assertThat(imports.problemsOf(tried, groups.getFirst(), 50, 50)).hasSize(10);
    }

    @Test
    void onlyAdministratorsBringFiles() throws IOException {
        actAs(Role.ADMIN);
        Upload upload = teams("id,name\n{0}-a,North {0}\n");
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.ADMIN))) {
            actAs(role);
            assertThatThrownBy(() -> uploads.find(upload.id())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> uploads.commit(upload.id())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> teams("id,name\n")).isInstanceOf(AccessDeniedException.class);
        }
    }

    private Upload teams(String csv) throws IOException {
        String mark = "u" + ids.next();
        byte[] bytes = csv.replace("{0}", mark).getBytes(StandardCharsets.UTF_8);
        String name = csv.contains(";") ? "teams.csv" : mark + ".csv";
        return uploads.keep(new ByteArrayInputStream(bytes), name, "teams").orElseThrow();
    }

    private void actAs(Role role) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new UsernamePasswordAuthenticationToken(
                new CurrentUser(new PersonId(anybody()), "Somebody", EnumSet.of(role), false),
                null,
                AuthorityUtils.createAuthorityList(role.authority())));
        SecurityContextHolder.setContext(context);
    }

    private long anybody() {
        long id = ids.next();
        jdbc.sql(
                        "insert into persons (id, external_id, name, country, version) values (:id, :ref, 'Some Body', 'BE', 0)")
                .param("id", id)
                .param("ref", "uploads-" + id)
                .update();
        return id;
    }

    @Test
    void whoLooksAtProblemsKeepsNoConnectionOfTheDatabase() throws SQLException {
        var pool = connections.unwrap(HikariDataSource.class).getHikariPoolMXBean();
        int before = pool.getActiveConnections();

        actAs(Role.ADMIN);
        imports.problemGroups(1);
        imports.problems(1, 0, 10);
        imports.changes(1, 0, 10);
        imports.list(Long.MAX_VALUE, 10);

        assertThat(pool.getActiveConnections()).isEqualTo(before);
    }
}
