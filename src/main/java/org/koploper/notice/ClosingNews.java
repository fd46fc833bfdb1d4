package org.koploper.notice;

import java.time.LocalDate;
import java.util.List;
import org.koploper.access.PersonId;
import org.koploper.ledger.MonthClosed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells everybody with anything on it that their statement of a month is final, and until when it has to be paid; whoever
 * closed the month too, since it is their own pay as well. Inside the transaction that closed it.
 */
@Component
class ClosingNews {

    private final JdbcClient jdbc;
    private final NoticeDesk desk;

    ClosingNews(JdbcClient jdbc, NoticeDesk desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    @EventListener
    void on(MonthClosed closed) {
        String month = closed.month().toString();
        LocalDate payable = jdbc.sql("select payable_on from closed_months where closed_month = :month")
                .param("month", month)
                .query(LocalDate.class)
                .single();
        List<NewNotice> notices = jdbc
                .sql("select distinct person_id from ledger_entries where posted_month = :month order by person_id")
                .param("month", month)
                .query(Long.class)
                .list()
                .stream()
                .map(person -> new NewNotice(
                        new PersonId(person),
                        NoticeKind.STATEMENT,
                        "statement-final",
                        List.of(month, payable.toString()),
                        month,
                        month + "/final",
                        1))
                .toList();
        desk.tell(notices, null, desk.actor(closed.by()));
    }
}
