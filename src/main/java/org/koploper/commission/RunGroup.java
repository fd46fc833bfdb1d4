package org.koploper.commission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Need;
import org.koploper.kpi.OwnScores;
import org.koploper.kpi.OwnTargets;
import org.koploper.ledger.ClosedMonths;
import org.koploper.ledger.HeldLine;
import org.koploper.ledger.Ledger;
import org.koploper.people.ReportingDays;
import org.koploper.people.ServiceDays;
import org.koploper.period.Period;
import org.koploper.sales.Cash;
import org.koploper.sales.CreditedDeal;
import org.koploper.sales.Credits;
import org.koploper.sales.DealCosts;
import org.koploper.sales.Goods;
import org.koploper.sales.RateTables;
import org.koploper.sales.Shares;
import org.springframework.stereotype.Component;

/**
 * Runs a group of payees: a handful of queries for all of them, then each one computed and posted. Those who are paid together
 * come in one group, however many, since each of their groups would look at all of them.
 */
@Component
class RunGroup {

    /** Payees whose lines in the ledger are in memory at once. */
    private static final int HELD = 1_000;

    private static final Set<Need> GOODS = Set.of(Need.TRAITS, Need.QUANTITY);

    private final Ledger ledger;
    private final Coverage coverage;
    private final Credits credits;
    private final RateTables rates;
    private final Goods goods;
    private final Shares shares;
    private final Clock clock;
    private final OwnTargets targets;
    private final ServiceDays service;
    private final ReportingDays reporting;
    private final Cash cash;
    private final DealCosts costs;
    private final Fellows fellows;
    private final OwnScores scores;

    RunGroup(
            Ledger ledger,
            Coverage coverage,
            Credits credits,
            RateTables rates,
            Goods goods,
            OwnTargets targets,
            ServiceDays service,
            ReportingDays reporting,
            Shares shares,
            Cash cash,
            DealCosts costs,
            OwnScores scores,
            Fellows fellows,
            Clock clock) {
        this.costs = costs;
        this.fellows = fellows;
        this.scores = scores;
        this.shares = shares;
        this.cash = cash;
        this.clock = clock;
        this.reporting = reporting;
        this.goods = goods;
        this.targets = targets;
        this.service = service;
        this.ledger = ledger;
        this.coverage = coverage;
        this.credits = credits;
        this.rates = rates;
    }

    /** @param moved gets the statements that moved */
    int run(List<PersonId> payees, Spans touched, String cause, Collection<StatementsMoved.Moved> moved) {
        // before anything is read: who waits here then sees what the other one has posted
        ledger.lock(payees);
        ClosedMonths closed = ledger.closed();
        List<Work> works = works(payees, touched);
        if (works.isEmpty()) {
            return 0;
        }
        Reading reading = reading(works);
        int appended = 0;
        for (int from = 0; from < works.size(); from += HELD) {
            List<Work> some = works.subList(from, Math.min(works.size(), from + HELD));
            appended += new Appending(ledger, closed, held(some), cause)
                    .run(
                            some,
                            reading::deals,
                            work -> reading.payee(work).lines(work.span(), reading.together()),
                            moved);
        }
        return appended;
    }

    /** The components to which nothing is credited in that month, with the reason; reads, and posts nothing. */
    List<Payee.Earned> nothingCredited(PersonId payee, YearMonth month) {
        List<Piece> pieces = coverage.of(List.of(payee)).getOrDefault(payee, List.of()).stream()
                .filter(piece -> piece.touches(month))
                .toList();
        if (pieces.isEmpty()) {
            return List.of();
        }
        Work work = new Work(payee, pieces, new Span(month, month));
        Reading reading = reading(List.of(work));
        return reading.payee(work).nothingCredited(month, reading.together());
    }

    /**
     * All that is known of payees.
     *
     * @param fellows who is paid together with others, and was looked at for that
     * @param others makes each of the others when it is computed, to be gone after that
     */
    private record Reading(
            Map<PersonId, List<CreditedDeal>> deals,
            Map<PersonId, Payee> fellows,
            Function<Work, Payee> others,
            Together together) {

        int deals(Work work) {
            return deals.getOrDefault(work.payee(), List.of()).size();
        }

        Payee payee(Work work) {
            Payee fellow = fellows.get(work.payee());
            return fellow == null ? others.apply(work) : fellow;
        }
    }

    /** Reads all that their plans ask for at once. */
    private Reading reading(List<Work> works) {
        // who has no plan earns nothing, however many deals there are
        List<Work> earning =
                works.stream().filter(work -> !work.pieces().isEmpty()).toList();
        List<Work> known = withFellows(earning);
        TeamDeals below = TeamDeals.of(leaders(known), reporting);
        Map<PersonId, List<CreditedDeal>> deals = known.isEmpty() ? Map.of() : deals(known, below);
        DealCredits own = DealCredits.of(deals.values(), credits, rates, details(known, deals));
        YearMonth now = YearMonth.now(clock);
        Circumstances circumstances = Circumstances.of(
                known.stream().map(Work::payee).toList(),
                known.stream().flatMap(work -> work.pieces().stream()).toList(),
                targets,
                scores,
                service,
                below.seen(deals, own),
                now);
        Settling settling = new Settling(cash(known, deals));
        // now, since computing reads nothing any more
        known.forEach(work -> work.pieces().forEach(piece -> own.rates(piece.terms())));
        Function<Work, Payee> payee = work -> new Payee(
                work.payee(), work.pieces(), deals.getOrDefault(work.payee(), List.of()), own, circumstances, settling);
        Map<PersonId, Payee> fellows = new LinkedHashMap<>();
        known.stream()
                .filter(work -> work.pieces().stream().anyMatch(Piece::isPaidTogether))
                .forEach(work -> fellows.put(work.payee(), payee.apply(work)));
        return new Reading(deals, fellows, payee, Together.of(fellows.values(), first(works), now));
    }

