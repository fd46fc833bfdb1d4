package org.koploper.sales;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.records.Audience.Act.CHANGE;
import static org.koploper.records.Audience.Act.REMOVE;
import static org.koploper.records.Audience.Reach.ALL;
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

/** Products with their family, list price and cost, and variants of them, which are products as well. */
@Component
class ProductsKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of(
            "product", Audiences.ofEverySeller().let(CHANGE, ALL, ADMIN).let(REMOVE, ALL, ADMIN));

    private final SalesBatch.Fields fields;
    private final SalesBatch sales;
    private final TouchedCounts counts;

    ProductsKind(SalesBatch sales, TouchedCounts counts) {
        this.sales = sales;
        this.counts = counts;
        this.fields = sales.withCurrency(
                Field.key("PR-3"),
                Field.text("name", "name", 200, "Oven 60").needed(),
                Field.text("family", "family", 100, "Ovens"),
                Field.of("listPrice", DECIMAL, "list_price", "3200.00"),
                Field.of("cost", DECIMAL, "cost", "1900.00"),
                SalesBatch.currency(),
                Field.reference("variantOf", "variant_of", "products", ""));
    }

    @Override
    public String name() {
        return "products";
    }

    @Override
    public String table() {
        return "products";
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
    public boolean isOneLevelDeep() {
        return true;
    }

    @Override
    public void check(Incoming row, Problems problems) {
        Checks.notNegative(row, problems, "listPrice", "cost");
        if (row.will("listPrice") != null || row.will("cost") != null) {
            sales.needCurrency(row, problems);
        }
    }

    @Override
    public void written(Batch batch, List<Written> rows) {
        // a product that is new was sold to nobody yet
        List<Long> known = rows.stream()
                .filter(row -> row.before() != null)
                .map(Written::id)
                .toList();
        counts.dealsWith(batch.id(), known);
        counts.customersOf(batch.id(), known);
    }

    @Override
    public void finished(Batch batch) {
        sales.goodsChanged(batch);
    }
}
