package org.koploper.commission;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.SystemOnly;
import org.koploper.audit.Trail;
import org.koploper.ledger.Ledger;
import org.koploper.sales.Credits;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the ledger up to what is earned: computes the whole truth of the payees and months that can have moved and
 * appends the difference. What is already right gets no entry, so a run can be repeated at any time.
 */
@Service
public class CommissionRun {

    /** Payees computed together: what one group holds in memory is bounded, and it takes a handful of queries. */
    private static final int GROUP = 1_000;

    /** Touched days in a group, where they are known: who sells every day has many deals. */
    private static final int GROUP_DAYS = 20_000;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final PlanRows plans;
    private final Credits credits;
    private final RunGroup groups;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    CommissionRun(
            JdbcClient jdbc,
            Ledger ledger,
            PlanRows plans,
            Credits credits,
            RunGroup groups,
            Trail trail,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.plans = plans;
        this.credits = credits;
        this.groups = groups;
        this.trail = trail;
        this.events = events;
    }

    /**
     * For the persons and days of a batch in {@code touched_days}.
     *
     * @return how many entries were appended
     */
    @SystemOnly
    @Transactional
    public int touched(long batch) {
        Map<PersonId, Span> spans = new HashMap<>();
        Map<PersonId, Integer> days = new HashMap<>();
        jdbc.sql("""
                select person_id, min(touched_day) as first_day, max(touched_day) as last_day, count(*) as days
                from touched_days where batch = :batch group by person_id
                """).param("batch", batch).query(row -> {
            days.put(new PersonId(row.getLong("person_id")), row.getInt("days"));
            spans.put(
                    new PersonId(row.getLong("person_id")),
                    new Span(
                            YearMonth.from(row.getObject("first_day", LocalDate.class)),
                            YearMonth.from(row.getObject("last_day", LocalDate.class))));
        });
        return recorded("batch " + batch, run(spans, days, "sales-changed " + batch));
    }

    /**
     * For everybody and always; appends nothing when nothing was missed.
     *
     * @return how many entries were appended
     */
    @SystemOnly
    @Transactional
    public int all() {
        return all("full-run");
    }

    int all(String cause) {
        TreeSet<Long> everybody = new TreeSet<>();
        ledger.payees().forEach(payee -> everybody.add(payee.value()));
        plans.everReached(PlanRows.ANY).forEach(payee -> everybody.add(payee.value()));
        List<PersonId> payees = everybody.stream().map(PersonId::new).toList();
        return recorded("all", from(payees, Span.ALWAYS.from(), cause));
    }

    /** For those whose deals have to be converted. */
    int converted(String cause) {
        TreeSet<Long> payees = new TreeSet<>();
        plans.currencies()
                .forEach(currency -> credits.personsBeside(currency).forEach(payee -> payees.add(payee.value())));
        List<PersonId> concerned = payees.stream().map(PersonId::new).toList();
        return recorded("rates", from(concerned, Span.ALWAYS.from(), cause));
    }

    /** For these payees from that month on, inside a change that has its own record in the trail. */
    int from(Collection<PersonId> payees, YearMonth month, String cause) {
        Map<PersonId, Span> spans = new HashMap<>();
        payees.forEach(payee -> spans.put(payee, new Span(month, Span.ALWAYS.to())));
        return run(spans, Map.of(), cause);
    }

    private int run(Map<PersonId, Span> spans, Map<PersonId, Integer> days, String cause) {
        // in ascending order over all groups, so that two runs can never wait for each other
        TreeMap<Long, PersonId> ordered = new TreeMap<>();
        spans.keySet().forEach(payee -> ordered.put(payee.value(), payee));
        List<PersonId> payees = new ArrayList<>(ordered.values());
        Set<StatementsMoved.Moved> moved = new HashSet<>();
        int appended = 0;
        int from = 0;
        while (from < payees.size()) {
            int to = from;
            int heavy = 0;
            do {
                heavy += days.getOrDefault(payees.get(to), 0);
                to++;
            } while (to < payees.size() && to - from < GROUP && heavy < GROUP_DAYS);
            appended += groups.run(payees.subList(from, to), spans, cause, moved);
            from = to;
        }
        if (appended > 0) {
            events.publishEvent(new StatementsMoved(moved));
            events.publishEvent(new StatementsChanged(Caller.behind()));
        }
        return appended;
    }

    private int recorded(String ref, int appended) {
        if (appended > 0) {
            trail.record(
                    "commission.run", new Trail.Subject("commission-run", ref, ref), null, appended + " entries", null);
        }
        return appended;
    }
}
