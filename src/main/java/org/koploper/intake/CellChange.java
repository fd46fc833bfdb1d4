package org.koploper.intake;

import org.jspecify.annotations.Nullable;

/**
 * One cell that differs from what is there.
 *
 * @param row as a spreadsheet shows it
 * @param externalId of the record
 * @param field name of the field
 * @param before what is there; null for nothing
 * @param after what the file says; null for nothing
 */
public record CellChange(
        long row,
        String externalId,
        String field,
        @Nullable String before,
        @Nullable String after) {}
