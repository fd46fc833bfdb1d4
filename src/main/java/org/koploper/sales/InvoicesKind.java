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

/** Invoices of deals. */
@Component
class InvoicesKind implements RecordKind {

    private static final ByHand BY_HAND =
            ByHand.of("invoice", Audiences.ofPaperOfDeal()).explaining("deal", "amount", "currency");

    private final SalesBatch.Fields fields;
    private final SalesBatch sales;
    private final DealPersons persons;

    InvoicesKind(SalesBatch sales, DealPersons persons) {
        this.sales = sales;
        this.persons = persons;
        this.fields = sales.withCurrency(
                Field.key("I-3310"),
                Field.reference("deal", "deal_id", "deals", "D-2041"),
                Field.reference("customer", "customer_id", "customers", "C-18"),
                Field.of("invoicedOn", DATE, "invoiced_on", "2026-10-05").needed(),
                Field.of("dueOn", DATE, "due_on", "2026-11-04"),
                Field.of("amount", DECIMAL, "amount", "2500.00").needed(),
                SalesBatch.currency());
    }

    @Override
    public String name() {
        return "invoices";
    }

    @Override
    public String table() {
        return "invoices";
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
        Checks.inOrder(row, problems, "invoicedOn", "dueOn", "due-before-invoiced");
    }

    @Override
    public void written(Batch batch, List<Written> rows) {
        sales.adoptCurrency(rows);
        Map<Long, Set<Long>> invoiced = persons.of(SalesBatch.ids(rows, "deal"));
        sales.touch(
                batch, rows, invoice -> SalesBatch.on(invoiced.get(invoice.get("deal")), invoice.get("invoicedOn")));
    }

    @Override
    public void finished(Batch batch) {
        sales.finished(batch);
    }
}
