package org.koploper.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of the ledger as they lie in the database. */
@Component
class EntryRows {

    static final String COLUMNS = "id, person_id, seq, posted_month, earned_month, plan_name, plan_version, component,"
            + " deal, line_key, base, rate, line_amount, delta, currency, change_kind, reason, cause, recorded_at,"
            + " prev_hash, hash, reason_print";

    private final JdbcTemplate jdbc;

    EntryRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the chain of a payee, in its order. */
    List<Hashed> after(long person, long seq, int most) {
        return jdbc.query(
                "select " + COLUMNS + " from ledger_entries where person_id = ? and seq > ? order by seq"
                        + " fetch first " + most + " rows only",
                (row, n) -> read(row),
                person,
                seq);
    }

    static Hashed read(ResultSet row) throws SQLException {
        Entry entry = new Entry(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getLong("seq"),
                YearMonth.parse(row.getString("posted_month")),
                YearMonth.parse(row.getString("earned_month")),
                row.getString("plan_name"),
                row.getInt("plan_version"),
                row.getString("component"),
                row.getString("deal"),
                row.getString("line_key"),
                row.getBigDecimal("base"),
                row.getBigDecimal("rate"),
                row.getBigDecimal("line_amount"),
                row.getBigDecimal("delta"),
                row.getString("currency"),
                EntryKind.valueOf(row.getString("change_kind")),
                row.getString("reason"),
                row.getString("cause"),
                row.getObject("recorded_at", LocalDateTime.class),
                row.getString("prev_hash"));
        return new Hashed(entry, row.getString("hash"), row.getLong("reason_print"));
    }

    /**
     * An entry and what lies beside it.
     *
     * @param reasonPrint not hashed, since the reason is, of which it is an extract
     */
    record Hashed(Entry entry, String hash, long reasonPrint) {

        static Hashed of(Entry entry, long reasonPrint) {
            return new Hashed(entry, entry.hash(), reasonPrint);
        }
    }
}
