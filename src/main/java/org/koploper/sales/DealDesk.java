package org.koploper.sales;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.access.SignedInOnly;
import org.koploper.audit.Trail;
import org.koploper.records.Batch;
import org.koploper.records.Written;
import org.koploper.storage.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deals on screens. Everybody sees the own deals, shared ones included, and those of the people below them today; finance
 * and administration see all. Managers change deals of the people below them (not their own), administration any.
 */
@Service
public class DealDesk {

    private final DealRows rows;
    private final DealList list;
    private final DealHistory history;
    private final Splits splits;
    private final Overlays overlays;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DealDesk(
            DealRows rows,
            DealList list,
            DealHistory history,
            Splits splits,
            Overlays overlays,
            Trail trail,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.list = list;
        this.history = history;
        this.splits = splits;
        this.overlays = overlays;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** One page of the deals that the caller may see, and how many there are. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public DealPage list(DealQuery query) {
        return new DealPage(list.rows(query), list.count(query));
    }

    /** Only the page. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<DealRow> rows(DealQuery query) {
        return list.rows(query);
    }

    /** Those of these deals that the caller may see, by external id, in no order; whoever asks for none asks nobody. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<DealRow> rows(Collection<String> externalIds) {
        return list.rows(externalIds);
    }

    /** Only how many there are, whatever the page. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public long count(DealQuery query) {
        return list.count(query);
    }

    /** That deal; empty when there is none or the caller may not see it. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Optional<DealView> find(String externalId) {
        return list.find(externalId).map(found -> {
            Deal deal = rows.findByExternalId(externalId).orElseThrow();
            return new DealView(
                    found.row(), found.product(), unchanged(deal), deal.version(), list.mayChangeDealsOf(deal.owner()));
        });
    }

    /** Who changed that deal last since that moment; empty when nobody did on a screen, or the caller may not see it. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Optional<Trail.Last> changedSince(String externalId, Instant since) {
        return list.find(externalId)
                .flatMap(found -> trail.last("deal", externalId))
                .filter(last -> !last.at().isBefore(since));
    }

    /** What the deal was on that day; empty when it was not known then, is not there or may not be seen. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Optional<DealState> stateOn(String externalId, LocalDate day) {
        return list.states(day, externalId, null, false).stream().findFirst();
    }

    /** Everything that deal has been, the latest first; empty when it is not there or may not be seen. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<DealState> states(String externalId) {
        return list.states(externalId);
    }

    /**
     * The deals that were open on that day, as they were then, by external id, of those the caller may see today.
     *
     * @param owner who owned them then; null for everybody
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<DealState> openOn(LocalDate day, @Nullable PersonId owner) {
        return list.states(day, null, owner, true);
    }

    /**
     * Wins a deal.
     *
     * @param value null keeps the value it has
     * @param version of the deal as it was read
     * @throws DealRefused when a rule is broken, such as a close date in the future
     * @throws DealChangedMeanwhile when somebody else changed it since
     * @throws AccessDeniedException when there is no such deal or the caller may not change it
     */
    @PreAuthorize("hasAnyRole('MANAGER','ADMIN') or hasAuthority('SYSTEM')")
    @Transactional
    public void win(String externalId, LocalDate closedOn, @Nullable BigDecimal value, int version) {
        Deal deal = changeable(externalId, version);
        DealChange now = unchanged(deal);
        write(deal, now, now.won(closedOn, value == null ? deal.value() : value), "deal.won", null);
    }

    /**
     * Changes a deal. A change without any difference changes nothing and leaves no trail. Whoever changes a deal that was
     * won moves somebody's pay, and has to say why.
     *
     * @param version of the deal as it was read
     * @param reason why, in the user's own words; null for a deal that was never won
     * @throws DealRefused when a rule is broken
     * @throws DealChangedMeanwhile when somebody else changed it since
     * @throws AccessDeniedException when there is no such deal, the caller may not change it, or may not give it to that
     *     owner
     */
    @PreAuthorize("hasAnyRole('MANAGER','ADMIN') or hasAuthority('SYSTEM')")
    @Transactional
    public void change(String externalId, DealChange change, int version, @Nullable String reason) {
        Deal deal = changeable(externalId, version);
        if (change.owner().value() != deal.owner()
                && !list.mayChangeDealsOf(change.owner().value())) {
            throw new AccessDeniedException("Not a person below");
        }
        write(deal, unchanged(deal), change, "deal.changed", reason);
    }

    private Deal changeable(String externalId, int version) {
        Deal deal = rows.findByExternalId(externalId)
                .filter(found -> list.mayChangeDealsOf(found.owner()))
                .orElseThrow(() -> new AccessDeniedException("No such deal, or not yours to change"));
        if (deal.version() != version) {
            throw new DealChangedMeanwhile(externalId);
        }
        return deal;
    }

    private void write(Deal deal, DealChange now, DealChange change, String action, @Nullable String reason) {
        Map<String, @Nullable Object> before = deal.fields(now);
        Map<String, @Nullable Object> after = deal.fields(change);
        new ChangeCheck(list, clock).check(after, change);
        List<String> differing = before.keySet().stream()
                .filter(field -> !Checks.same(before.get(field), after.get(field)))
                .sorted()
                .toList();
        if (differing.isEmpty()) {
            return;
        }
        if (deal.wasWon() && reason == null) {
            throw new DealRefused(List.of(new DealProblem("reason", "reason-missing", List.of())));
        }
        List<PartsOfDeal> parts = Stream.of(splits, overlays)
                .filter(part -> differing.contains(part.field()))
                .toList();
        store(deal, change, parts.size() == differing.size());
        Batch batch =
                new Batch(ids.next(), LocalDate.now(clock), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        parts.forEach(part -> {
            Map<Long, @Nullable String> wanted = new HashMap<>();
            wanted.put(deal.id(), (String) after.get(part.field()));
            part.write(wanted, batch);
        });
        history.written(batch, List.of(new Written(deal.id(), before, after)));
        trail.record(
                action,
                new Trail.Subject("deal", deal.externalId(), deal.title()),
                list.inWords(differing, before),
                list.inWords(differing, after),
                reason);
        events.publishEvent(new SalesChanged(batch.id()));
    }

    private DealChange unchanged(Deal deal) {
        return deal.unchanged(persons(splits, deal), persons(overlays, deal));
    }

    private void store(Deal deal, DealChange change, boolean onlyParts) {
        try {
            deal.become(change);
            if (onlyParts) {
                if (rows.countOn(deal.id(), deal.version()) == 0) {
                    throw new DealChangedMeanwhile(deal.externalId());
                }
            } else {
                rows.saveAndFlush(deal);
            }
        } catch (OptimisticLockingFailureException e) {
            throw new DealChangedMeanwhile(deal.externalId());
        }
    }

    private static Map<PersonId, BigDecimal> persons(PartsOfDeal parts, Deal deal) {
        Map<PersonId, BigDecimal> persons = new HashMap<>();
        PartsOfDeal.shares(parts.of(List.of(deal.id())).get(deal.id()))
                .forEach((person, percent) -> persons.put(new PersonId(person), percent));
        return persons;
    }
}
