package org.koploper.ledger;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The heads of the chains, which are also the locks: whoever holds the row of a payee is the only one to write there. */
@Component
class Chains {

    /** Class of SQL states: a constraint is violated, here only that the chain exists already. */
    private static final String CONSTRAINT = "23";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Chains(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Locks in ascending order, so that two runs never wait for each other; until the end of the transaction. */
    void lock(Collection<Long> persons) {
        for (long person : new TreeSet<>(persons)) {
            if (!locked(person)) {
                start(person);
                if (!locked(person)) {
                    throw new IllegalStateException("The chain of " + person + " can neither be locked nor started");
                }
            }
        }
    }

    Head head(long person) {
        return findHead(person).orElseThrow();
    }

    /** Empty where no chain was started, or where somebody took its head away. */
    Optional<Head> findHead(long person) {
        return jdbc.sql("select last_seq, last_hash from ledger_chains where person_id = :person")
                .param("person", person)
                .query((row, n) -> new Head(row.getLong(1), row.getString(2)))
                .optional();
    }

    void move(long person, Head head) {
        jdbc.sql("update ledger_chains set last_seq = :seq, last_hash = :hash where person_id = :person")
                .param("seq", head.seq())
                .param("hash", head.hash())
                .param("person", person)
                .update();
    }

    /** Every payee with a chain or with entries, even where somebody took the head away. */
    List<Long> payees() {
        return jdbc.sql("select person_id from ledger_chains union select person_id from ledger_entries order by 1")
                .query(Long.class)
                .list();
    }

    private boolean locked(long person) {
        return jdbc.sql("update ledger_chains set last_seq = last_seq where person_id = :person")
                        .param("person", person)
                        .update()
                == 1;
    }

    /** Another transaction may start the same chain at this moment: then this one's attempt must leave no trace. */
    private void start(long person) {
        template.execute((ConnectionCallback<Boolean>) connection -> {
            Savepoint before = connection.setSavepoint();
            try (var insert = connection.prepareStatement(
                    "insert into ledger_chains (person_id, last_seq, last_hash) values (?, 0, ?)")) {
                insert.setLong(1, person);
                insert.setString(2, Entry.START);
                insert.executeUpdate();
                connection.releaseSavepoint(before);
                return true;
            } catch (SQLException e) {
                connection.rollback(before);
                String state = e.getSQLState();
                if (state == null || !state.startsWith(CONSTRAINT)) {
                    throw e;
                }
                return false;
            }
        });
    }

    /** The last entry of a chain; seq 0 before the first. */
    record Head(long seq, String hash) {}
}
