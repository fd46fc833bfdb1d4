package org.koploper.commission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Sharing;
import org.koploper.sales.DealCosts;
import org.koploper.sales.Goods;
import org.koploper.sales.Shares;

/**
 * What is known of deals beside amount and day, by external id; nothing where no plan asks for it.
 *
 * @param goods what was sold in them
 * @param shares who shares them
 * @param invoiced the day of the first invoice
 * @param costs what the goods cost
 */
record Details(
        Map<String, Goods.Sold> goods,
        Map<String, List<Shares.Share>> shares,
        Map<String, LocalDate> invoiced,
        Map<String, DealCosts.Cost> costs) {

    static final Details NONE = new Details(Map.of(), Map.of(), Map.of(), Map.of());

    /** As many as a converted deal has. */
    private static final int COST_DECIMALS = 6;

    Goods.Sold sold(String deal) {
        return goods.getOrDefault(deal, Goods.Sold.UNKNOWN);
    }

    /** Null where nobody shares the deal, or it was not asked. */
    @Nullable
    Sharing sharing(String deal, PersonId person) {
        List<Shares.Share> all = shares.getOrDefault(deal, List.of());
        List<PersonId> persons = all.stream().map(Shares.Share::person).toList();
        List<BigDecimal> parts = all.stream().map(Shares.Share::part).toList();
        return persons.contains(person) ? new Sharing(parts, persons.indexOf(person)) : null;
    }

    /**
     * The part of what the deal costs that a credit stands for, with its sign: a reversal takes it back by the part of the
     * value that it takes back, so that it never takes back more margin than there was. Null where it is not known.
     */
    @Nullable
    BigDecimal cost(String deal, BigDecimal amount, String currency) {
        DealCosts.Cost whole = costs.get(deal);
        if (whole == null || !whole.currency().equals(currency)) {
            return null;
        }
        if (whole.value().signum() == 0) {
            // no part of nothing; what is taken back of it was never margin
            return amount.signum() < 0 ? amount : whole.cost();
        }
        return whole.cost().multiply(amount).divide(whole.value(), COST_DECIMALS, RoundingMode.HALF_UP);
    }
}