    private List<Work> works(List<PersonId> payees, Spans touched) {
        Map<PersonId, List<Piece>> coverages = coverage.of(payees);
        List<Work> works = new ArrayList<>(payees.size());
        for (PersonId payee : payees) {
            List<Piece> pieces = coverages.getOrDefault(payee, List.of());
            Span span = touched.of(payee, pieces);
            if (span != null) {
                works.add(new Work(payee, pieces, span));
            }
        }
        return works;
    }

    /** These, and everybody who is paid together with one of them, who is looked at and not computed here. */
    private List<Work> withFellows(List<Work> works) {
        Set<PlanVersion> versions = together(works);
        if (versions.isEmpty()) {
            return works;
        }
        Set<PersonId> here = new HashSet<>();
        works.forEach(work -> here.add(work.payee()));
        List<PersonId> others = fellows.with(here).stream()
                .filter(person -> !here.contains(person))
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
        Span span = works.stream().map(Work::span).reduce(Span::and).orElseThrow();
        List<Work> known = new ArrayList<>(works);
        coverage.of(others).forEach((person, pieces) -> {
            if (pieces.stream().anyMatch(piece -> versions.contains(piece.version()))) {
                known.add(new Work(person, pieces, span));
            }
        });
        return known;
    }

    private static Set<PlanVersion> together(List<Work> works) {
        Set<PlanVersion> versions = new HashSet<>();
        works.forEach(work ->
                work.pieces().stream().filter(Piece::isPaidTogether).forEach(piece -> versions.add(piece.version())));
        return versions;
    }

    private static YearMonth first(List<Work> works) {
        return works.stream()
                .map(work -> work.span().from())
                .min(YearMonth::compareTo)
                .orElseThrow();
    }

    private Map<PersonId, List<HeldLine>> held(List<Work> works) {
        YearMonth first = first(works);
        YearMonth last = works.stream()
                .map(work -> work.span().to())
                .max(YearMonth::compareTo)
                .orElseThrow();
        return ledger.held(works.stream().map(Work::payee).toList(), first, last);
    }

    private static List<PersonId> leaders(List<Work> works) {
        return works.stream()
                .filter(work -> work.pieces().stream().anyMatch(piece -> piece.asks(Set.of(Need.TEAM))))
                .map(Work::payee)
                .toList();
    }

    /** Those of the payees, and of the people below. */
    private Map<PersonId, List<CreditedDeal>> deals(List<Work> works, TeamDeals below) {
        Set<PersonId> sellers = new HashSet<>(below.people());
        works.forEach(work -> sellers.add(work.payee()));
        List<Period> needed =
                works.stream().map(work -> work.span().credits(work.pieces())).toList();
        LocalDate first =
                needed.stream().map(Period::from).min(LocalDate::compareTo).orElseThrow();
        LocalDate last =
                needed.stream().map(Period::to).max(LocalDate::compareTo).orElseThrow();
        Map<PersonId, List<CreditedDeal>> deals = new HashMap<>();
        for (CreditedDeal deal : credits.of(sellers, new Period(first, last))) {
            deals.computeIfAbsent(deal.person(), payee -> new ArrayList<>()).add(deal);
        }
        return deals;
    }

    private Details details(List<Work> works, Map<PersonId, List<CreditedDeal>> deals) {
        Set<String> chosen = asked(works, deals, piece -> piece.asks(GOODS));
        Set<String> divided = asked(works, deals, piece -> piece.asks(Set.of(Need.SHARES)));
        Set<String> valued = asked(works, deals, piece -> piece.asks(Set.of(Need.COST)));
        Set<String> converted = asked(works, deals, Piece::followsInvoices);
        return new Details(
                chosen.isEmpty() ? Map.of() : goods.of(chosen),
                divided.isEmpty() ? Map.of() : shares.of(divided),
                converted.isEmpty() ? Map.of() : cash.invoiceDays(converted),
                valued.isEmpty() ? Map.of() : costs.of(valued));
    }

    private Map<String, List<Cash.Received>> cash(List<Work> works, Map<PersonId, List<CreditedDeal>> deals) {
        Set<String> paid = asked(works, deals, piece -> Settling.followsCash(piece.terms()));
        return paid.isEmpty() ? Map.of() : cash.of(paid);
    }

    /** Deals of those whose plan asks for it. */
    private static Set<String> asked(List<Work> works, Map<PersonId, List<CreditedDeal>> deals, Predicate<Piece> asks) {
        Set<String> asked = new TreeSet<>();
        for (Work work : works) {
            if (work.pieces().stream().anyMatch(asks)) {
                // deals of people below are asked after too
                boolean leads = !leaders(List.of(work)).isEmpty();
                deals.forEach((seller, sold) -> {
                    if (leads || seller.equals(work.payee())) {
                        sold.forEach(deal -> asked.add(deal.deal()));
                    }
                });
            }
        }
        return asked;
    }
}
