package org.koploper.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row changes in a record that is there.
 *
 * @param externalId of the record
 * @param cells in the order of the kind's fields
 */
public record Changed(String externalId, List<Cell> cells) {

    /**
     * One field, as a file would say it: references by their external id.
     *
     * @param before null for nothing
     * @param after null for nothing
     */
    public record Cell(
            String field, @Nullable String before, @Nullable String after) {}
}
