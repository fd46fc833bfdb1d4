package org.koploper.intake;

import java.time.LocalDate;

/** How many people's totals, boards and statements an import can move, and from which day to which. */
public record Affected(int people, LocalDate from, LocalDate to) {}
