package org.koploper.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.audit.Trail;
import org.koploper.records.ImportersOnly;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers how files were read: the next one with the same columns, whatever their order and capitals, is read like the
 * last one that was taken, by the same person or, where there is none, by anybody.
 */
@Service
public class Mappings {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;
    private final Trail trail;
    private final TransactionTemplate transaction;

    Mappings(JdbcClient jdbc, JsonMapper json, Ids ids, Clock clock, Trail trail, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * What is remembered for files with certain columns.
     *
     * @param mapping with the columns as this file spells them
     * @param by who read such a file last
     */
    public record Remembered(Mapping mapping, Instant at, String by) {}

    /**
     * One that is kept.
     *
     * @param mapping with all columns of such files
     */
    public record Kept(String kind, Mapping mapping, Instant at, String by) {}

    /** All that is remembered, the newest first; of that kind, or of every kind for null. */
    @ImportersOnly
    public List<Kept> all(@Nullable String kind, int limit) {
        return jdbc.sql("select kind, mapping, saved_at, saved_by_name from import_mappings"
                        + (kind == null ? "" : " where kind = :kind")
                        + " order by saved_at desc, id desc limit :limit")
                .param("kind", kind)
                .param("limit", limit)
                .query((row, n) -> new Kept(
                        row.getString(1),
                        json.readValue(row.getString(2), Mapping.class),
                        row.getTimestamp(3).toLocalDateTime().toInstant(ZoneOffset.UTC),
                        row.getString(4)))
                .list();
    }

    /** How a file with these columns was read the last time; empty when none was. */
    @ImportersOnly
    public Optional<Remembered> of(String kind, List<String> headers) {
        CurrentUser caller = Caller.now();
        return jdbc.sql("select mapping, saved_at, saved_by_name from import_mappings"
                        + " where kind = :kind and headers_hash = :hash"
                        + " order by case when person_id = :person then 0 else 1 end, saved_at desc, id desc limit 1")
                .param("kind", kind)
                .param("hash", print(headers))
                .param("person", caller.person() == null ? -1L : caller.person().value())
                .query((row, n) -> new Remembered(
                        respelled(json.readValue(row.getString(1), Mapping.class), headers),
                        row.getTimestamp(2).toLocalDateTime().toInstant(ZoneOffset.UTC),
                        row.getString(3)))
                .optional();
    }

    /** Forgets how files with these columns are read, whoever read them. */
    @ImportersOnly
    public void forget(String kind, List<String> headers) {
        transaction.executeWithoutResult(status -> {
            int gone = jdbc.sql("delete from import_mappings where kind = :kind and headers_hash = :hash")
                    .param("kind", kind)
                    .param("hash", print(headers))
                    .update();
            if (gone > 0) {
                trail.record(
                        "import.mapping-forgotten",
                        new Trail.Subject("mapping", kind, kind),
                        String.join(", ", headers),
                        null,
                        null);
            }
        });
    }

    /** Remembers how a file was read, in place of what its reader said of such files before. */
    void remember(String kind, List<String> headers, Mapping mapping) {
        CurrentUser by = Caller.now();
        Long person = by.person() == null ? null : by.person().value();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from import_mappings where kind = :kind and headers_hash = :hash and "
                            + (person == null ? "person_id is null" : "person_id = " + person))
                    .param("kind", kind)
                    .param("hash", print(headers))
                    .update();
            jdbc.sql("insert into import_mappings (id, kind, headers_hash, person_id, saved_by_name, saved_at, mapping)"
                            + " values (:id, :kind, :hash, :person, :name, :at, :mapping)")
                    .param("id", ids.next())
                    .param("kind", kind)
                    .param("hash", print(headers))
                    .param("person", person, java.sql.Types.BIGINT)
                    .param("name", by.name())
                    .param("at", Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)))
                    .param("mapping", json.writeValueAsString(mapping))
                    .update();
        });
    }

    /** The columns of the mapping, as this file writes them. */
    private static Mapping respelled(Mapping mapping, List<String> headers) {
        Map<String, String> spelling = new HashMap<>();
        headers.forEach(header -> spelling.putIfAbsent(CellReading.loose(header), header));
        Map<String, String> columns = new LinkedHashMap<>();
        UnaryOperator<String> here = header -> spelling.getOrDefault(CellReading.loose(header), header);
        mapping.columns().forEach((header, field) -> columns.put(here.apply(header), field));
        Map<String, ColumnChange> transforms = new LinkedHashMap<>();
        mapping.transforms().forEach((header, change) -> {
            boolean names = change.change().equals(ColumnChange.WITH_COLUMN) && change.value() != null;
            transforms.put(
                    here.apply(header), names ? new ColumnChange(change.change(), here.apply(change.value())) : change);
        });
        return mapping.withColumns(columns).withTransforms(transforms);
    }

    private static String print(Collection<String> headers) {
        String all = headers.stream().map(CellReading::loose).sorted().collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Hashes.sha256(all));
    }
}
