package org.koploper.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record that arrives in bulk, from a file or through the API: what it is called, where it is kept, which
 * fields it has and which rules hold. The room that owns the table declares it as a bean; comparing with what is there,
 * resolving references, writing and counting are done once, for all kinds, by {@code RecordDesk}.
 *
 * <p>Every table has {@code id}, {@code external_id} (unique) and {@code version}. A kind with a required field
 * {@code name} can be referred to by that name, and its rows may come without an external id: the name stands in for it.
 * A kind that refers to itself is applied in one piece, whatever the order of its rows.
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

    /** Rows of other tables that come and go with its records, in the order in which they can be deleted. */
    default List<Beside> besides() {
        return List.of();
    }

    /** Called in the transaction that took a batch back, for those whose {@link #besides} are what they were again. */
    default void restored(Batch batch, Collection<Long> ids) {}

    /**
     * The external id of a row that comes without one, put together from what makes the record unique, such as pair and
     * day of an exchange rate; null where the row does not say enough, or the kind needs a given one.
     *
     * @param values as they were read: references are texts
     */
    default @Nullable String composedId(Map<String, @Nullable Object> values) {
        return null;
    }

    /**
     * Of a kind that refers to itself, whether that goes one level deep only: a product that has variants is none itself.
     * Otherwise it goes as deep as one likes, as with teams; never round in a circle.
     */
    default boolean isOneLevelDeep() {
        return false;
    }

    /**
     * Rules beyond single fields, such as "closed before engaged". References are ids by then (those of records not yet
     * written may be negative), aspects are canonical; fields that the row does not mention are absent from its values,
     * but {@code before} (what is there now) lets a rule see them. Not asked when a field of the row is wrong already.
     */
    default void check(Incoming row, Problems problems) {}

    /**
     * Called in the transaction of each chunk with the records that were really new or changed: dated states, touched days.
     * A record that is about to be removed comes with the same values before and after, so that what it touched is noted.
     */
    default void written(Batch batch, List<Written> rows) {}

    /** What holds when people look at and change records of this kind one by one; nobody may, unless the kind says so. */
    default ByHand byHand() {
        return ByHand.NEVER;
    }

    /** Called once, in the transaction of the last chunk, when anything was new or changed: one event for the whole batch. */
    default void finished(Batch batch) {}

    /** The fields whose values, out of all rows of a batch that were taken, {@link #summary} wants to see. */
    default Set<String> remembered() {
        return Set.of();
    }

    /**
     * Looks at the batch as a whole when all rows are through, also in a dry run, where nothing is written: warnings
     * about what is missing or odd in it, without a row. An error here is a mistake of the kind.
     *
     * @param remembered by field name the different values that records taken from the batch have (changed or not)
     */
    default void summary(Batch batch, Map<String, Set<Object>> remembered, Problems problems) {}
}
