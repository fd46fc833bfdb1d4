package org.koploper.records;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * One import or one bulk upsert.
 *
 * @param id from the common sequence; also names the batch in {@code touched_days}
 * @param today the organisation's day
 * @param at now, in UTC
 */
public record Batch(long id, LocalDate today, LocalDateTime at) {}
