package org.koploper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
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
    private static String statement;

    @BeforeAll
    static void demo() throws Exception {
        data = folder.resolve("data");
        try (var product = RunningProduct.start(data, folder.resolve("first.log"), "--spring.profiles.active=demo")) {
            board = product.get(BOARD);
            statement = product.get(
                            "/api/v1/statements/P-101/" + YearMonth.now().minusMonths(1))
                    .replaceFirst("^200 ", "");
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
    void aStatementIsComputedAgainWithoutAnyDatabaseAndAChangedFigureIsNamed() throws Exception {
        Answer equal = verifyStatement(statement);
        assertThat(equal.exit()).as(equal.said()).isZero();
        assertThat(equal.said()).startsWith("Equal: statement of P-101 for ").hasLineCount(1);

        Answer tampered = verifyStatement(statement.replaceFirst("\"total\" ?: ?\"", "$01"));
        assertThat(tampered.exit()).isEqualTo(1);
        assertThat(tampered.said())
                .startsWith("Different: ")
                .contains("the total says 1")
                .hasLineCount(1);

        Answer none = verifyStatement("{\"period\": \"2026-10\"}");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.said())
                .endsWith("it is no statement, since it has no currency.")
                .hasLineCount(1);
        assertThat(Jar.run("statement", "verify", folder.resolve("b").toString())
                        .said())
                .contains("cannot be")
                .hasLineCount(1);
    }

    private static Answer verifyStatement(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("statement.json"), text);
        return Jar.run("statement", "verify", file.toString());
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

        Answer settingsFirst = Jar.run("--koploper.data=" + folder.resolve("none"), "ledger", "verify");
        assertThat(settingsFirst.exit()).isEqualTo(2);
        assertThat(settingsFirst.said()).startsWith("There is no database in ").hasLineCount(1);

        Answer foreign = Jar.run(
                "ledger",
                "verify",
                "--spring.profiles.active=postgres",
                "--spring.datasource.url=" + PostgresServer.newDatabase(),
                "--spring.datasource.username=" + PostgresServer.USER);
        assertThat(foreign.exit()).isEqualTo(2);
        assertThat(foreign.said()).isEqualTo("There is no ledger of this product in that database.");
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
