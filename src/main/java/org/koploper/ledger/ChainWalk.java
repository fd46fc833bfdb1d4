package org.koploper.ledger;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.ledger.Chains.Head;
import org.koploper.ledger.EntryRows.Hashed;
import org.koploper.ledger.Verification.Broken;
import org.koploper.ledger.Verification.Fault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Walks every chain from its first entry on, a page at a time, and stops at the first fault; then adds up the closed months,
 * whose totals were kept when they were closed.
 */
public final class ChainWalk {

    private static final int PAGE = 1_000;

    private final EntryRows rows;
    private final Chains chains;
    private final Book book;

    ChainWalk(EntryRows rows, Chains chains, Book book) {
        this.rows = rows;
        this.chains = chains;
        this.book = book;
    }

    /** A walk through a database that the product does not run on: a copy, or one at rest. */
    public static ChainWalk through(DataSource database) {
        JdbcTemplate template = new JdbcTemplate(database);
        Book book = new Book(JdbcClient.create(template));
        return new ChainWalk(new EntryRows(template), new Chains(template, book), book);
    }

    /** What the walk finds. */
    public Verification verify() {
        long walked = 0;
        long entries = 0;
        for (long payee : chains.payees()) {
            ChainCheck check = new ChainCheck(payee);
            Broken broken = walk(payee, check);
            walked++;
            entries += check.entries();
            if (broken != null) {
                return new Verification(walked, entries, broken, null);
            }
        }
        return new Verification(walked, entries, null, book.otherThanClosed().orElse(null));
    }

    private @Nullable Broken walk(long payee, ChainCheck check) {
        // the head first: what is appended while we walk lies behind it
        Optional<Head> found = chains.findHead(payee);
        if (found.isEmpty()) {
            return new Broken(new PersonId(payee), 1, Fault.HEAD);
        }
        Head head = found.get();
        List<Hashed> page;
        do {
            page = rows.after(payee, check.entries(), PAGE);
            for (Hashed row : page) {
                if (row.entry().seq() > head.seq() && check.entries() == head.seq()) {
                    return check.end(head.seq(), head.hash());
                }
                Broken broken = check.next(row);
                if (broken != null) {
                    return broken;
                }
            }
        } while (page.size() == PAGE);
        return check.end(head.seq(), head.hash());
    }
}
