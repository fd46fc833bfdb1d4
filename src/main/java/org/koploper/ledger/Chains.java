package org.koploper.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The heads of the chains, which are also the locks: whoever holds the row of a payee is the only one to write there. */
@Component
class Chains {

    private static final int AT_A_TIME = 1_000;

    private final JdbcTemplate bulk;
    private final JdbcClient jdbc;
    private final Book book;

    Chains(JdbcTemplate bulk, Book book) {
        this.bulk = bulk;
        this.jdbc = JdbcClient.create(bulk);
        this.book = book;
    }

    /** Locks in ascending order, so that two runs never wait for each other; until the end of the transaction. */
    void lock(Collection<Long> persons) {
        TreeSet<Long> wanted = new TreeSet<>(persons);
        if (!missing(wanted).isEmpty()) {
            book.hold();
            // somebody else may have started them while we waited
            start(missing(wanted));
        }
        if (!locked(wanted)) {
            throw new IllegalStateException("Some chain of " + wanted + " can neither be locked nor started");
        }
    }

    /** For who holds the book: all there are, so that nobody is writing any more. */
    void lockAll() {
        lock(jdbc.sql("select person_id from ledger_chains").query(Long.class).list());
    }

    /** Locks those that were started, in that order; one trip to the database for many. */
    boolean locked(SortedSet<Long> persons) {
        int[] found =
                bulk.batchUpdate("update ledger_chains set last_seq = last_seq where person_id = ?", rows(persons));
        return Arrays.stream(found).allMatch(count -> count == 1);
    }

    /** Of those that were started, and still have their head. */
    Map<Long, Head> heads(Collection<Long> persons) {
        Map<Long, Head> heads = new HashMap<>();
        for (List<Long> some : portions(persons)) {
            jdbc.sql("select person_id, last_seq, last_hash from ledger_chains where person_id in (:persons)")
                    .param("persons", some)
                    .query(row -> {
                        heads.put(row.getLong(1), new Head(row.getLong(2), row.getString(3)));
                    });
        }
        return heads;
    }

    /** Empty where no chain was started, or where somebody took its head away. */
    Optional<Head> findHead(long person) {
        return Optional.ofNullable(heads(List.of(person)).get(person));
    }

    void move(Map<Long, Head> heads) {
        bulk.batchUpdate(
                "update ledger_chains set last_seq = ?, last_hash = ? where person_id = ?",
                heads.entrySet().stream()
                        .map(one -> new Object[] {
                            one.getValue().seq(), one.getValue().hash(), one.getKey()
                        })
                        .toList());
    }

    /** Every payee with a chain or with entries, even where somebody took the head away. */
    List<Long> payees() {
        return jdbc.sql("select person_id from ledger_chains union select person_id from ledger_entries order by 1")
                .query(Long.class)
                .list();
    }

    private SortedSet<Long> missing(Set<Long> wanted) {
        SortedSet<Long> missing = new TreeSet<>(wanted);
        missing.removeAll(heads(wanted).keySet());
        return missing;
    }

    private void start(SortedSet<Long> persons) {
        bulk.batchUpdate(
                "insert into ledger_chains (person_id, last_seq, last_hash) values (?, 0, '" + Entry.START + "')",
                rows(persons));
    }

    private static List<Object[]> rows(SortedSet<Long> persons) {
        return persons.stream().map(person -> new Object[] {person}).toList();
    }

    private static List<List<Long>> portions(Collection<Long> persons) {
        List<Long> all = List.copyOf(persons);
        List<List<Long>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            portions.add(all.subList(from, Math.min(all.size(), from + AT_A_TIME)));
        }
        return portions;
    }

    /** The last entry of a chain; seq 0 before the first. */
    record Head(long seq, String hash) {}
}
