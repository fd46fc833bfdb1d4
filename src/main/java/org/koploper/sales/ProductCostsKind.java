package org.koploper.sales;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.records.Audience.Act.CHANGE;
import static org.koploper.records.Audience.Act.REMOVE;
import static org.koploper.records.Audience.Reach.ALL;
import static org.koploper.records.Field.Type.DATE;
import static org.koploper.records.Field.Type.DECIMAL;

import java.util.List;
import org.koploper.records.Batch;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.koploper.records.Written;
import org.springframework.stereotype.Component;

/** What products cost from a day on, so that a new price of purchase leaves the margin of earlier deals as it was. */
@Component
class ProductCostsKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of(
                    "product-cost",
                    Audiences.ofEverySeller().let(CHANGE, ALL, ADMIN).let(REMOVE, ALL, ADMIN))
            .explaining("product", "from", "cost", "currency");

    private final SalesBatch.Fields fields;
    private final SalesBatch sales;
    private final TouchedCounts counts;

    ProductCostsKind(SalesBatch sales, TouchedCounts counts) {
        this.sales = sales;
        this.counts = counts;
        this.fields = sales.withCurrency(
                Field.key("PR-3-2026-10-01"),
                Field.reference("product", "product_id", "products", "PR-3").needed(),
                Field.of("from", DATE, "from_day", "2026-10-01").needed(),
                Field.of("cost", DECIMAL, "cost", "1900.00").needed(),
                SalesBatch.currency());
    }

    @Override
    public String name() {
        return "product-costs";
    }

    @Override
    public String table() {
        return "product_costs";
    }

    @Override
    public List<Field> fields() {
        return fields.get();
    }

    @Override
    public ByHand byHand() {
        return BY_HAND;
    }

    @Override
    public void check(Incoming row, Problems problems) {
        Checks.notNegative(row, problems, "cost");
        sales.needCurrency(row, problems);
    }

    @Override
    public void written(Batch batch, List<Written> rows) {
        counts.dealsWith(batch.id(), SalesBatch.ids(rows, "product"));
    }

    @Override
    public void finished(Batch batch) {
        sales.goodsChanged(batch);
    }
}
