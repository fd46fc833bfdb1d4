package org.koploper.sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.koploper.access.PersonId;
import org.koploper.access.SystemOnly;
import org.koploper.money.Decimals;
import org.koploper.period.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people are credited with for deals, read in bulk, for totals and commission. */
@Service
public class Credits {

    /** Persons per query: well below what a statement may have of parameters. */
    private static final int CHUNK = 500;

    private static final int FETCH = 1_000;

    /** Of the statement, each with the persons and the days. */
    private static final int PARTS = 2;

    private static final Comparator<CreditedDeal> ORDER = Comparator.comparing(CreditedDeal::date)
            .thenComparing(CreditedDeal::deal)
            .thenComparing(CreditedDeal::kind)
            .thenComparing(credit -> credit.person().value());

    /**
     * The owner where nobody shares the deal, else who shares it: each by an index that begins with the person. Persons are
     * a table here, since the embedded database would look through all deals of the period for those of some persons.
     */
    private static final String SQL = """
            select d.owner_id as person_id, d.external_id, %1$s as happened, %2$s as amount, 1.000000 as share,
              %3$s as currency
            from %6$s join deals d on d.owner_id = p.id %4$s
            where %1$s between ? and ? and %5$s
              and not exists (select 1 from deal_splits x where x.deal_id = d.id)
            union all
            select s.person_id, d.external_id, %1$s, %2$s, s.share, %3$s
            from %6$s join deal_splits s on s.person_id = p.id join deals d on d.id = s.deal_id %4$s
            where %1$s between ? and ? and %5$s
            """;

    /**
     * What a cancellation takes back: the value without what credit notes have taken back by then, the day itself
     * included. A note in another currency than the deal's cannot be set off against it.
     */
    private static final String LEFT = """
            greatest(coalesce(d.deal_value, 0) - coalesce((select sum(n.amount) from credit_notes n
              where n.deal_id = d.id and n.currency = d.currency and n.credited_on <= d.cancelled_on), 0), 0)""";

    private final JdbcClient jdbc;

    Credits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All credits of these persons dated inside the period, ordered by date, deal, kind and person. A cancelled deal is
     * there twice: with its value on the close date, so that a past period keeps what it had, and on the cancellation date
     * with the opposite of what credit notes up to that day have left of it. Later credit notes of it count nothing.
     */
    @SystemOnly
    @Transactional(readOnly = true)
    public List<CreditedDeal> of(Collection<PersonId> persons, Period period) {
        List<Long> ids =
                persons.stream().map(PersonId::value).distinct().sorted().toList();
        List<CreditedDeal> credits = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<Long> chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            List<Object> asked = new ArrayList<>();
            for (int part = 0; part < PARTS; part++) {
                asked.addAll(chunk);
                asked.add(period.from());
                asked.add(period.to());
            }
            for (CreditedDeal.Kind kind : CreditedDeal.Kind.values()) {
                try (Stream<CreditedDeal> rows = jdbc
                        .sql(sql(kind, chunk.size()))
                        .params(asked)
                        .withFetchSize(FETCH)
                        .query((row, number) -> credit(kind, row))
                        .stream()) {
                    rows.forEach(credits::add);
                }
            }
        }
        credits.sort(ORDER);
        return credits;
    }

    /**
     * The close day of these deals, by external id; deals that were never closed are left out. Whoever converts what was
     * taken back needs it, to take back as much as was given.
     */
    @SystemOnly
    @Transactional(readOnly = true)
    public Map<String, LocalDate> closeDays(Collection<String> deals) {
        List<String> ids = List.copyOf(deals);
        Map<String, LocalDate> days = new HashMap<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            jdbc.sql("select external_id, closed_on from deals where external_id in (:deals) and closed_on is not null")
                    .param("deals", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
                    .query(row -> {
                        days.put(row.getString("external_id"), row.getObject("closed_on", LocalDate.class));
                    });
        }
        return days;
    }

    /** Everybody credited with a deal in another currency than this one: whom a new exchange rate can concern. */
    @SystemOnly
    @Transactional(readOnly = true)
    public List<PersonId> personsBeside(String currency) {
        return jdbc.sql("""
                select d.owner_id as person_id from deals d
                where d.currency <> :currency and d.stage in ('WON', 'CANCELLED')
                union
                select s.person_id from deal_splits s join deals d on d.id = s.deal_id
                where d.currency <> :currency and d.stage in ('WON', 'CANCELLED')
                union
                select d.owner_id from credit_notes n join deals d on d.id = n.deal_id where n.currency <> :currency
                union
                select s.person_id from credit_notes n join deal_splits s on s.deal_id = n.deal_id
                where n.currency <> :currency
                order by 1
                """).param("currency", currency).query(Long.class).list().stream()
                .map(PersonId::new)
                .toList();
    }

    private static String sql(CreditedDeal.Kind kind, int persons) {
        String people =
                "(values " + String.join(", ", Collections.nCopies(persons, "(cast(? as bigint))")) + ") as p (id)";
        return switch (kind) {
            case WON ->
                SQL.formatted(
                        "d.closed_on",
                        "coalesce(d.deal_value, 0)",
                        "d.currency",
                        "",
                        "d.stage in ('WON', 'CANCELLED')",
                        people);
            case CANCELLED ->
                SQL.formatted("d.cancelled_on", "-" + LEFT, "d.currency", "", "d.stage = 'CANCELLED'", people);
            case CREDIT_NOTE ->
                SQL.formatted(
                        "n.credited_on",
                        "-n.amount",
                        "n.currency",
                        "join credit_notes n on n.deal_id = d.id",
                        "(d.stage = 'WON' or d.stage = 'CANCELLED' and n.credited_on <= d.cancelled_on)",
                        people);
        };
    }

    private static CreditedDeal credit(CreditedDeal.Kind kind, ResultSet row) throws SQLException {
        return new CreditedDeal(
                new PersonId(row.getLong("person_id")),
                row.getString("external_id"),
                kind,
                row.getDate("happened").toLocalDate(),
                Decimals.canonical(row.getBigDecimal("amount")),
                Decimals.canonical(row.getBigDecimal("share")),
                row.getString("currency"));
    }
}
