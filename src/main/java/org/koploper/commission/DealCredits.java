package org.koploper.commission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.DatedRate;
import org.koploper.commission.engine.DatedRates;
import org.koploper.commission.engine.Facts;
import org.koploper.commission.engine.Origin;
import org.koploper.commission.engine.Terms;
import org.koploper.sales.CreditedDeal;
import org.koploper.sales.Credits;
import org.koploper.sales.Goods;
import org.koploper.sales.RateTables;

/**
 * Turns what sales credit somebody with into credits for the engine, each in its own currency, and has the rates that bring
 * them into the currency of a plan. A deal that is cancelled or credited later keeps the day on which it was won, so that
 * what is taken back is what was given. Lives as long as one run, so that rates are read once.
 */
final class DealCredits {

    private final RateTables tables;
    private final Set<String> currencies;
    private final Map<String, LocalDate> wonDays;
    private final Details details;
    private final Map<Pair, DatedRates> rates = new HashMap<>();
    private final Map<List<@Nullable Object>, Origin> origins = new HashMap<>();

    /**
     * @param currencies of all deals of the run
     * @param wonDays of deals whose reversals are among them, by external id
     */
    DealCredits(RateTables tables, Set<String> currencies, Map<String, LocalDate> wonDays, Details details) {
        this.tables = tables;
        this.currencies = currencies;
        this.wonDays = wonDays;
        this.details = details;
    }

    /** Of a plan, and of its pay. */
    private record Pair(String currency, String pay) {}

    /**
     * For all deals of a run, by person.
     *
     * @param more currencies that have to be brought into the one of a plan
     */
    static DealCredits of(
            Collection<List<CreditedDeal>> deals, Credits sales, RateTables tables, Details details, Set<String> more) {
        Set<String> currencies = new HashSet<>(more);
        Set<String> reversed = new TreeSet<>();
        deals.forEach(own -> own.forEach(deal -> {
            currencies.add(deal.currency());
            if (deal.kind() != CreditedDeal.Kind.WON) {
                reversed.add(deal.deal());
            }
        }));
        return new DealCredits(tables, currencies, sales.closeDays(reversed), details);
    }

    /** The rates between the currency of a plan and those of the deals and of its pay. */
    DatedRates rates(Terms terms) {
        String currency = terms.currency().getCurrencyCode();
        Set<String> others = new HashSet<>(currencies);
        others.add(terms.payCurrency().getCurrencyCode());
        others.remove(currency);
        return rates.computeIfAbsent(
                new Pair(currency, terms.payCurrency().getCurrencyCode()),
                pair -> DatedRates.of(tables.into(currency, others, Timeline.FOREVER)
                        .quoted()
                        .map(one -> new DatedRate(one.from(), one.to(), one.day(), one.rate()))
                        .toList()));
    }

    /** @param deals of one person, in the order of their days */
    List<Credit> of(List<CreditedDeal> deals) {
        Set<String> ids = HashSet.newHashSet(deals.size());
        List<Credit> credits = new ArrayList<>(deals.size());
        for (CreditedDeal deal : merged(deals)) {
            String id = CreditRef.of(deal).id();
            while (!ids.add(id)) {
                id += "*";
            }
            credits.add(credit(id, deal));
        }
        return credits;
    }

    /** Two credit notes of a deal on one day are one credit: the engine knows a credit by its id. */
    private static List<CreditedDeal> merged(List<CreditedDeal> deals) {
        record Key(String deal, CreditedDeal.Kind kind, LocalDate date, String currency) {}
        Map<Key, CreditedDeal> merged = new LinkedHashMap<>();
        for (CreditedDeal deal : deals) {
            merged.merge(
                    new Key(deal.deal(), deal.kind(), deal.date(), deal.currency()),
                    deal,
                    (one, other) -> new CreditedDeal(
                            one.person(),
                            one.deal(),
                            one.kind(),
                            one.date(),
                            one.dealAmount().add(other.dealAmount()),
                            one.share(),
                            one.currency()));
        }
        return List.copyOf(merged.values());
    }

    private Credit credit(String id, CreditedDeal deal) {
        BigDecimal deals = switch (deal.kind()) {
            case WON -> BigDecimal.ONE;
            case CANCELLED -> BigDecimal.ONE.negate();
            // what is left of it is still a deal, and nobody says that goods came back
            case CREDIT_NOTE -> BigDecimal.ZERO;
        };
        Goods.Sold sold = details.sold(deal.deal());
        BigDecimal cost = details.cost(deal.deal(), deal.dealAmount(), deal.currency());
        Facts facts = new Facts(
                cost == null ? BigDecimal.ZERO : cost,
                cost != null,
                sold.quantity().multiply(deals),
                deals,
                sold.traits(),
                origin(deal),
                BigDecimal.ZERO,
                null);
        return new Credit(
                id, deal.date(), deal.dealAmount(), deal.share(), facts, details.sharing(deal.deal(), deal.person()));
    }

    /** Most deals have the same, so they share it. */
    private Origin origin(CreditedDeal deal) {
        LocalDate won = deal.kind() == CreditedDeal.Kind.WON ? null : wonDays.get(deal.deal());
        LocalDate invoiced = details.invoiced().get(deal.deal());
        return origins.computeIfAbsent(
                java.util.Arrays.asList(won, invoiced, deal.currency()),
                key -> new Origin(won, invoiced, deal.currency(), null));
    }
}
