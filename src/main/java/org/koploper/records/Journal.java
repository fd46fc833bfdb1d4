package org.koploper.records;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.storage.Keeping;
import org.koploper.storage.Kept;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What batches wrote, kept for some days: one row of the database for each portion of records, written in the transaction
 * that wrote them.
 */
@Component
class Journal implements Keeping {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Duration kept;

    Journal(JdbcClient jdbc, JsonMapper json, @Value("${koploper.undo-days:30}") int days) {
        this.jdbc = jdbc;
        this.json = json;
        this.kept = Duration.ofDays(days);
    }

    @Override
    public Kept kept() {
        return Kept.during("undo", kept, "koploper.undo-days");
    }

    /** One row. */
    record Page(long batch, int seq, String kind) {}

    /**
     * What one portion wrote.
     *
     * @param created ids, as first and last of each unbroken row of numbers
     * @param prints of what was written: of the created ones in that order, then of the changed ones
     * @param changed those that were there before
     */
    record Content(List<long[]> created, List<Long> prints, List<Before> changed) {

        List<Long> createdIds() {
            List<Long> ids = new ArrayList<>();
            for (long[] run : created) {
                for (long id = run[0]; id <= run[1]; id++) {
                    ids.add(id);
                }
            }
            return ids;
        }

        /** What was written, by id. */
        Map<Long, Long> printsById() {
            Map<Long, Long> byId = new LinkedHashMap<>();
            List<Long> ids = new ArrayList<>(createdIds());
            changed.forEach(one -> ids.add(one.id()));
            for (int i = 0; i < ids.size(); i++) {
                byId.put(ids.get(i), prints.get(i));
            }
            return byId;
        }
    }

    /**
     * A record before the batch.
     *
     * @param values by field name, as texts
     * @param besides rows beside it by table, as texts by column
     */
    record Before(
            long id, Map<String, @Nullable String> values, Map<String, List<Map<String, @Nullable String>>> besides) {}

    boolean isKept() {
        return !kept.isZero();
    }

    void write(Batch batch, int seq, String kind, Content content) {
        jdbc.sql("insert into record_journal (batch, seq, kind, recorded_at, content)"
                        + " values (:batch, :seq, :kind, :at, :content)")
                .param("batch", batch.id())
                .param("seq", seq)
                .param("kind", kind)
                .param("at", Timestamp.valueOf(batch.at()))
                .param("content", json.writeValueAsString(content))
                .update();
    }

    /** What was written last comes first, so that it goes before what it was built on. */
    List<Page> pages(long batch) {
        return jdbc.sql("select seq, kind from record_journal where batch = :batch order by seq desc")
                .param("batch", batch)
                .query((row, n) -> new Page(batch, row.getInt(1), row.getString(2)))
                .list();
    }

    /** @throws OptimisticLockingFailureException when somebody else took it back meanwhile */
    Content read(Page page) {
        return jdbc.sql("select content from record_journal where batch = :batch and seq = :seq")
                .param("batch", page.batch())
                .param("seq", page.seq())
                .query(String.class)
                .optional()
                .map(content -> json.readValue(content, Content.class))
                .orElseThrow(() -> new OptimisticLockingFailureException("taken back meanwhile"));
    }

    void delete(Page page) {
        jdbc.sql("delete from record_journal where batch = :batch and seq = :seq")
                .param("batch", page.batch())
                .param("seq", page.seq())
                .update();
    }

    void deleteOlderThanKept(LocalDateTime now) {
        jdbc.sql("delete from record_journal where recorded_at < :limit")
                .param("limit", Timestamp.valueOf(now.minus(kept)))
                .update();
    }
}
