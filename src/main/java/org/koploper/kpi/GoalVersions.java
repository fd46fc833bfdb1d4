package org.koploper.kpi;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.records.Batch;
import org.koploper.records.Written;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What goals were before they changed, whichever way the change came. */
@Component
class GoalVersions {

    /** What a version consists of: fields of the record and the columns they are kept in. */
    private static final Map<String, String> TERMS = Map.ofEntries(
            Map.entry("kpi", "kpi"),
            Map.entry("reading", "reading"),
            Map.entry("direction", "direction"),
            Map.entry("curve", "shape"),
            Map.entry("from", "from_day"),
            Map.entry("to", "to_day"),
            Map.entry("amount", "amount"),
            Map.entry("currency", "currency"),
            Map.entry("baseline", "baseline"),
            Map.entry("baselineFrom", "baseline_from"),
            Map.entry("baselineTo", "baseline_to"));

    private static final List<String> FIELDS = TERMS.keySet().stream().sorted().toList();

    private static final String KEEP =
            "insert into goal_versions (id, target_id, number, ended_at, ended_by, kpi_version, "
                    + String.join(", ", FIELDS.stream().map(TERMS::get).toList())
                    + ") select cast(? as bigint), g.id, (select count(*) + 1 from goal_versions v where v.target_id = g.id),"
                    + " cast(? as timestamp(6)), cast(? as bigint), g.kpi_version, "
                    + String.join(", ", FIELDS.stream().map(GoalVersions::cast).toList())
                    + " from targets g where g.id = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate bulk;
    private final Ids ids;
    private final GoalKpis kpis;

    GoalVersions(JdbcClient jdbc, JdbcTemplate bulk, Ids ids, GoalKpis kpis) {
        this.kpis = kpis;
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.ids = ids;
    }

    /** Both databases want to know the type of a parameter that is selected. */
    private static String cast(String field) {
        return switch (field) {
            case "from", "to", "baselineFrom", "baselineTo" -> "cast(? as date)";
            case "amount", "baseline" -> "cast(? as numeric(19,4))";
            default -> "cast(? as varchar(60))";
        };
    }

    /** Keeps what those records were, where something differs that was agreed; the version of a KPI is that of the day. */
    void keep(Batch batch, List<Written> rows) {
        PersonId person = Caller.now().person();
        List<Object[]> kept = new ArrayList<>();
        List<Object[]> defined = new ArrayList<>();
        for (Written row : rows) {
            Map<String, @Nullable Object> before = row.before();
            int version = kpis.of(String.valueOf(row.after().get("kpi")), null).version();
            if (before != null
                    && FIELDS.stream()
                            .anyMatch(field ->
                                    differs(before.get(field), row.after().get(field)))) {
                kept.add(Stream.of(
                                Stream.of(ids.next(), batch.at(), person == null ? null : person.value()),
                                FIELDS.stream().map(before::get),
                                Stream.<Object>of(row.id()))
                        .flatMap(one -> one)
                        .toArray());
            }
            if (before == null || !Objects.equals(before.get("kpi"), row.after().get("kpi"))) {
                defined.add(new Object[] {version, row.id(), version});
            }
        }
        if (!kept.isEmpty()) {
            bulk.batchUpdate(KEEP, kept);
        }
        if (!defined.isEmpty()) {
            bulk.batchUpdate("update targets set kpi_version = ? where id = ? and kpi_version <> ?", defined);
        }
    }

    private static boolean differs(@Nullable Object one, @Nullable Object other) {
        return one instanceof java.math.BigDecimal number && other instanceof java.math.BigDecimal same
                ? number.compareTo(same) != 0
                : !Objects.equals(one, other);
    }

    /** Why the last change was made. */
    void explain(long goal, String reason) {
        jdbc.sql("""
                update goal_versions set reason = :reason
                where target_id = :goal and number = (select max(v.number) from goal_versions v where v.target_id = :goal)
                """).param("reason", reason).param("goal", goal).update();
    }

    /** Which version the present one is, from 1. */
    int number(long goal) {
        return jdbc.sql("select count(*) + 1 from goal_versions where target_id = :goal")
                .param("goal", goal)
                .query(Integer.class)
                .single();
    }

    /** What it was, the latest first. */
    List<GoalVersion> of(long goal) {
        return jdbc.sql("""
                select v.number, v.ended_at, p.name as ended_by, v.reason, v.kpi, v.kpi_version, v.reading, v.direction,
                  v.shape, v.from_day, v.to_day, v.amount, v.currency, v.baseline, v.baseline_from, v.baseline_to
                from goal_versions v left join persons p on p.id = v.ended_by
                where v.target_id = :goal order by v.number desc
                """)
                .param("goal", goal)
                .query((row, number) -> new GoalVersion(
                        row.getInt("number"),
                        GoalRows.terms(row, kpis),
                        instant(row.getObject("ended_at", LocalDateTime.class)),
                        row.getString("ended_by"),
                        row.getString("reason")))
                .list();
    }

    static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}
