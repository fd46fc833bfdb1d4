package org.koploper.records;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a record away with what belongs to it, unless it has a history or something else needs it. */
@Component
class RecordRemoval {

    private final JdbcTemplate jdbc;

    RecordRemoval(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes it away and answers what it was, as it was stored.
     *
     * @throws RecordRefused when it has to stay
     */
    Rows.Stored remove(RecordKind kind, String externalId, Batch batch) {
        Rows.Stored stored =
                new Rows(kind, jdbc).byExternalId(List.of(externalId)).get(externalId);
        if (stored == null) {
            throw new RecordConflict(null, null, null);
        }
        stay(kind, stored.id());
        Map<String, @Nullable Object> was = stored.values();
        for (Aspect aspect : kind.aspects()) {
            String there = aspect.read(List.of(stored.id()), batch).get(stored.id());
            boolean reference = kind.fields().stream()
                    .anyMatch(field -> field.name().equals(aspect.field()) && field.type() == Field.Type.REFERENCE);
            was.put(aspect.field(), there == null || !reference ? there : Long.valueOf(there));
        }
        kind.written(batch, List.of(new Written(stored.id(), was, was)));
        JdbcClient client = JdbcClient.create(jdbc);
        try {
            for (ByHand.Part part : kind.byHand().parts()) {
                client.sql("delete from " + part.table() + " where " + part.column() + " = :id")
                        .param("id", stored.id())
                        .update();
            }
            int gone = client.sql("delete from " + kind.table() + " where id = :id and version = :version")
                    .param("id", stored.id())
                    .param("version", stored.version())
                    .update();
            if (gone == 0) {
                throw new RecordConflict(null, null, null);
            }
        } catch (DataIntegrityViolationException e) {
            throw RecordRefused.because("", "still-used");
        }
        kind.finished(batch);
        return stored;
    }

    private void stay(RecordKind kind, long id) {
        String kept = kind.byHand().kept();
        if (kept != null
                && JdbcClient.create(jdbc)
                                .sql("select count(*) from " + kind.table() + " r where r.id = :id and (" + kept + ")")
                                .param("id", id)
                                .query(Long.class)
                                .single()
                        > 0) {
            throw RecordRefused.because("", "has-history");
        }
    }
}
