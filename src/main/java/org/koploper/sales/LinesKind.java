package org.koploper.sales;

import static org.koploper.records.Field.Type.DECIMAL;

import java.math.BigDecimal;
import java.util.List;
import org.koploper.records.Batch;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.koploper.records.Written;
import org.springframework.stereotype.Component;

/** Lines of deals: which products, how many, at which price. */
@Component
class LinesKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of("line", Audiences.ofPartOfDeal());

    private static final List<Field> FIELDS = List.of(
            Field.key("LN-9001"),
            Field.reference("deal", "deal_id", "deals", "D-2041").needed(),
            Field.reference("product", "product_id", "products", "PR-3").needed(),
            Field.of("quantity", DECIMAL, "quantity", "2").needed().orElse(BigDecimal.ONE),
            Field.of("unitPrice", DECIMAL, "unit_price", "2900.00").needed(),
            Field.of("listPrice", DECIMAL, "list_price", "3200.00"),
            Field.of("discountPercent", DECIMAL, "discount_percent", "9.375"));

    private final SalesBatch sales;
    private final TouchedCounts counts;

    LinesKind(SalesBatch sales, TouchedCounts counts) {
        this.sales = sales;
        this.counts = counts;
    }

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public String table() {
        return "deal_lines";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public ByHand byHand() {
        return BY_HAND;
    }

    @Override
    public void check(Incoming row, Problems problems) {
        Checks.positive(row, problems, "quantity");
        Checks.notNegative(row, problems, "unitPrice", "listPrice");
        if (row.will("discountPercent") instanceof BigDecimal discount
                && (discount.signum() < 0 || discount.compareTo(Splits.HUNDRED) > 0)) {
            problems.error("discountPercent", "discount-out-of-range", discount.toPlainString());
        }
    }

    @Override
    public void written(Batch batch, List<Written> rows) {
        List<Long> deals = SalesBatch.ids(rows, "deal");
        counts.ordersOf(batch.id(), deals);
        counts.customersOfDeals(batch.id(), deals);
    }

    @Override
    public void finished(Batch batch) {
        sales.finished(batch);
        sales.goodsChanged(batch);
    }
}
