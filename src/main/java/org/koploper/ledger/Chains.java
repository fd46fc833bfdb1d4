package org.koploper.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The heads of the chains, which are also the locks: whoever holds the row of a payee is the only one to write there. */
@Component
class Chains {

    private static final int AT_A_TIME = 1_000;

    private final JdbcClient jdbc;
    private final Book book;

    Chains(JdbcClient jdbc, Book book) {
        this.jdbc = jdbc;
        this.book = book;
    }

    /** Locks in ascending order, so that two runs never wait for each other; until the end of the transaction. */
    void lock(Collection<Long> persons) {
        TreeSet<Long> wanted = new TreeSet<>(persons);
        if (!missing(wanted).isEmpty()) {
            book.hold();
            // somebody else may have started them while we waited
            missing(wanted).forEach(this::start);
        }
        for (long person : wanted) {
            if (!locked(person)) {
                throw new IllegalStateException("The chain of " + person + " can neither be locked nor started");
            }
        }
    }

    /** For who holds the book: all there are, so that nobody is writing any more. */
    void lockAll() {
        lock(started(null));
    }

    /** Only one that was started. */
    boolean locked(long person) {
        return jdbc.sql("update ledger_chains set last_seq = last_seq where person_id = :person")
                        .param("person", person)
                        .update()
                == 1;
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

    private Set<Long> missing(Set<Long> wanted) {
        Set<Long> missing = new TreeSet<>(wanted);
        List<Long> all = new ArrayList<>(wanted);
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            started(all.subList(from, Math.min(all.size(), from + AT_A_TIME))).forEach(missing::remove);
        }
        return missing;
    }

    private List<Long> started(@Nullable List<Long> among) {
        return among == null
                ? jdbc.sql("select person_id from ledger_chains")
                        .query(Long.class)
                        .list()
                : jdbc.sql("select person_id from ledger_chains where person_id in (:persons)")
                        .param("persons", among)
                        .query(Long.class)
                        .list();
    }

    private void start(long person) {
        jdbc.sql("insert into ledger_chains (person_id, last_seq, last_hash) values (:person, 0, :hash)")
                .param("person", person)
                .param("hash", Entry.START)
                .update();
    }

    /** The last entry of a chain; seq 0 before the first. */
    record Head(long seq, String hash) {}
}
