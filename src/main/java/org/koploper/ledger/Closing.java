package org.koploper.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That a month was closed, which also publishes its statements.
 *
 * @param payableOn the day by which they have to be paid
 */
public record Closing(Instant at, LocalDate payableOn) {}
