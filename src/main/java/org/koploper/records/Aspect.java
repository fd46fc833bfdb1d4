package org.koploper.records;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a record but lies in other tables: splits of a deal, team and manager of a person. Its value travels
 * as a text in a canonical form, so that "unchanged" can be told by comparing texts.
 */
public interface Aspect {

    /** The field it stands for. */
    String field();

    /**
     * The canonical form of what a row says, or null when it says nothing; problems are reported, and null is returned.
     * Lookups of other records must be done in {@link #prepare}, once per chunk.
     */
    @Nullable
    String canonical(String text, Incoming row, Problems problems);

    /** Called before the rows of a chunk are read, with all the texts of this field in it. */
    default void prepare(Collection<String> texts, Batch batch) {}

    /** What is there now in canonical form, by id of the record; ids without any are left out. */
    Map<Long, String> read(Collection<Long> ids, Batch batch);

    /** Writes what shall be from the batch's day on; null: nothing any more. */
    void write(Map<Long, @Nullable String> wanted, Batch batch);
}
