package org.koploper.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.money.Decimals;
import org.koploper.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger says of one statement, with all its entries or with those up to one of them. */
@Component
class StatementRows {

    /** Up to the last entry there is. */
    static final long ALL = Long.MAX_VALUE;

    private final JdbcClient jdbc;

    StatementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param last when the last of it was posted; null where nothing was */
    record Posted(
            long upTo,
            Map<Currency, BigDecimal> totals,
            @Nullable Instant last,
            int versions) {}

    /** Every version of it, the oldest first: all entries that were posted at one moment make one. */
    List<StatementDocument> documents(PersonId person, YearMonth month) {
        Map<LocalDateTime, Map<Currency, BigDecimal>> added = added(person, month);
        Map<Currency, BigDecimal> totals = new TreeMap<>(java.util.Comparator.comparing(Currency::getCurrencyCode));
        List<StatementDocument> documents = new ArrayList<>();
        jdbc.sql("""
                select v.recorded_at, e.seq, e.id, e.hash, e.cause
                from (select recorded_at, max(seq) as last_seq from ledger_entries
                      where person_id = :person and posted_month = :month group by recorded_at) v
                join ledger_entries e on e.person_id = :person and e.seq = v.last_seq
                order by e.seq
                """)
                .param("person", person.value())
                .param("month", month.toString())
                .query(row -> {
                    LocalDateTime at = row.getObject("recorded_at", LocalDateTime.class);
                    added.getOrDefault(at, Map.of())
                            .forEach((currency, amount) -> totals.merge(currency, amount, BigDecimal::add));
                    documents.add(new StatementDocument(
                            documents.size() + 1,
                            row.getLong("seq"),
                            at.toInstant(ZoneOffset.UTC),
                            row.getString("cause"),
                            new Seal(row.getLong("id"), row.getString("hash")),
                            canonical(totals)));
                });
        return documents;
    }

    private Map<LocalDateTime, Map<Currency, BigDecimal>> added(PersonId person, YearMonth month) {
        Map<LocalDateTime, Map<Currency, BigDecimal>> added = new HashMap<>();
        jdbc.sql("""
                select recorded_at, currency, sum(delta) as total from ledger_entries
                where person_id = :person and posted_month = :month group by recorded_at, currency
                """)
                .param("person", person.value())
                .param("month", month.toString())
                .query(row -> {
                    added.computeIfAbsent(row.getObject("recorded_at", LocalDateTime.class), at -> new HashMap<>())
                            .put(Currency.getInstance(row.getString("currency")), decimal(row, "total"));
                });
        return added;
    }

    private static Map<Currency, BigDecimal> canonical(Map<Currency, BigDecimal> totals) {
        Map<Currency, BigDecimal> copy = new LinkedHashMap<>();
        totals.forEach((currency, total) -> copy.put(currency, Decimals.canonical(total)));
        return copy;
    }

    /**
     * The latest word on each line, without those that were taken back. A line about an earlier month is what this
     * statement adds to closed ones; where that came to nothing, there is none.
     */
    List<StatementLine> lines(PersonId person, YearMonth month, long upTo) {
        return jdbc.sql("""
                select e.id, e.component, e.deal, e.earned_month, e.base, e.rate, e.line_amount, t.added, e.reason,
                       e.plan_name, e.plan_version, e.currency
                from (select max(seq) as last_seq, sum(delta) as added from ledger_entries
                      where person_id = :person and posted_month = :month and seq <= :upTo group by line_key) t
                join ledger_entries e on e.person_id = :person and e.seq = t.last_seq
                where (e.earned_month = :month and e.change_kind <> 'GONE')
                   or (e.earned_month <> :month and t.added <> 0)
                order by e.plan_name, e.plan_version, e.component, e.earned_month,
                         case when e.deal is null then 1 else 0 end, e.deal, e.line_key
                """)
                .param("person", person.value())
                .param("month", month.toString())
                .param("upTo", upTo)
                .query((row, n) -> line(row, month))
                .list();
    }

    private static StatementLine line(ResultSet row, YearMonth month) throws SQLException {
        YearMonth earned = YearMonth.parse(row.getString("earned_month"));
        boolean isOwn = earned.equals(month);
        BigDecimal amount = decimal(row, "line_amount");
        return new StatementLine(
                row.getLong("id"),
                row.getString("component"),
                row.getString("deal"),
                earned,
                isOwn ? decimal(row, "base") : amount,
                isOwn ? decimal(row, "rate") : BigDecimal.ZERO,
                isOwn ? amount : decimal(row, "added"),
                row.getString("reason"),
                row.getString("plan_name"),
                row.getInt("plan_version"),
                Currency.getInstance(row.getString("currency")));
    }

    /** What the statement came to with the entries up to that one, and how many versions there were by then. */
    Posted posted(PersonId person, YearMonth month, long upTo) {
        Map<Currency, BigDecimal> totals = new LinkedHashMap<>();
        List<Instant> last = new ArrayList<>();
        int[] versions = new int[1];
        jdbc.sql("""
                select currency, sum(delta) as total, max(recorded_at) as last_at,
                       (select count(distinct recorded_at) from ledger_entries
                        where person_id = :person and posted_month = :month and seq <= :upTo) as versions
                from ledger_entries
                where person_id = :person and posted_month = :month and seq <= :upTo group by currency order by currency
                """)
                .param("person", person.value())
                .param("month", month.toString())
                .param("upTo", upTo)
                .query(row -> {
                    Currency currency = Currency.getInstance(row.getString("currency"));
                    totals.put(currency, exactToTheMinorUnit(person, month, currency, decimal(row, "total")));
                    versions[0] = row.getInt("versions");
                    last.add(row.getObject("last_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
                });
        return new Posted(upTo, totals, last.stream().max(Instant::compareTo).orElse(null), versions[0]);
    }

    /** Each component's lines end with their rounding; a total that is still in between is a fault, not to be hidden. */
    private static BigDecimal exactToTheMinorUnit(
            PersonId person, YearMonth month, Currency currency, BigDecimal total) {
        if (total.scale() > Money.decimals(currency)) {
            throw new IllegalStateException("What was posted for " + person + " on the statement of " + month
                    + " comes to " + total.toPlainString() + " " + currency + ", which nobody can pay");
        }
        return total;
    }

    private static BigDecimal decimal(ResultSet row, String column) throws SQLException {
        return Decimals.canonical(row.getBigDecimal(column));
    }
}
