package org.koploper.ledger;

import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up to which month the ledger is closed. Its row is what a closing, and the start of a chain, wait for. */
@Component
class Book {

    private final JdbcClient jdbc;

    Book(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Until the end of the transaction nobody else closes a month or starts a chain. Whoever holds chains and wants the
     * book too can meet a closing that wants the chains: take the book first.
     */
    void hold() {
        jdbc.sql("update ledger_book set closed_through = closed_through where id = 1")
                .update();
    }

    /** What is closed; for whoever holds a chain that stays so until the end of the transaction. */
    ClosedMonths closed() {
        String through = jdbc.sql("select closed_through from ledger_book where id = 1")
                .query((row, n) -> row.getString(1) == null ? "" : row.getString(1))
                .single();
        return through.isEmpty() ? ClosedMonths.NONE : new ClosedMonths(YearMonth.parse(through));
    }

    void closeThrough(YearMonth month) {
        jdbc.sql("update ledger_book set closed_through = :month where id = 1")
                .param("month", month.toString())
                .update();
    }
}
