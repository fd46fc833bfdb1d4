package org.koploper.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a record but lies in other tables: splits of a deal, team and manager of a person. Its value travels
 * as a text in a canonical form, so that "unchanged" can be told by comparing texts. An aspect whose field is a plain
 * reference ({@link Field#aspectReference}) is resolved by the desk: its canonical form is the id, {@code "1042"}.
 *
 * <p>Aspects are shared by everybody who imports at the same time: keep nothing between the calls.
 */
public interface Aspect {

    /** The field it stands for. */
    String field();

    /** The records that a text names, so that they can be looked up for a whole chunk at once. */
    default List<Mention> mentions(String text) {
        return List.of();
    }

    /**
     * The canonical form of what a row says, or null when it says nothing; problems are reported, and null is returned.
     * Never asked for an {@link Field#aspectReference}.
     *
     * @param known the records named by {@link #mentions}
     */
    default @Nullable String canonical(String text, Incoming row, Known known, Problems problems) {
        return text;
    }

    /**
     * A canonical text for people to read.
     *
     * @param names the name of a record by its kind and what stands for it in {@link #mentions}
     */
    default String inWords(String canonical, BinaryOperator<String> names) {
        return canonical;
    }

    /** What is there now in canonical form, by id of the record; ids without any are left out. */
    Map<Long, String> read(Collection<Long> ids, Batch batch);

    /** Writes what shall be from the batch's day on, for records that differ; null: nothing any more. */
    void write(Map<Long, @Nullable String> wanted, Batch batch);

    /**
     * For an {@link Field#aspectReference}: a subquery for the id that a record (alias {@code r}) has on the day
     * {@code :today}, by which lists can be filtered and sorted; null where they cannot.
     */
    default @Nullable String sql() {
        return null;
    }

    /** The kind of the records whose ids a canonical form holds, and which ids those are; null where it holds none. */
    default @Nullable Naming naming() {
        return null;
    }

    /** How a canonical form is written for people, as files have it, by the external ids of what it names. */
    interface Naming {

        String kind();

        Set<Long> ids(String canonical);

        String text(String canonical, Map<Long, String> externalIds);
    }

    /** A record named in a text, by external id or name. */
    record Mention(String kind, String text) {}
}
