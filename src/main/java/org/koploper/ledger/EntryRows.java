package org.koploper.ledger;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.koploper.money.Decimals;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of the ledger as they lie in the database. There is no way here to change or delete one. */
@Component
class EntryRows {

    private static final int MOST_DECIMALS = 18;
    private static final int MOST_DIGITS = 20;
    private static final int BATCH = 500;

    static final String COLUMNS = "id, person_id, seq, posted_month, earned_month, plan_name, plan_version, component,"
            + " deal, line_key, base, rate, line_amount, delta, currency, change_kind, reason, cause, recorded_at,"
            + " prev_hash, hash, reason_print";

    private final JdbcTemplate jdbc;

    EntryRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws IllegalArgumentException when a decimal would not be kept exactly */
    void insert(List<Hashed> entries) {
        jdbc.batchUpdate(
                "insert into ledger_entries (" + COLUMNS + ") values (" + "?, ".repeat(21) + "?)",
                entries,
                BATCH,
                EntryRows::write);
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

    private static void write(PreparedStatement row, Hashed hashed) throws SQLException {
        Entry entry = hashed.entry();
        int i = 1;
        row.setLong(i++, entry.id());
        row.setLong(i++, entry.person());
        row.setLong(i++, entry.seq());
        row.setString(i++, entry.posted().toString());
        row.setString(i++, entry.earned().toString());
        row.setString(i++, entry.plan());
        row.setInt(i++, entry.version());
        row.setString(i++, entry.component());
        row.setString(i++, entry.deal());
        row.setString(i++, entry.lineKey());
        row.setBigDecimal(i++, exact(entry.base()));
        row.setBigDecimal(i++, exact(entry.rate()));
        row.setBigDecimal(i++, exact(entry.lineAmount()));
        row.setBigDecimal(i++, exact(entry.delta()));
        row.setString(i++, entry.currency());
        row.setString(i++, entry.kind().name());
        row.setString(i++, entry.reason());
        row.setString(i++, entry.cause());
        // not a Timestamp: in the hour that summer time skips, it would be another moment
        row.setObject(i++, entry.recordedAt());
        row.setString(i++, entry.previousHash());
        row.setString(i++, hashed.hash());
        row.setLong(i, hashed.reasonPrint());
    }

    /** The database would round silently what does not fit. */
    static BigDecimal exact(BigDecimal value) {
        BigDecimal canonical = Decimals.canonical(value);
        if (canonical.scale() > MOST_DECIMALS || canonical.precision() - canonical.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("The ledger keeps " + MOST_DECIMALS + " decimals and " + MOST_DIGITS
                    + " digits before the point, which is not enough for " + canonical.toPlainString());
        }
        return canonical;
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
