package org.koploper.records;

import java.util.List;

/**
 * A kind of record that arrives in bulk, from a file or through the API: what it is called, where it is kept, which
 * fields it has and which rules hold. The room that owns the table declares it as a bean; comparing with what is there,
 * resolving references, writing and counting are done once, for all kinds, by {@code RecordDesk}.
 *
 * <p>Every table has {@code id}, {@code external_id} (unique) and {@code version}.
 */
public interface RecordKind {

    /** As the interface names it, such as {@code deals}; also the path of bulk upserts. */
    String name();

    /** The table that holds it. */
    String table();

    /** The fields in the order of the template; the first is the external id. */
    List<Field> fields();

    /** What belongs to a record but lies in other tables, such as the splits of a deal. */
    default List<Aspect> aspects() {
        return List.of();
    }

    /**
     * Rules beyond single fields, such as "closed before engaged". References are ids by then; fields that the row does
     * not mention are absent from its values, but {@code before} (what is there now) lets a rule see them.
     */
    default void check(Incoming row, Problems problems) {}

    /** Called in the transaction of each chunk with the records that were really new or changed: dated states, touched days. */
    default void written(Batch batch, List<Written> rows) {}

    /** Called once, in the transaction of the last chunk, when anything was new or changed: one event for the whole batch. */
    default void finished(Batch batch) {}
}
