package org.koploper.ledger;

import static org.koploper.ledger.NotClosed.Reason.ALREADY_CLOSED;
import static org.koploper.ledger.NotClosed.Reason.BEING_COMPUTED;
import static org.koploper.ledger.NotClosed.Reason.EARLIER_IS_OPEN;
import static org.koploper.ledger.NotClosed.Reason.LACKS_COST;
import static org.koploper.ledger.NotClosed.Reason.LACKS_INVOICE;
import static org.koploper.ledger.NotClosed.Reason.LACKS_QUOTA;
import static org.koploper.ledger.NotClosed.Reason.LACKS_RATE;
import static org.koploper.ledger.NotClosed.Reason.LACKS_SCORE;
import static org.koploper.ledger.NotClosed.Reason.NOT_OVER;
import static org.koploper.ledger.NotClosed.Reason.OTHER_TOTALS;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koploper.access.Caller;
import org.koploper.access.PersonNames;
import org.koploper.audit.Facts;
import org.koploper.audit.Trail;
import org.koploper.money.Decimals;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes months, one after the other, for the whole organisation and for good: a closed month never changes and is never
 * opened again. What becomes known later is an adjustment on the first statement that is open.
 */
@Service
public class PeriodClose {

    /** A year, so that nobody promises a day that nobody will remember. */
    public static final int MOST_DAYS = 366;

    private static final String READERS = "@reach.seesAllPay()";
    private static final String CLOSERS = "hasAnyRole('FINANCE') or hasAuthority('SYSTEM')"
            + " or (hasAuthority('SCOPE_imports') and @reach.seesAllPay())";

    private final Book book;
    private final Chains chains;
    private final PayMonths months;
    private final PlansInForce plans;
    private final Lacking lacking;
    private final PersonNames names;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PeriodClose(
            Book book,
            Chains chains,
            PayMonths months,
            PlansInForce plans,
            Lacking lacking,
            PersonNames names,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.chains = chains;
        this.months = months;
        this.plans = plans;
        this.lacking = lacking;
        this.names = names;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** All months from the first with anything posted to the present one, the newest first. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public List<PayMonth> months() {
        return months.all(book.closed(), YearMonth.now(clock));
    }

    /** How many days after publishing a statement has to be paid. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public int payableDays() {
        return months.payableDays();
    }

    /**
     * Sets that for months that will be closed; those that are keep the day they were published with.
     *
     * @param days 0 to {@value #MOST_DAYS}
     * @throws IllegalArgumentException for any other number
     */
    @PreAuthorize("hasAnyRole('FINANCE')")
    @Transactional
    public void payAfter(int days) {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("Statements cannot be payable after " + days + " days");
        }
        int before = months.payableDays();
        months.payAfter(days);
        trail.record(
                "period.payable-days",
                new Trail.Subject("period", "all", "Koploper"),
                String.valueOf(before),
                String.valueOf(days),
                null);
    }

    /**
     * Closes a month.
     *
     * @param confirmed the totals by currency that whoever closes has seen
     * @throws NotClosed when something stands in the way; nothing was changed then
     */
    @PreAuthorize(CLOSERS)
    @Transactional
    public PayMonth close(YearMonth month, Map<Currency, BigDecimal> confirmed) {
        // first what could be in a state of change, then what is read: whoever writes is through when the chains are
        // ours
        book.hold();
        chains.lockAll();
        PayMonth found = closable(month);
        if (months.isBeingComputed()) {
            throw new NotClosed(BEING_COMPUTED);
        }
        lacking.in(month).ifPresent(missing -> {
            throw new NotClosed(
                    switch (missing.what()) {
                        case RATE -> LACKS_RATE;
                        case INVOICE -> LACKS_INVOICE;
                        case COST -> LACKS_COST;
                        case SCORE -> LACKS_SCORE;
                        case QUOTA -> LACKS_QUOTA;
                    },
                    names.nameOf(missing.person()),
                    missing.about());
        });
        if (!same(found.totals(), confirmed)) {
            throw new NotClosed(OTHER_TOTALS);
        }
        book.closeThrough(month);
        months.insert(found, clock.instant(), clock.getZone());
        months.keepPlans(month, plans.in(month));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("people", String.valueOf(found.people()));
        found.totals().forEach((currency, total) -> facts.put(currency.getCurrencyCode(), total.toPlainString()));
        trail.record(
                "period.closed",
                new Trail.Subject("period", month.toString(), month.toString()),
                null,
                Facts.of(facts),
                null);
        events.publishEvent(new MonthClosed(month, Caller.behind()));
        return months().stream()
                .filter(one -> one.month().equals(month))
                .findFirst()
                .orElseThrow();
    }

    private PayMonth closable(YearMonth month) {
        List<PayMonth> all = months();
        if (book.closed().contains(month)) {
            throw new NotClosed(ALREADY_CLOSED);
        }
        if (!month.isBefore(YearMonth.now(clock))) {
            throw new NotClosed(NOT_OVER);
        }
        Optional<PayMonth> first = all.stream()
                .filter(one -> one.state() == PayMonth.State.CLOSABLE)
                .findFirst();
        if (first.isPresent() && first.get().month().isBefore(month)) {
            throw new NotClosed(EARLIER_IS_OPEN, first.get().month().toString());
        }
        // before the first with anything posted there is nothing, which can be closed too
        return first.filter(one -> one.month().equals(month))
                .orElseGet(() -> new PayMonth(month, PayMonth.State.CLOSABLE, 0, Map.of(), null, null));
    }

    private static boolean same(Map<Currency, BigDecimal> found, Map<Currency, BigDecimal> confirmed) {
        Map<Currency, BigDecimal> canonical = new HashMap<>();
        confirmed.forEach((currency, total) -> canonical.put(currency, Decimals.canonical(total)));
        return found.equals(canonical);
    }
}
