package org.koploper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koploper.testing.Jar;
import org.koploper.testing.Jar.Answer;
import org.koploper.testing.PostgresServer;
import org.koploper.testing.RunningProduct;

/** The commands of the jar on the demo: while the product runs, after it, and from one database to the other. */
class CommandsTest {

    private static final String BOARD = "/api/v1/leaderboard?metric=revenue&level=person&from=2026-01-01&to=2026-12-31";

    @TempDir
    static Path folder;

    private static Path data;
    private static String board;
    private static Answer backup;
    private static Answer verified;
    private static Answer transferred;

    @BeforeAll
    static void demo() throws Exception {
        data = folder.resolve("data");
        try (var product = RunningProduct.start(data, folder.resolve("first.log"), "--spring.profiles.active=demo")) {
            board = product.get(BOARD);
            backup = Jar.run("backup", folder.resolve("b").toString(), "--koploper.data=" + data);
            verified = Jar.run("ledger", "verify", "--koploper.data=" + data);
            transferred = transfer(PostgresServer.newDatabase());
        }
    }

    @Test
    void theRunningProductAnswersBackupAndVerify() {
        assertThat(backup.exit()).as(backup.said()).isZero();
        assertThat(backup.said())
                .startsWith("Backup ")
                .contains("ledger intact")
                .hasLineCount(1);
        assertThat(verified.exit()).as(verified.said()).isZero();
        assertThat(verified.said()).startsWith("Ledger intact (").hasLineCount(1);
    }

    @Test
    void aRunningProductIsNotTransferred() {
        assertThat(transferred.exit()).isEqualTo(2);
        assertThat(transferred.said()).contains("stop it first").hasLineCount(1);
    }

    @Test
    void theProductRestoredFromABackupShowsTheSameBoard() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        Answer restored = Jar.run("restore", folder.resolve("b").toString(), "--koploper.data=" + elsewhere);
        assertThat(restored.exit()).as(restored.said()).isZero();
        assertThat(ledger(restored)).isEqualTo(ledger(backup)).isEqualTo(ledger(verified));

        try (var product = RunningProduct.start(elsewhere, folder.resolve("second.log"))) {
            assertThat(product.get(BOARD)).isEqualTo(board).contains("An Verhaegen");
        }
    }

    @Test
    void theLedgerOfAProductAtRestIsVerified() throws Exception {
        Answer answer = Jar.run("ledger", "verify", "--koploper.data=" + data);

        assertThat(answer.exit()).as(answer.said()).isZero();
        assertThat(ledger(answer)).isEqualTo(ledger(verified));
    }

    @Test
    void transferMakesPostgresqlEqualAndSeesARowThatWasTamperedWith() throws Exception {
        String url = PostgresServer.newDatabase();
        Answer copied = transfer(url);
        assertThat(copied.exit()).as(copied.said()).isZero();
        assertThat(copied.said()).startsWith("Equal: ").hasLineCount(1);
        assertThat(ledger(copied)).isEqualTo(ledger(verified));
        assertThat(transfer(url, "--compare").exit()).isZero();
        Answer again = transfer(url);
        assertThat(again.exit()).as("into one that is used").isEqualTo(2);
        assertThat(again.said()).contains("not empty");
        Answer there = Jar.run(
                "ledger",
                "verify",
                "--spring.profiles.active=postgres",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + PostgresServer.USER);
        assertThat(there.exit()).as(there.said()).isZero();
        assertThat(ledger(there)).isEqualTo(ledger(verified));

        execute(url, "update customers set name = name || '.' where id = (select min(id) from customers)");
        Answer tampered = transfer(url, "--compare");
        assertThat(tampered.exit()).isEqualTo(1);
        assertThat(tampered.said()).startsWith("Different: customers;").hasLineCount(1);

        execute(url, "alter table ledger_entries disable trigger user");
        execute(url, "update ledger_entries set delta = delta + 1 where id = (select max(id) from ledger_entries)");
        Answer broken = transfer(url, "--compare");
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.said()).contains("customers, ledger_entries, the ledger (", "ledger BROKEN");
    }

    @Test
    void aTransferThatBreaksOffLeavesNoRowBehind() throws Exception {
        String url = PostgresServer.newDatabase();
        Settings.migrations(url, PostgresServer.USER, "").migrate();
        execute(url, "alter table deals add constraint trap check (id < 0)");

        Answer broken = transfer(url);

        assertThat(broken.exit()).isEqualTo(2);
        assertThat(broken.said()).contains("nothing was copied").hasLineCount(1);
        try (Connection target = DriverManager.getConnection(url, PostgresServer.USER, "")) {
            assertThat(Tables.counts(target)).containsEntry("persons", 0L).containsEntry("customers", 0L);
        }
        execute(url, "alter table deals drop constraint trap");
        assertThat(transfer(url).exit()).as("and it can be done again").isZero();
    }

    @Test
    void whatCannotBeDoneIsRefusedInOneLine() throws Exception {
        Answer nothing = Jar.run("backup", folder.resolve("n").toString(), "--koploper.data=" + folder.resolve("none"));
        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.said()).startsWith("There is no database in ").hasLineCount(1);
        assertThat(folder.resolve("none")).doesNotExist();

        Path damaged = folder.resolve("damaged");
        byte[] bytes = Files.readAllBytes(folder.resolve("b"));
        bytes[bytes.length / 3] ^= 4;
        Files.write(damaged, bytes);
        Answer refused = Jar.run("restore", damaged.toString(), "--koploper.data=" + folder.resolve("none"));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.said()).contains("damaged").hasLineCount(1);

        assertThat(Jar.run("bakcup", "x").exit()).isEqualTo(2);
    }

    private static Answer transfer(String url, String... more) throws Exception {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(
                new String[] {"transfer", "--to=" + url, "--user=" + PostgresServer.USER, "--koploper.data=" + data},
                0,
                arguments,
                0,
                4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Jar.run(arguments);
    }

    /** The words about the ledger, its hash among them. */
    private static String ledger(Answer answer) {
        return answer.said().replaceFirst("(?s).*[Ll]edger (intact \\([^)]+\\)).*", "$1");
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection target = DriverManager.getConnection(url, PostgresServer.USER, "");
                var statement = target.createStatement()) {
            statement.execute(sql);
        }
    }
}
