package org.koploper.ledger;

import java.time.YearMonth;
import java.util.Optional;
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

    /** The first closed month whose entries do not come to the totals it was closed with. */
    Optional<YearMonth> otherThanClosed() {
        return jdbc.sql("""
                select x.pay_month from (
                  select e.posted_month as pay_month, e.currency, sum(e.delta) as total
                    from ledger_entries e join closed_months c on c.closed_month = e.posted_month
                    group by e.posted_month, e.currency
                  union all
                  select closed_month, currency, -total from closed_totals
                ) x group by x.pay_month, x.currency having sum(x.total) <> 0
                order by x.pay_month fetch first 1 rows only
                """)
                .query((row, n) -> YearMonth.parse(row.getString(1)))
                .optional();
    }

    void closeThrough(YearMonth month) {
        jdbc.sql("update ledger_book set closed_through = :month where id = 1")
                .param("month", month.toString())
                .update();
    }
}
