/**
 * What can be said of small numbers, and what cannot: intervals, comparisons and courses. Pure: numbers in, numbers out,
 * by a well-kept library wherever that has it.
 */
@NullMarked
package org.koploper.statistics;

import org.jspecify.annotations.NullMarked;
