package org.koploper.commission;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
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

    private static final String JOB_ROLES = "job-roles";

    private final Ledger ledger;

    ClosedMonthsVeto(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<String> against(
            RecordKind kind, Map<String, @Nullable Object> now, @Nullable Map<String, @Nullable Object> then) {
        boolean staying = kind.name().equals(JOB_ROLES)
                ? !said(now).equals(then == null ? Map.of() : said(then))
                : hasClosedDay(DAYS.getOrDefault(kind.name(), Set.of()), now, then);
        return staying ? Optional.of("period-closed") : Optional.empty();
    }

    private boolean hasClosedDay(
            Set<String> days, Map<String, @Nullable Object> now, @Nullable Map<String, @Nullable Object> then) {
        if (days.isEmpty()) {
            return false;
        }
        ClosedMonths closed = closed();
        return Stream.of(now, then == null ? Map.<String, @Nullable Object>of() : then)
                .flatMap(values -> days.stream().map(values::get))
                .anyMatch(day -> day instanceof LocalDate date && closed.contains(YearMonth.from(date)));
    }

    /**
     * What a job role says about closed months, where it decides which plan pays: who had it, and from when to when; empty
     * where it begins later. Roles last for years, so one that begins in a closed month may still be ended, and the end
     * taken back, in an open one.
     */
    private Map<String, @Nullable Object> said(Map<String, @Nullable Object> role) {
        YearMonth through = closed().through();
        if (through == null
                || !(role.get("from") instanceof LocalDate from)
                || YearMonth.from(from).isAfter(through)) {
            return Map.of();
        }
        Map<String, @Nullable Object> said = new HashMap<>(role);
        if (role.get("to") instanceof LocalDate to && !to.isBefore(through.atEndOfMonth())) {
            said.put("to", null);
        }
        return said;
    }

    private ClosedMonths closed() {
        return Caller.asSystem(ledger::closed);
    }
}
