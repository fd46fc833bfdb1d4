package org.koploper.commission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Need;
import org.koploper.kpi.OwnScores;
import org.koploper.kpi.OwnTargets;
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

/** Reads all that the plans of payees ask for: a handful of queries, however many payees there are. */
@Component
class PayeeReader {

    private static final Set<Need> GOODS = Set.of(Need.TRAITS, Need.QUANTITY);

    private final Known known;
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
    private final OwnScores scores;

    PayeeReader(
            Known known,
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
            Clock clock) {
        this.known = known;
        this.costs = costs;
        this.scores = scores;
        this.shares = shares;
        this.cash = cash;
        this.clock = clock;
        this.reporting = reporting;
        this.goods = goods;
        this.targets = targets;
        this.service = service;
        this.credits = credits;
        this.rates = rates;
    }

    /**
     * All that is known of payees.
     *
     * @param sold how many deals somebody is credited with
     * @param looked who was looked at for what others are paid
     * @param others makes each of the others when it is computed, to be gone after that
     */
    record Reading(
            ToIntFunction<PersonId> sold,
            Map<PersonId, Payee> looked,
            Function<Work, Payee> others,
            Together together) {

        /** How many deals that payee is credited with. */
        int deals(Work work) {
            return sold.applyAsInt(work.payee());
        }

        Payee payee(Work work) {
            Payee fellow = looked.get(work.payee());
            return fellow == null ? others.apply(work) : fellow;
        }
    }

    Reading read(List<Work> works) {
        // who has no plan earns nothing, however many deals there are
        List<Work> all =
                known.of(works.stream().filter(work -> !work.pieces().isEmpty()).toList());
        TeamDeals below = TeamDeals.of(leaders(all), reporting);
        Deals deals = all.isEmpty() ? new Deals(Map.of(), Map.of()) : deals(all, below);
        DealCredits credited = DealCredits.of(deals.all(), credits, rates, details(all, deals), currencies(all));
        YearMonth now = YearMonth.now(clock);
        Circumstances circumstances = Circumstances.of(
                all.stream().map(Work::payee).toList(),
                all.stream().flatMap(work -> work.pieces().stream()).toList(),
                targets,
                scores,
                service,
                below.seen(deals.own(), credited),
                now);
        Settling settling = new Settling(cash(all, deals));
        // now, since computing reads nothing any more
        all.forEach(work -> work.pieces().forEach(piece -> credited.rates(piece.terms())));
        Function<Work, Payee> payee = work ->
                new Payee(work.payee(), work.pieces(), deals.of(work.payee()), credited, circumstances, settling);
        Levels levels = levels(all, below, payee, now);
        Map<PersonId, Payee> fellows = new LinkedHashMap<>();
        all.stream()
                .filter(Work::isPaidTogether)
                .forEach(work -> fellows.put(work.payee(), payee.apply(work).knowing(levels)));
        return new Reading(
                deals::count,
                fellows,
                work -> payee.apply(work).knowing(levels),
                Together.of(fellows.values(), first(all, works), now));
    }

    private static YearMonth first(List<Work> known, List<Work> works) {
        // what lower levels earn was found from the first month on that anybody was looked at for
        return Known.levels(known) ? Known.first(known) : Known.first(works);
    }

    private static Levels levels(List<Work> known, TeamDeals below, Function<Work, Payee> payee, YearMonth now) {
        if (!Known.levels(known)) {
            return Levels.NONE;
        }
        Map<PersonId, Payee> people = new LinkedHashMap<>();
        known.forEach(work -> people.put(work.payee(), payee.apply(work)));
        return Levels.of(below, people, Known.first(known), now);
    }

    /**
     * What people are credited with.
     *
     * @param own as those who sold a deal share it
     * @param onTop of that
     */
    private record Deals(Map<PersonId, List<CreditedDeal>> own, Map<PersonId, List<CreditedDeal>> onTop) {

        Payee.Sold of(PersonId person) {
            return new Payee.Sold(own.getOrDefault(person, List.of()), onTop.getOrDefault(person, List.of()));
        }

        int count(PersonId person) {
            return own.getOrDefault(person, List.of()).size()
                    + onTop.getOrDefault(person, List.of()).size();
        }

        List<List<CreditedDeal>> all() {
            return Stream.concat(own.values().stream(), onTop.values().stream()).toList();
        }
    }

    private static Set<PersonId> leaders(List<Work> works) {
        return asking(works, Need.TEAM);
    }

    private static Set<PersonId> asking(List<Work> works, Need need) {
        Set<PersonId> asking = new HashSet<>();
        works.stream().filter(work -> work.asks(Set.of(need))).forEach(work -> asking.add(work.payee()));
        return asking;
    }

    /** Of plans that anybody can be paid under, where pay of one plan counts in another. */
    private static Set<String> currencies(List<Work> known) {
        Set<String> currencies = new TreeSet<>();
        if (Known.levels(known)) {
            known.forEach(work -> work.pieces()
                    .forEach(piece -> currencies.add(piece.terms().currency().getCurrencyCode())));
        }
        return currencies;
    }

    /** Those of the payees, and of the people below. */
    private Deals deals(List<Work> works, TeamDeals below) {
        Set<PersonId> sellers = new HashSet<>(below.people());
        works.forEach(work -> sellers.add(work.payee()));
        List<Period> needed =
                works.stream().map(work -> work.span().credits(work.pieces())).toList();
        LocalDate first =
                needed.stream().map(Period::from).min(LocalDate::compareTo).orElseThrow();
        LocalDate last =
                needed.stream().map(Period::to).max(LocalDate::compareTo).orElseThrow();
        Period days = new Period(first, last);
        Set<PersonId> specialists = asking(works, Need.OVERLAY);
        return new Deals(
                byPerson(credits.of(sellers, days)),
                specialists.isEmpty() ? Map.of() : byPerson(credits.onTop(specialists, days)));
    }

    private static Map<PersonId, List<CreditedDeal>> byPerson(Collection<CreditedDeal> deals) {
        Map<PersonId, List<CreditedDeal>> byPerson = new HashMap<>();
        deals.forEach(deal -> byPerson.computeIfAbsent(deal.person(), person -> new ArrayList<>())
                .add(deal));
        return byPerson;
    }

    private Details details(List<Work> works, Deals deals) {
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

    private Map<String, List<Cash.Received>> cash(List<Work> works, Deals deals) {
        Set<String> paid = asked(works, deals, piece -> Settling.followsCash(piece.terms()));
        return paid.isEmpty() ? Map.of() : cash.of(paid);
    }

    /** Deals of those whose plan asks for it. */
    private static Set<String> asked(List<Work> works, Deals deals, Predicate<Piece> asks) {
        Set<String> asked = new TreeSet<>();
        for (Work work : works) {
            if (work.pieces().stream().anyMatch(asks)) {
                if (work.asks(Set.of(Need.TEAM))) {
                    // deals of people below are asked after too
                    deals.own().values().forEach(sold -> sold.forEach(deal -> asked.add(deal.deal())));
                }
                deals.of(work.payee()).all().forEach(deal -> asked.add(deal.deal()));
            }
        }
        return asked;
    }
}
