package org.koploper.sales;

import java.math.BigDecimal;
import java.util.Map;
import org.koploper.money.Decimals;
import org.koploper.records.Problems;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who shares a deal: the parts are the whole together. */
@Component
class Splits extends PartsOfDeal {

    Splits(JdbcTemplate bulk) {
        super(bulk, "splits", "deal_splits");
    }

    @Override
    boolean fit(Map<Long, BigDecimal> percents, Map<Long, String> named, Problems problems) {
        BigDecimal sum = sum(percents);
        boolean isWhole = sum.compareTo(HUNDRED) == 0;
        if (!isWhole) {
            problems.error(field(), "split-sum", Decimals.plain(sum));
        }
        return isWhole;
    }

    static BigDecimal sum(Map<Long, BigDecimal> shares) {
        return shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
