package org.koploper.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param currencyHeader only for money: what the extra column with the currency is called in a file of plain text
 * @param width in characters, for files that have widths
 */
public record Column<T>(String header, @Nullable String currencyHeader, int width, Function<T, Cell> content) {}
