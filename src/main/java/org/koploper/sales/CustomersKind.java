package org.koploper.sales;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.MANAGER;
import static org.koploper.access.Role.REP;
import static org.koploper.records.Audience.Act.CHANGE;
import static org.koploper.records.Audience.Act.REMOVE;
import static org.koploper.records.Audience.Reach.ALL;

import java.util.List;
import org.koploper.records.Batch;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.RecordKind;
import org.springframework.stereotype.Component;

/** Customers. */
@Component
class CustomersKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of(
            "customer",
            Audiences.ofEverySeller().let(CHANGE, ALL, REP, MANAGER, ADMIN).let(REMOVE, ALL, MANAGER, ADMIN));

    private static final List<Field> FIELDS = List.of(
            Field.key("C-18"),
            Field.text("name", "name", 200, "Bakery De Smet").needed(),
            Field.text("registrationNumber", "registration_number", 40, "0417.497.106"),
            Field.text("segment", "segment", 100, "retail"),
            Field.text("region", "region", 100, "East Flanders"));

    private final SalesBatch sales;

    CustomersKind(SalesBatch sales) {
        this.sales = sales;
    }

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public String table() {
        return "customers";
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
    public void finished(Batch batch) {
        sales.goodsChanged(batch);
    }
}
