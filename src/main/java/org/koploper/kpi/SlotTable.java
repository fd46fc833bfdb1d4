package org.koploper.kpi;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Slots as a table p of a statement, so that many of them are one statement. */
final class SlotTable {

    /** How long a customer stays one after an order. */
    static final int MONTHS = 12;

    private SlotTable() {}

    /** {@code (values …) as p (i, from_day, to_day, before_from, before_to)}: the last two lie twelve months earlier. */
    static String of(List<Slot> slots) {
        return IntStream.range(0, slots.size())
                .mapToObj(i -> "(" + i + ", " + day(slots.get(i).period().from()) + ", "
                        + day(slots.get(i).day()) + ", "
                        + day(slots.get(i).period().from().minusMonths(MONTHS)) + ", "
                        + day(slots.get(i).day().minusMonths(MONTHS)) + ")")
                .collect(Collectors.joining(", ", "(values ", ") as p (i, from_day, to_day, before_from, before_to)"));
    }

    static String day(LocalDate day) {
        return "cast('" + day + "' as date)";
    }
}
