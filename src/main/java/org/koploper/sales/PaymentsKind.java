package org.koploper.sales;

import static org.koploper.records.Field.Type.DATE;
import static org.koploper.records.Field.Type.DECIMAL;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.koploper.records.Batch;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.koploper.records.Written;
import org.springframework.stereotype.Component;

/** Payments of invoices. */
@Component
class PaymentsKind implements RecordKind {

    private static final ByHand BY_HAND =
            ByHand.of("payment", Audiences.ofPayments()).explaining("invoice", "paidOn", "amount", "currency");

    private final SalesBatch.Fields fields;
    private final SalesBatch sales;
    private final DealPersons persons;

    PaymentsKind(SalesBatch sales, DealPersons persons) {
        this.sales = sales;
        this.persons = persons;
        this.fields = sales.withCurrency(
                Field.key("PAY-871"),
                Field.reference("invoice", "invoice_id", "invoices", "I-3310").needed(),
                Field.of("paidOn", DATE, "paid_on", "2026-10-28").needed(),
                Field.of("amount", DECIMAL, "amount", "2500.00").needed(),
                SalesBatch.currency());
    }

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public String table() {
        return "payments";
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
        sales.needCurrency(row, problems);
    }

    @Override
    public void written(Batch batch, List<Written> rows) {
        sales.adoptCurrency(rows);
        Map<Long, Set<Long>> paid = persons.ofInvoices(SalesBatch.ids(rows, "invoice"));
        sales.touch(batch, rows, payment -> SalesBatch.on(paid.get(payment.get("invoice")), payment.get("paidOn")));
    }

    @Override
    public void finished(Batch batch) {
        sales.finished(batch);
    }
}
