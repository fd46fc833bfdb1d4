package org.koploper.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that was new or changed.
 *
 * @param before by field name; null when it is new
 * @param after by field name, complete
 */
public record Written(long id, @Nullable Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {}
