package org.koploper.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;

/**
 * Adds up the entries of lines, read in any order. Nearly every line has one entry, so to read them all is less than to look
 * for the last one of each.
 */
final class HeldLines {

    static final String COLUMNS =
            "person_id, seq, line_key, earned_month, posted_month, plan_name, plan_version, currency,"
                    + " delta, base, rate, reason_print, change_kind";

    private final @Nullable YearMonth closed;
    private final Map<PersonId, Map<String, Line>> lines = new HashMap<>();
    private final Map<String, YearMonth> months = new HashMap<>();

    /** @param closed the last closed month; null where none is */
    HeldLines(@Nullable YearMonth closed) {
        this.closed = closed;
    }

    /** @param last sequence of the entry that the line was last said by */
    private record Line(long last, HeldLine held) {}

    /** A row of {@link #COLUMNS}. */
    void add(ResultSet row) throws SQLException {
        BigDecimal delta = row.getBigDecimal("delta");
        boolean settled =
                closed != null && !month(row.getString("posted_month")).isAfter(closed);
        HeldLine entry = new HeldLine(
                row.getString("line_key"),
                month(row.getString("earned_month")),
                row.getString("plan_name"),
                row.getInt("plan_version"),
                Currency.getInstance(row.getString("currency")),
                delta,
                settled ? delta : BigDecimal.ZERO,
                row.getBigDecimal("base"),
                row.getBigDecimal("rate"),
                row.getLong("reason_print"),
                EntryKind.valueOf(row.getString("change_kind")) == EntryKind.GONE);
        lines.computeIfAbsent(new PersonId(row.getLong("person_id")), payee -> new HashMap<>())
                .merge(entry.lineKey(), new Line(row.getLong("seq"), entry), HeldLines::sum);
    }

    private static Line sum(Line one, Line other) {
        return one.last() > other.last()
                ? new Line(one.last(), one.held().plus(other.held()))
                : new Line(other.last(), other.held().plus(one.held()));
    }

    Map<PersonId, List<HeldLine>> byPayee() {
        Map<PersonId, List<HeldLine>> held = HashMap.newHashMap(lines.size());
        lines.forEach((payee, own) -> {
            List<HeldLine> all = new ArrayList<>(own.size());
            own.values().forEach(line -> all.add(line.held()));
            held.put(payee, all);
        });
        return held;
    }

    private YearMonth month(String text) {
        return months.computeIfAbsent(text, YearMonth::parse);
    }
}
