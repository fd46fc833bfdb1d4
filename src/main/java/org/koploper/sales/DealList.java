package org.koploper.sales;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.audit.Facts;
import org.koploper.money.Decimals;
import org.koploper.people.PersonRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads deals, always inside the scope of the caller. */
@Component
class DealList {

    private static final String COLUMNS = """
            select d.external_id, d.name, c.name as customer, p.name as product, o.id as owner, o.external_id as owner_ref,
              o.name as owner_name, d.stage, d.engaged_on, d.closed_on, d.cancelled_on, d.deal_value, d.currency
            """;

    private static final String FROM = """
            from deals d join persons o on o.id = d.owner_id
              left join customers c on c.id = d.customer_id left join products p on p.id = d.product_id
            where\s""";

    private static final String STATES = """
            select d.external_id, s.stage, s.from_day, s.deal_value, s.currency,
              o.id as owner, o.external_id as owner_ref, o.name as owner_name
            from deals d join deal_states s on s.deal_id = d.id join persons o on o.id = s.owner_id
            """;

    /** Deals per query: well below what a statement may have of parameters. */
    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final DealScope scope;

    DealList(JdbcClient jdbc, DealScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** A deal with the name of its product. */
    record Found(DealRow row, @Nullable String product) {}

    /** Conditions with their parameters. */
    private record Where(String sql, Map<String, Object> params) {}

    List<DealRow> rows(DealQuery query) {
        Where where = where(query);
        return jdbc.sql(COLUMNS + FROM + where.sql() + " order by "
                        + query.sort().column() + (query.descending() ? " desc" : " asc")
                        + " nulls last, d.external_id offset :skip rows fetch next :size rows only")
                .params(where.params())
                .param("skip", query.offset())
                .param("size", query.size())
                .query((row, number) -> found(row).row())
                .list();
    }

    /** Those of these that the caller may see, in no order. */
    List<DealRow> rows(Collection<String> externalIds) {
        DealScope.Condition seen = scope.seesDeal();
        List<String> ids = List.copyOf(externalIds);
        List<DealRow> rows = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            rows.addAll(jdbc.sql(COLUMNS + FROM + seen.sql() + " and d.external_id in (:ids)")
                    .params(seen.params())
                    .param("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
                    .query((row, number) -> found(row).row())
                    .list());
        }
        return rows;
    }

    long count(DealQuery query) {
        Where where = where(query);
        return jdbc.sql("select count(*) " + FROM + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
    }

    private Where where(DealQuery query) {
        DealScope.Condition seen = scope.seesDeal();
        Map<String, Object> params = new HashMap<>(seen.params());
        List<String> conditions = new ArrayList<>(List.of(seen.sql()));
        if (!query.text().isBlank()) {
            params.put("text", pattern(query.text()));
            conditions.add("(lower(d.external_id) like :text escape '!' or lower(d.name) like :text escape '!'"
                    + " or lower(c.name) like :text escape '!')");
        }
        if (!query.stages().isEmpty()) {
            params.put("stages", query.stages().stream().map(Enum::name).toList());
            conditions.add("d.stage in (:stages)");
        }
        if (query.owner() != null) {
            params.put("owner", query.owner().value());
            conditions.add("d.owner_id = :owner");
        }
        if (query.closedFrom() != null) {
            params.put("closedFrom", query.closedFrom());
            conditions.add("d.closed_on >= :closedFrom");
        }
        if (query.closedTo() != null) {
            params.put("closedTo", query.closedTo());
            conditions.add("d.closed_on <= :closedTo");
        }
        return new Where(String.join(" and ", conditions), params);
    }

    Optional<Found> find(String externalId) {
        DealScope.Condition seen = scope.seesDeal();
        return jdbc.sql(COLUMNS + FROM + seen.sql() + " and d.external_id = :externalId")
                .params(seen.params())
                .param("externalId", externalId)
                .query((row, number) -> found(row))
                .optional();
    }

    /** Whether the caller may change deals of that person. */
    boolean mayChangeDealsOf(long person) {
        DealScope.Condition changes = scope.changes("p.id");
        return jdbc.sql("select count(*) from persons p where p.id = :person and " + changes.sql())
                        .params(changes.params())
                        .param("person", person)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The states that held on that day, of deals the caller may see today. */
    List<DealState> states(LocalDate day, @Nullable String deal, @Nullable PersonId owner, boolean openOnly) {
        DealScope.Condition seen = scope.seesDeal();
        Map<String, Object> params = new HashMap<>(seen.params());
        params.put("day", day);
        List<String> conditions = new ArrayList<>(List.of(seen.sql()));
        if (deal != null) {
            params.put("deal", deal);
            conditions.add("d.external_id = :deal");
        }
        if (owner != null) {
            params.put("owner", owner.value());
            conditions.add("s.owner_id = :owner");
        }
        if (openOnly) {
            conditions.add("s.stage in ('PROSPECTING', 'ENGAGING', 'QUOTED')");
        }
        return jdbc.sql(STATES + """
                where s.seq = (select max(l.seq) from deal_states l
                    where l.deal_id = d.id and (l.from_day is null or l.from_day <= :day))
                  and\s""" + String.join(" and ", conditions) + " order by d.external_id")
                .params(params)
                .query((row, number) -> state(row))
                .list();
    }

    /** All states of a deal that the caller may see today, the latest first. */
    List<DealState> states(String deal) {
        DealScope.Condition seen = scope.seesDeal();
        return jdbc.sql(STATES + " where d.external_id = :deal and " + seen.sql() + " order by s.seq desc")
                .params(seen.params())
                .param("deal", deal)
                .query((row, number) -> state(row))
                .list();
    }

    private static DealState state(ResultSet row) throws SQLException {
        return new DealState(
                row.getString("external_id"),
                DealStage.valueOf(row.getString("stage")),
                owner(row),
                row.getBigDecimal("deal_value"),
                row.getString("currency"),
                row.getObject("from_day", LocalDate.class));
    }

    /** Which of these persons there are. */
    List<Long> existing(Collection<Long> persons) {
        return persons.isEmpty()
                ? List.of()
                : jdbc.sql("select id from persons where id in (:persons)")
                        .param("persons", persons)
                        .query(Long.class)
                        .list();
    }

    /** These fields for the trail, persons by external id. */
    String inWords(List<String> fields, Map<String, @Nullable Object> deal) {
        Map<Long, String> persons = new HashMap<>();
        Set<Long> ids = new HashSet<>(PartsOfDeal.shares(deal.get("splits")).keySet());
        ids.addAll(PartsOfDeal.shares(deal.get("overlays")).keySet());
        if (deal.get("owner") instanceof Long owner) {
            ids.add(owner);
        }
        jdbc.sql("select id, external_id from persons where id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    persons.put(row.getLong(1), row.getString(2));
                });
        Map<String, String> told = new LinkedHashMap<>();
        fields.forEach(field -> told.put(field, word(field, deal.get(field), persons)));
        return Facts.of(told);
    }

    private static String word(String field, @Nullable Object value, Map<Long, String> persons) {
        if (value == null) {
            return "-";
        }
        return switch (field) {
            case "owner" -> persons.getOrDefault((Long) value, value.toString());
            case "splits", "overlays" ->
                PartsOfDeal.shares(value).entrySet().stream()
                        .map(share -> persons.get(share.getKey()) + ":" + Decimals.plain(share.getValue()))
                        .collect(Collectors.joining(";"));
            case "value" -> Decimals.plain((BigDecimal) value);
            default -> value.toString();
        };
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                new DealRow(
                        row.getString("external_id"),
                        row.getString("name"),
                        row.getString("customer"),
                        owner(row),
                        DealStage.valueOf(row.getString("stage")),
                        row.getObject("engaged_on", LocalDate.class),
                        row.getObject("closed_on", LocalDate.class),
                        row.getObject("cancelled_on", LocalDate.class),
                        row.getBigDecimal("deal_value"),
                        row.getString("currency")),
                row.getString("product"));
    }

    private static PersonRef owner(ResultSet row) throws SQLException {
        return new PersonRef(
                new PersonId(row.getLong("owner")), row.getString("owner_ref"), row.getString("owner_name"));
    }

    /** What {@code like ... escape '!'} finds these words by, whatever the case; their own wildcards mean themselves. */
    static String pattern(String text) {
        String escaped = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + escaped + "%";
    }
}
