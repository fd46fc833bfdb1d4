package org.koploper.sales;

import java.math.BigDecimal;
import java.util.Map;
import org.koploper.money.Decimals;
import org.koploper.records.Problems;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who is credited with a deal on top of those who share it, such as a specialist with a quota of one's own: each with no more
 * than the whole, whatever that comes to together. Only plans that ask for it pay on it; it is in no total of what was sold.
 */
@Component
class Overlays extends PartsOfDeal {

    Overlays(JdbcTemplate bulk) {
        super(bulk, "overlays", "deal_overlays");
    }

    @Override
    boolean fit(Map<Long, BigDecimal> percents, Map<Long, String> named, Problems problems) {
        boolean fits = true;
        for (Map.Entry<Long, BigDecimal> one : percents.entrySet()) {
            if (one.getValue().compareTo(HUNDRED) > 0) {
                problems.error(
                        field(),
                        "overlay-above-whole",
                        named.getOrDefault(one.getKey(), ""),
                        Decimals.plain(one.getValue()));
                fits = false;
            }
        }
        return fits;
    }
}
