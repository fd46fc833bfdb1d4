package org.koploper.kpi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.kpi.MetricWording.Words;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The KPIs that the organisation made. They are asked for with every goal and every row of targets, and hardly ever change, so
 * they are kept in memory: a change made by another node is seen within half a minute.
 */
@Component
class OwnKpiRows {

    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final String PART = "PART";
    private static final String WHOLE = "WHOLE";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private volatile @Nullable Known known;

    OwnKpiRows(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Every one, by key. */
    List<OwnKpiState> all() {
        Known now = known;
        if (now == null || now.until().isBefore(clock.instant())) {
            now = new Known(read(), clock.instant().plus(KEPT));
            known = now;
        }
        return now.states();
    }

    Optional<OwnKpiState> find(String key) {
        return all().stream().filter(state -> state.key().equals(key)).findFirst();
    }

    /** @param version null: the newest */
    Optional<OwnKpi> find(String key, @Nullable Integer version) {
        return find(key).flatMap(state -> version == null ? Optional.of(state.newest()) : state.version(version));
    }

    /** As it is in this transaction. */
    List<OwnKpiState> read() {
        Map<Long, Map<String, Only>> filters = new HashMap<>();
        jdbc.sql("select version_id, side, aspect, wanted from own_kpi_filters").query(row -> {
            filters.computeIfAbsent(row.getLong(1), one -> new HashMap<>())
                    .merge(row.getString(2), one(row.getString(3), row.getString(4)), OwnKpiRows::both);
        });
        Map<String, List<OwnKpiVersion>> versions = new LinkedHashMap<>();
        Map<String, Boolean> retired = new HashMap<>();
        jdbc.sql("""
                select k.kpi_key, k.status, v.id, v.number, v.made_at, p.name as made_by, v.reason, v.name_en, v.means_en,
                  v.name_nl, v.means_nl, v.unit, v.direction, v.part, v.whole
                from own_kpis k join own_kpi_versions v on v.kpi_id = k.id left join persons p on p.id = v.made_by
                order by k.kpi_key, v.number desc
                """).query(row -> {
            String key = row.getString("kpi_key");
            retired.put(key, row.getString("status").equals("RETIRED"));
            versions.computeIfAbsent(key, one -> new ArrayList<>())
                    .add(version(key, row, filters.getOrDefault(row.getLong("id"), Map.of())));
        });
        List<OwnKpiState> states = new ArrayList<>();
        versions.forEach((key, own) -> states.add(new OwnKpiState(key, retired.getOrDefault(key, false), own)));
        return List.copyOf(states);
    }

    private static Only one(String aspect, String wanted) {
        return Only.EVERYTHING.with(Grouping.valueOf(aspect), List.of(wanted));
    }

    private static Only both(Only one, Only more) {
        Only all = one;
        for (Map.Entry<Grouping, java.util.SortedSet<String>> entry :
                more.values().entrySet()) {
            TreeSet<String> wanted = new TreeSet<>(entry.getValue());
            wanted.addAll(one.values().getOrDefault(entry.getKey(), new TreeSet<>()));
            all = all.with(entry.getKey(), wanted);
        }
        return all;
    }

    private static OwnKpiVersion version(String key, ResultSet row, Map<String, Only> filters) throws SQLException {
        String whole = row.getString("whole");
        OwnKpiTerms terms = new OwnKpiTerms(
                new Words(row.getString("name_en"), row.getString("means_en")),
                new Words(row.getString("name_nl"), row.getString("means_nl")),
                KpiUnit.valueOf(row.getString("unit")),
                KpiDirection.valueOf(row.getString("direction")),
                part(row.getString("part"), filters.get(PART)),
                whole == null ? null : part(whole, filters.get(WHOLE)));
        Instant madeAt = row.getObject("made_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return new OwnKpiVersion(
                new OwnKpi(key, row.getInt("number"), terms),
                madeAt,
                row.getString("made_by"),
                row.getString("reason"));
    }

    private static OwnPart part(String what, @Nullable Only only) {
        return new OwnPart(Counted.valueOf(what), only == null ? Only.EVERYTHING : only);
    }

    void create(String key) {
        jdbc.sql("insert into own_kpis (id, kpi_key, status) values (:id, :key, 'OPEN')")
                .param("id", ids.next())
                .param("key", key)
                .update();
    }

    /** One version more; its number must not be there yet. */
    void add(OwnKpi kpi, @Nullable String reason) {
        long version = ids.next();
        OwnKpiTerms terms = kpi.terms();
        OwnPart whole = terms.whole();
        PersonId person = Caller.now().person();
        jdbc.sql("""
                insert into own_kpi_versions (id, kpi_id, number, made_at, made_by, reason, name_en, means_en, name_nl, means_nl,
                  unit, direction, part, whole)
                values (:id, (select k.id from own_kpis k where k.kpi_key = :key), :number, :at, :by, :reason, :nameEn, :meansEn,
                  :nameNl, :meansNl, :unit, :direction, :part, :whole)
                """)
                .param("id", version)
                .param("key", kpi.key())
                .param("number", kpi.version())
                .param("at", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", person == null ? null : person.value())
                .param("reason", reason)
                .param("nameEn", terms.en().name())
                .param("meansEn", terms.en().explanation())
                .param("nameNl", terms.nl().name())
                .param("meansNl", terms.nl().explanation())
                .param("unit", terms.unit().name())
                .param("direction", terms.direction().name())
                .param("part", terms.part().what().name())
                .param("whole", whole == null ? null : whole.what().name())
                .update();
        narrow(version, PART, terms.part().only());
        narrow(version, WHOLE, whole == null ? Only.EVERYTHING : whole.only());
        forgetAfterwards();
    }

    private void narrow(long version, String side, Only only) {
        only.values()
                .forEach((aspect, values) -> values.forEach(value -> jdbc.sql("""
                insert into own_kpi_filters (version_id, side, aspect, wanted) values (:version, :side, :aspect, :wanted)
                """)
                        .param("version", version)
                        .param("side", side)
                        .param("aspect", aspect.name())
                        .param("wanted", value)
                        .update()));
    }

    /** @return whether it was otherwise before */
    boolean retire(String key, boolean retired) {
        forgetAfterwards();
        return jdbc.sql("update own_kpis set status = :status where kpi_key = :key and status <> :status")
                        .param("status", retired ? "RETIRED" : "OPEN")
                        .param("key", key)
                        .update()
                == 1;
    }

    private void forgetAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known = null;
            }
        });
    }

    private record Known(List<OwnKpiState> states, Instant until) {}
}
