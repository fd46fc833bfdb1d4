/**
 * Terms and credits in, lines with their reason out. Pure: the same input gives the same lines, whatever the day, the
 * machine or the order of the input. {@link Engine} computes, {@link Differences} says what a ledger must append.
 */
@NamedInterface("engine")
@NullMarked
package org.koploper.commission.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
