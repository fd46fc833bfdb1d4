package org.koploper.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.koploper.access.PersonId;
import org.koploper.storage.BulkWriter;
import org.koploper.storage.EmbeddedFiles;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Posts to one ledger, entry by entry, and says so after each commit, until somebody kills the process. */
final class EndlessWriter {

    static final String SAID = "committed ";
    static final PersonId PAYEE = new PersonId(1);

    private EndlessWriter() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedFiles files = new EmbeddedFiles(Path.of(arguments[0]));
        files.prepare();
        DataSource dataSource = files.application();
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql("insert into persons (id, external_id, name, country, version) values (1, 'P1', 'Payee', 'BE', 0)")
                .update();
        Ledger ledger = ledger(dataSource, files.ids(dataSource), files.bulk(dataSource));
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        for (int seq = 1; true; seq++) {
            NewEntry entry = LedgerContract.line("line " + seq, "1", "1", EntryKind.NEW);
            transaction.executeWithoutResult(status -> ledger.append(PAYEE, List.of(entry)));
            System.out.println(SAID + seq + ".");
        }
    }

    static Ledger ledger(DataSource dataSource, Ids ids, BulkWriter bulk) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        JdbcClient jdbc = JdbcClient.create(dataSource);
        Book book = new Book(jdbc);
        return new Ledger(
                jdbc,
                new EntryRows(template),
                new EntryWriter(bulk),
                new Chains(template, book),
                book,
                ids,
                Clock.systemUTC());
    }
}
