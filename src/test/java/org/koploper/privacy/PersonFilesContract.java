package org.koploper.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.export.Notation;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.ui.Scene;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Everything about one person as a file: what is in it, for whom, and that nothing is forgotten. */
abstract class PersonFilesContract {

    @Autowired
    PersonFiles files;

    @Autowired
    ApplicationContext context;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    private Scene scene;
    private Left left;

    @BeforeEach
    void somebodyWithSomethingEverywhere() {
        scene = new Scene(context);
        left = new Left(jdbc, ids, scene.an).everywhere();
        left.run("insert into board_rivals (person_id, rival_id) values (:person, %d)".formatted(scene.cas.value()));
        left.run("insert into deal_splits (deal_id, person_id, share) values (%d, :person, 0.25)"
                .formatted(scene.openDeal));
    }

    @Test
    void everyColumnThatPointsToAPersonIsInTheFileOrLeftOutForAReason() throws SQLException {
        Set<String> known = new TreeSet<>(Parts.LEFT_OUT.keySet());
        Parts.LIST.forEach(part -> known.addAll(part.columns()));
        known.remove("");
        known.remove("persons.id");

        assertThat(Columns.pointingToPersons(database)).isEqualTo(known);
        assertThat(Parts.LEFT_OUT.values()).allSatisfy(why -> assertThat(why).isNotBlank());
    }

    @Test
    void whoeverHasSomethingEverywhereFindsAllOfItInTheOwnFile() {
        Map<String, Long> held = new LinkedHashMap<>();
        own().forEach(one -> held.put(one.what(), one.rows()));

        for (Part part : Parts.LIST) {
            assertThat(held).as(part.name()).containsKey(part.name());
            for (String column : part.columns()) {
                if (column.contains(".") && !column.equals("persons.id")) {
                    String[] place = column.split("\\.");
                    assertThat(jdbc.sql("select count(*) from " + place[0] + " where " + place[1] + " = :person")
                                    .param("person", left.id.value())
                                    .query(Long.class)
                                    .single())
                            .as(column)
                            .isLessThanOrEqualTo(held.get(part.name()));
                }
            }
        }
        Map<String, String> file = ownFile();
        assertThat(file.keySet())
                .contains("about.txt")
                .containsAll(held.keySet().stream().map(what -> what + ".csv").toList());
        assertThat(file.get("person.csv")).contains(left.name, left.email);
        assertThat(file.get("boards.csv")).contains("Cas Claes");
        assertThat(file.get("reasons-given.csv")).contains("77,777");
        assertThat(file.get("costs.csv")).contains("4321");
        assertThat(String.join("", file.values())).doesNotContain("secret-hash");
        assertThat(made()).as("a record in the trail").isOne();
    }

    @Test
    void administrationGetsNeitherPayNorSecretsAndFinanceGetsPayAlone() {
        Map<String, String> forAdministration = file(Role.ADMIN);
        Map<String, String> forFinance = file(Role.FINANCE);

        assertThat(forAdministration.keySet())
                .contains("deals.csv", "activities.csv", "trail.csv", "account.csv")
                .doesNotContain(
                        "statements.csv", "costs.csv", "commission-plans.csv", "boards.csv", "reasons-given.csv");
        assertThat(String.join("", forAdministration.values())).doesNotContain("77,777", "4321");
        assertThat(forFinance)
                .containsOnlyKeys(
                        "about.txt",
                        "person.csv",
                        "statements.csv",
                        "commission-plans.csv",
                        "plans-written.csv",
                        "closed-months.csv",
                        "months-closed.csv",
                        "costs.csv");
        assertThat(made()).as("one record for each file").isEqualTo(2);
    }

    @Test
    void theFileSaysFromWhichNetworksThePersonDidSomethingAndNobodyElse() {
        left.run(record("a1b2c3d4", "203.0.113.…").replace(":actor", ":person"));
        left.run(record("99999999", "198.51.100.…").replace(":actor", scene.cas.toString()));

        for (String trail : List.of(
                Objects.requireNonNull(ownFile().get("trail.csv")),
                Objects.requireNonNull(file(Role.ADMIN).get("trail.csv")))) {
            assertThat(trail)
                    .contains("done to", "a1b2c3d4,203.0.113.…")
                    .doesNotContain("198.51.100")
                    .doesNotContain("99999999");
        }
    }

    /** Somebody did something to the account. */
    private String record(String request, String network) {
        return "insert into audit_records (id, recorded_at, actor_id, actor, action, object_kind, object_ref,"
                + " object_name, request_id, network) values (%d, :at, :actor, 'x', 'account.locked', 'account', '%s', 'x', '%s', '%s')"
                        .formatted(ids.next(), left.id, request, network);
    }

    @Test
    void whatSomebodyTypedIsNoFormula() {
        scene.call(scene.deal, "=HYPERLINK(\"x\")");

        assertThat(ownFile().get("deals.csv")).contains("'=HYPERLINK");
    }

    @Test
    void nobodyElseMakesAFileAboutSomebody() {
        for (Role role : List.of(Role.REP, Role.MANAGER, Role.HR)) {
            assertThatThrownBy(() -> file(role)).as(role.name()).isInstanceOf(AccessDeniedException.class);
        }
    }

    private int made() {
        return jdbc.sql("select count(*) from audit_records where action = 'person.file-made' and object_ref = :ref")
                .param("ref", left.externalId)
                .query(Integer.class)
                .single();
    }

    private List<Held> own() {
        return As.user(left.id, Set.of(Role.REP), files::own);
    }

    private Map<String, String> ownFile() {
        return As.user(left.id, Set.of(Role.REP), () -> read(out -> files.writeOwn(words(), out)));
    }

    private Map<String, String> file(Role role) {
        PersonId reader = scene.manager;
        return As.user(reader, Set.of(role), () -> read(out -> files.write(left.id, words(), out)));
    }

    private static FileWords words() {
        return new FileWords(held -> "about", what -> what, Notation.DOT);
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static Map<String, String> read(Writing writing) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writing.to(out);
            Map<String, String> files = new LinkedHashMap<>();
            ZipInputStream zip =
                    new ZipInputStream(new ByteArrayInputStream(out.toByteArray()), StandardCharsets.UTF_8);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @OnHsqldb
    static class OnHsqldbTest extends PersonFilesContract {}

    @OnPostgres
    static class OnPostgresTest extends PersonFilesContract {}
}
