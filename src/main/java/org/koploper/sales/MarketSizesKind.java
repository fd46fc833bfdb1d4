package org.koploper.sales;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.FINANCE;
import static org.koploper.records.Audience.Act.CHANGE;
import static org.koploper.records.Audience.Act.REMOVE;
import static org.koploper.records.Audience.Reach.ALL;
import static org.koploper.records.Field.Type.DECIMAL;
import static org.koploper.records.Field.Type.INTEGER;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.springframework.stereotype.Component;

/** How large a market is in a year, with where that is known from: what the own revenue is a share of. */
@Component
class MarketSizesKind implements RecordKind {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    private static final ByHand BY_HAND = ByHand.of(
            "market-size",
            Audiences.ofEverySeller().let(CHANGE, ALL, FINANCE, ADMIN).let(REMOVE, ALL, FINANCE, ADMIN));

    private final SalesBatch.Fields fields;
    private final SalesBatch sales;

    MarketSizesKind(SalesBatch sales) {
        this.sales = sales;
        this.fields = sales.withCurrency(
                Field.key("2026"),
                Field.of("year", INTEGER, "market_year", "2026").needed(),
                Field.text("segment", "segment", 100, ""),
                Field.of("amount", DECIMAL, "amount", "150000000.00").needed(),
                SalesBatch.currency(),
                Field.text("source", "source", 200, "Federation, yearbook 2026").needed());
    }

    @Override
    public String name() {
        return "market-sizes";
    }

    @Override
    public String table() {
        return "market_sizes";
    }

    @Override
    public List<Field> fields() {
        return fields.get();
    }

    @Override
    public ByHand byHand() {
        return BY_HAND;
    }

    /** The same year and segment again is the same market. */
    @Override
    public @Nullable String composedId(Map<String, @Nullable Object> values) {
        Object year = values.get("year");
        Object segment = values.get("segment");
        return year == null ? null : segment == null ? year.toString() : year + "-" + segment;
    }

    @Override
    public void check(Incoming row, Problems problems) {
        sales.needCurrency(row, problems);
        Checks.positive(row, problems, "amount");
        if (row.will("year") instanceof Integer year && (year < EARLIEST_YEAR || year > LATEST_YEAR)) {
            problems.error("year", "not-a-date", year.toString(), "yyyy");
        }
    }
}
