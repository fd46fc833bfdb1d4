package org.koploper.sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.koploper.access.PersonId;
import org.koploper.access.SignedInOnly;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open quotes after which nobody has called, as far as the caller sees quotes: the own ones and those of the people below,
 * for finance and administration all. A contact counts that was held since the quote was sent, with the customer or the lead
 * or about the quote, by whomever. It keeps a quote off the list for as many days as the list asks for.
 */
@Service
public class WaitingQuotes {

    /** Sent, not decided and not run out. */
    private static final String OPEN = """
            q.outcome = 'OPEN' and q.sent_on is not null and (q.expires_on is null or q.expires_on >= :today)""";

    /** How a contact is about a quote. */
    private static final List<String> ABOUT =
            List.of("a.quote_id = q.id", "a.customer_id = q.customer_id", "a.lead_id = q.lead_id");

    private static final String LATEST = """
            coalesce((select cast(max(a.happened_at) as date) from activities a where a.outcome = 'HELD'
              and a.happened_at >= cast(q.sent_on as timestamp) and %s), q.sent_on)""";

    private static final String NOT_SINCE =
            " and not exists (select 1 from activities a where a.outcome = 'HELD' and a.happened_at >= :moment and %s)";

    private static final String SELECT =
            """
            select w.* from (select q.external_id, c.name as customer, c.external_id as customer_ref, o.id as owner,
              o.external_id as owner_ref, o.name as owner_name, q.sent_on, greatest(%s) as since, q.quote_value, q.currency
              from quotes q join persons o on o.id = q.owner_id left join customers c on c.id = q.customer_id
              where\s""".formatted(ABOUT.stream().map(LATEST::formatted).collect(Collectors.joining(", ")));

    private final JdbcClient jdbc;
    private final DealScope scope;
    private final Directory directory;
    private final Clock clock;

    WaitingQuotes(JdbcClient jdbc, DealScope scope, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.directory = directory;
        this.clock = clock;
    }

    /** One page of them. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<WaitingQuote> rows(WaitingQuery query) {
        return ask(
                        SELECT + waiting(query) + ") w order by " + query.sort().column()
                                + (query.descending() ? " desc" : " asc")
                                + " nulls last, w.external_id offset :skip rows fetch next :size rows only",
                        query)
                .param("skip", query.offset())
                .param("size", query.size())
                .query((row, number) -> quote(row))
                .list();
    }

    /** How many there are on all pages; counted up to {@code most} and no further. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public long count(WaitingQuery query, int most) {
        return ask(
                        "select count(*) from (select q.id from quotes q where " + waiting(query)
                                + " fetch first :most rows only) w",
                        query)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** Whether whoever is asked about has any open quote at all, however short it waits. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public boolean anyOpen(WaitingQuery query) {
        return !ask("select 1 from quotes q where " + OPEN + whose(query) + " fetch first 1 rows only", query)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    private JdbcClient.StatementSpec ask(String sql, WaitingQuery query) {
        LocalDate today = LocalDate.now(clock);
        LocalDate before = today.minusDays(query.longerThan());
        PersonId owner = query.owner();
        Map<String, Object> params = new HashMap<>(scope.seesOwner("q.owner_id").params());
        params.put("today", today);
        params.put("before", before);
        params.put("moment", before.atStartOfDay());
        params.put("owner", owner == null ? 0L : owner.value());
        params.put("teams", teams(query));
        return jdbc.sql(sql).params(params);
    }

    /** Sent before that day, and no contact since. */
    private String waiting(WaitingQuery query) {
        return OPEN + " and q.sent_on < :before" + whose(query)
                + ABOUT.stream().map(NOT_SINCE::formatted).collect(Collectors.joining());
    }

    private String whose(WaitingQuery query) {
        return " and " + scope.seesOwner("q.owner_id").sql()
                + (query.owner() == null ? "" : " and q.owner_id = :owner")
                + (query.team() == null
                        ? ""
                        : " and exists (select 1 from memberships m where m.person_id = q.owner_id and m.team_id in (:teams)"
                                + " and m.from_day <= :today and (m.to_day is null or m.to_day >= :today))");
    }

    /** The team with those below it. */
    private List<Long> teams(WaitingQuery query) {
        TeamId team = query.team();
        return team == null
                ? List.of(0L)
                : directory.below(team).stream().map(TeamId::value).toList();
    }

    private static WaitingQuote quote(ResultSet row) throws SQLException {
        return new WaitingQuote(
                row.getString("external_id"),
                row.getString("customer"),
                row.getString("customer_ref"),
                new PersonRef(
                        new PersonId(row.getLong("owner")), row.getString("owner_ref"), row.getString("owner_name")),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("since", LocalDate.class),
                row.getBigDecimal("quote_value"),
                row.getString("currency"));
    }
}
