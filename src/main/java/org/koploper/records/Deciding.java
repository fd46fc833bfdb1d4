package org.koploper.records;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.audit.Trail;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Decides about a single record the way the {@link RecordDesk} decides about many. */
@Component
class Deciding {

    private final RecordKinds kinds;
    private final JdbcTemplate jdbc;
    private final Ids ids;
    private final Clock clock;

    Deciding(RecordKinds kinds, JdbcTemplate jdbc, Ids ids, Clock clock) {
        this.kinds = kinds;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** A record that was decided about, and is not written yet. */
    record Decided(Run run, Chunk chunk) {

        Line only() {
            return chunk.only();
        }
    }

    /** @param externalId null for a new record, which gets the one that the values say, or one of our own */
    Decided about(RecordKind kind, @Nullable String externalId, Map<String, @Nullable Object> values, String action) {
        return decided(kind, keyed(kind, externalId, values), action);
    }

    private Decided decided(RecordKind kind, Map<String, @Nullable Object> values, String action) {
        Batch batch = batch();
        Order order =
                new Order(kind.name(), Order.Mode.ALL_OR_NOTHING, batch.id(), action, subject(kind, "", Map.of()));
        Run run = new Run(order, batch, kinds.byName(), jdbc, ids::next);
        Entry entry = new Entry(1, values, List.of(), List.of());
        String key = Chunk.key(run, entry);
        if (key != null) {
            run.keys().add(key, entry);
        }
        Chunk chunk = new Chunk(run, List.of(entry));
        chunk.decide();
        return new Decided(run, chunk);
    }

    /** The values with the external id they are for, and one of our own where a new record has none. */
    private Map<String, @Nullable Object> keyed(
            RecordKind kind, @Nullable String externalId, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> keyed = new LinkedHashMap<>(values);
        if (externalId != null) {
            keyed.put("externalId", externalId);
        } else if (keyed.get("externalId") == null) {
            keyed.remove("externalId");
            String composed = kind.composedId(keyed);
            keyed.put("externalId", composed == null ? "KP-" + ids.next() : composed);
        }
        return keyed;
    }

    Batch batch() {
        return new Batch(ids.next(), LocalDate.now(clock), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    static Trail.Subject subject(RecordKind kind, String externalId, Map<String, @Nullable Object> values) {
        Object name = values.get("name");
        return new Trail.Subject(kind.byHand().subject(), externalId, name == null ? externalId : name.toString());
    }
}
