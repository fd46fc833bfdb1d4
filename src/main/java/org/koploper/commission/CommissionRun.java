package org.koploper.commission;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.SystemOnly;
import org.koploper.audit.Trail;
import org.koploper.commission.document.PlanDocument;
import org.koploper.commission.engine.Need;
import org.koploper.ledger.Ledger;
import org.koploper.sales.Credits;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the ledger up to what is earned: computes the whole truth of the payees and months that can have moved and
 * appends the difference. What is already right gets no entry, so a run can be repeated at any time.
 */
@Service
public class CommissionRun {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final PlanRows plans;
    private final Credits credits;
    private final RunGroup groups;
    private final Fellows fellows;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate alone;

    CommissionRun(
            JdbcClient jdbc,
            Ledger ledger,
            PlanRows plans,
            Credits credits,
            RunGroup groups,
            Fellows fellows,
            Trail trail,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.plans = plans;
        this.credits = credits;
        this.groups = groups;
        this.fellows = fellows;
        this.trail = trail;
        this.events = events;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * For the persons and days of a batch in {@code touched_days}, whatever their number: each group of payees is a
     * transaction with its own record in the trail. Whoever is interrupted runs all again.
     *
     * @return how many entries were appended
     */
    @SystemOnly
    public int touched(long batch) {
        List<Set<PersonId>> together = new ArrayList<>();
        Spans spans = Objects.requireNonNull(alone.execute(status -> {
            together.addAll(fellows.groups());
            return Spans.touched(jdbc, batch, together);
        }));
        int appended = 0;
        for (List<PersonId> group : Groups.of(spans, together)) {
            appended += Objects.requireNonNull(alone.execute(
                    status -> recorded("batch " + batch, run(List.of(group), spans, "sales-changed " + batch))));
        }
        return appended;
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

    /** For those whose deals or pay have to be converted, or deals of whose people have. */
    int converted(String cause) {
        Set<PersonId> payees = asked(Set.of(Need.TEAM));
        payees.addAll(reached(
                version -> PlanDocument.parse(version.document()).exchange().payIn() != null));
        plans.currencies().forEach(currency -> payees.addAll(credits.personsBeside(currency)));
        return recorded("rates", from(payees, Span.ALWAYS.from(), cause));
    }

    /** For everybody whom a plan reaches that asks for one of these. */
    int asking(Set<Need> needs, String cause) {
        return recorded(needs.toString().toLowerCase(Locale.ROOT), from(asked(needs), Span.ALWAYS.from(), cause));
    }

    private Set<PersonId> asked(Set<Need> needs) {
        return reached(version -> asks(version, needs));
    }

    private Set<PersonId> reached(Predicate<PlanVersion> wanted) {
        Set<PersonId> payees = new HashSet<>();
        for (PlanRef plan : plans.plans()) {
            if (plans.versions(plan.id()).stream().anyMatch(wanted)) {
                payees.addAll(plans.everReached(plan.id()));
            }
        }
        return payees;
    }

    /** For everybody whom a plan reaches that pays in months after a sale, or without one: a new month has begun. */
    int goingOn(String cause) {
        return recorded("months", from(reached(CommissionRun::goesOn), Span.ALWAYS.from(), cause));
    }

    private static boolean goesOn(PlanVersion version) {
        PlanDocument document = PlanDocument.parse(version.document());
        return Settling.goesOn(document.pay(), document.components());
    }

    private static boolean asks(PlanVersion version, Set<Need> needs) {
        return PlanDocument.parse(version.document()).components().stream()
                .anyMatch(component -> !Collections.disjoint(component.needs(), needs));
    }

    /** For these payees, and who is paid together with them, from that month on, inside a change that has its own record in the trail. */
    int from(Collection<PersonId> payees, YearMonth month, String cause) {
        Spans spans = Spans.from(fellows.with(payees), month);
        return run(Groups.of(spans, fellows.groups()), spans, cause);
    }

    /** Runs them in the running transaction, and tells whose statements moved. */
    private int run(List<List<PersonId>> payees, Spans spans, String cause) {
        Set<StatementsMoved.Moved> moved = new HashSet<>();
        int appended = 0;
        if (payees.size() > 1) {
            // all at once, since whoever starts a chain must hold no other
            ledger.lock(payees.stream().flatMap(List::stream).toList());
        }
        for (List<PersonId> group : payees) {
            appended += groups.run(group, spans, cause, moved);
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
