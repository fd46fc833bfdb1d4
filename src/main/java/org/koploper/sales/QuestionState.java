package org.koploper.sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** What became of a question to a customer. */
public enum QuestionState {
    /** It can still be answered. */
    OPEN("q.answered_on is null and q.withdrawn_on is null and q.last_day >= :today"),
    ANSWERED("q.answered_on is not null"),
    /** Its last day passed without an answer. */
    EXPIRED("q.answered_on is null and q.withdrawn_on is null and q.last_day < :today"),
    /** Taken back by whoever asked, before there was an answer. */
    WITHDRAWN("q.answered_on is null and q.withdrawn_on is not null");

    private final String condition;

    QuestionState(String condition) {
        this.condition = condition;
    }

    /** Of questions q that are in it, at the day {@code :today}. */
    String condition() {
        return condition;
    }

    /** That of a row with the columns answered_on, withdrawn_on and last_day. */
    static QuestionState of(ResultSet row, LocalDate today) throws SQLException {
        if (row.getObject("answered_on") != null) {
            return ANSWERED;
        }
        if (row.getObject("withdrawn_on") != null) {
            return WITHDRAWN;
        }
        return row.getObject("last_day", LocalDate.class).isBefore(today) ? EXPIRED : OPEN;
    }
}
