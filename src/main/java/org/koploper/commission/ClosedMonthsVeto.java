package org.koploper.commission;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.ledger.ClosedMonths;
import org.koploper.ledger.Ledger;
import org.koploper.records.RecordKind;
import org.koploper.records.UndoVeto;
import org.springframework.stereotype.Component;

/**
 * What a closed month was paid by is not undone in one go: it stays, and is corrected or removed by itself, which becomes an
 * adjustment that says so.
 */
@Component
class ClosedMonthsVeto implements UndoVeto {

    /** On which days records of these kinds move pay. */
    private static final Map<String, Set<String>> DAYS = Map.of(
            "deals", Set.of("closedOn", "cancelledOn"),
            "credit-notes", Set.of("creditedOn"),
            "payments", Set.of("paidOn"),
            "rates", Set.of("day"),
            "invoices", Set.of("invoicedOn"),
            "product-costs", Set.of("from"),
            "scores", Set.of("from", "to"));

    private final Ledger ledger;

    ClosedMonthsVeto(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<String> against(
            RecordKind kind, Map<String, @Nullable Object> now, @Nullable Map<String, @Nullable Object> then) {
        Set<String> days = DAYS.getOrDefault(kind.name(), Set.of());
        if (days.isEmpty()) {
            return Optional.empty();
        }
        ClosedMonths closed = Caller.asSystem(ledger::closed);
        return Stream.of(now, then == null ? Map.<String, @Nullable Object>of() : then)
                        .flatMap(values -> days.stream().map(values::get))
                        .anyMatch(day -> day instanceof LocalDate date && closed.contains(YearMonth.from(date)))
                ? Optional.of("period-closed")
                : Optional.empty();
    }
}
