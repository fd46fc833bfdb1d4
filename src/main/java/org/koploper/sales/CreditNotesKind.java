package org.koploper.sales;

import static org.koploper.records.Field.Type.DATE;
import static org.koploper.records.Field.Type.DECIMAL;

import java.time.LocalDate;
import java.util.ArrayList;
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

/** Credit notes: a part of a deal that is taken back. */
@Component
class CreditNotesKind implements RecordKind {

    private static final ByHand BY_HAND =
            ByHand.of("credit-note", Audiences.ofPaperOfDeal()).explaining("deal", "creditedOn", "amount", "currency");

    private final SalesBatch.Fields fields;
    private final SalesBatch sales;
    private final DealPersons persons;

    CreditNotesKind(SalesBatch sales, DealPersons persons) {
        this.sales = sales;
        this.persons = persons;
        this.fields = sales.withCurrency(
                Field.key("CN-14"),
                Field.reference("deal", "deal_id", "deals", "D-2041").needed(),
                Field.of("creditedOn", DATE, "credited_on", "2026-11-05").needed(),
                Field.of("amount", DECIMAL, "amount", "150.00").needed(),
                SalesBatch.currency(),
                Field.text("reason", "reason", 400, "damaged on arrival"));
    }

    @Override
    public String name() {
        return "credit-notes";
    }

    @Override
    public String table() {
        return "credit_notes";
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
        Checks.positive(row, problems, "amount");
    }

    @Override
    public void written(Batch batch, List<Written> rows) {
        sales.adoptCurrency(rows);
        List<Long> deals = SalesBatch.ids(rows, "deal");
        Map<Long, Set<Long>> credited = persons.of(deals);
        Map<Long, LocalDate> cancelled = persons.cancelled(deals);
        sales.touch(batch, rows, note -> {
            Set<Long> who = credited.get(note.get("deal"));
            List<Touched.PersonDay> days = new ArrayList<>(SalesBatch.on(who, note.get("creditedOn")));
            // what the note takes back, the cancellation does not
            days.addAll(SalesBatch.on(who, cancelled.get(note.get("deal"))));
            return days;
        });
    }

    @Override
    public void finished(Batch batch) {
        sales.finished(batch);
    }
}
