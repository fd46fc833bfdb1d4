package org.koploper.commission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Sharing;
import org.koploper.sales.Goods;
import org.koploper.sales.Shares;

/**
 * What is known of deals beside amount and day, by external id; nothing where no plan asks for it.
 *
 * @param goods what was sold in them
 * @param shares who shares them
 */
record Details(Map<String, Goods.Sold> goods, Map<String, List<Shares.Share>> shares) {

    static final Details NONE = new Details(Map.of(), Map.of());

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
}
