package org.koploper.commission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.koploper.commission.Credited.Exchange;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.Facts;
import org.koploper.sales.CreditedDeal;
import org.koploper.sales.Goods;
import org.koploper.sales.RateTable;
import org.koploper.sales.RateTables;

/**
 * Turns what sales credit somebody with into credits in the currency of a plan: at the rate of the day the deal was
 * closed, also when it is cancelled or credited later, so that what is taken back is what was given. Lives as long as one
 * run, so that each rate is looked up once.
 */
final class Exchanges {

    /** Decimals that a converted deal is rounded to, half up; more would not fit the ledger once share and rate apply. */
    static final int DECIMALS = 6;

    private final RateTables rates;
    private final Set<String> currencies;
    private final Map<String, LocalDate> closeDays;
    private final Map<String, Goods.Sold> goods;
    private final Map<String, RateTable> tables = new HashMap<>();

    /**
     * @param currencies of all deals of the run
     * @param closeDays of deals whose reversals are among the credits, by external id
     * @param goods what was sold in these deals, by external id; none where no plan asks for it
     */
    Exchanges(
            RateTables rates, Set<String> currencies, Map<String, LocalDate> closeDays, Map<String, Goods.Sold> goods) {
        this.goods = goods;
        this.rates = rates;
        this.currencies = currencies;
        this.closeDays = closeDays;
    }

    /** @param deals of one person, in the order of their days */
    List<Credited> in(String currency, List<CreditedDeal> deals) {
        Set<String> ids = HashSet.newHashSet(deals.size());
        List<Credited> credits = new ArrayList<>(deals.size());
        for (CreditedDeal deal : merged(deals)) {
            String id = id(deal);
            while (!ids.add(id)) {
                id += "*";
            }
            credits.add(credited(id, currency, deal));
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

    private static String id(CreditedDeal deal) {
        return switch (deal.kind()) {
            case WON -> deal.deal();
            case CANCELLED -> deal.deal() + "/cancelled";
            case CREDIT_NOTE -> deal.deal() + "/credit " + deal.date();
        };
    }

    private Credited credited(String id, String currency, CreditedDeal deal) {
        if (deal.currency().equals(currency)) {
            return new Credited(credit(id, deal, deal.dealAmount()), null);
        }
        LocalDate day =
                deal.kind() == CreditedDeal.Kind.WON ? deal.date() : closeDays.getOrDefault(deal.deal(), deal.date());
        String source = "rate:" + deal.currency() + "-" + currency + " " + day;
        BigDecimal rate = tables.computeIfAbsent(currency, into -> rates.into(into, currencies, Timeline.FOREVER))
                .rate(deal.currency(), day)
                .orElse(null);
        Exchange exchange = new Exchange(deal.dealAmount(), deal.currency(), rate, source);
        BigDecimal amount = rate == null
                ? BigDecimal.ZERO
                : deal.dealAmount().multiply(rate).setScale(DECIMALS, RoundingMode.HALF_UP);
        return new Credited(credit(id, deal, amount), exchange);
    }

    private Credit credit(String id, CreditedDeal deal, BigDecimal amount) {
        BigDecimal deals = switch (deal.kind()) {
            case WON -> BigDecimal.ONE;
            case CANCELLED -> BigDecimal.ONE.negate();
            // what is left of it is still a deal, and nobody says that goods came back
            case CREDIT_NOTE -> BigDecimal.ZERO;
        };
        Goods.Sold sold = goods.getOrDefault(deal.deal(), Goods.Sold.UNKNOWN);
        Facts facts = new Facts(BigDecimal.ZERO, sold.quantity().multiply(deals), deals, sold.traits());
        return new Credit(id, deal.date(), amount, deal.share(), facts);
    }
}
