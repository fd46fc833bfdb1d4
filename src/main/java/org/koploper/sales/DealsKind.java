package org.koploper.sales;

import static org.koploper.records.Field.Type.DATE;
import static org.koploper.records.Field.Type.DECIMAL;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.koploper.records.Aspect;
import org.koploper.records.Batch;
import org.koploper.records.Beside;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.koploper.records.Written;
import org.springframework.stereotype.Component;

/** Deals: opportunities, and orders once they are won. */
@Component
class DealsKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of("deal", Audiences.ofDeals())
            .explaining("value", "currency", "splits", "overlays")
            .once(deal -> !DealStage.valueOf(String.valueOf(deal.get("stage"))).isOpen())
            .with(
                    new ByHand.Part("deal_states", "deal_id"),
                    new ByHand.Part("deal_splits", "deal_id"),
                    new ByHand.Part("deal_overlays", "deal_id"))
            .keptWhere("not r." + Audiences.OPEN + " or (select count(distinct s.recorded_at) from deal_states s"
                    + " where s.deal_id = r.id) > 1");

    private static final List<String> STAGES = List.of("prospecting", "engaging", "quoted", "won", "lost", "cancelled");

    private final SalesBatch.Fields fields;
    private final SalesBatch sales;
    private final DealHistory history;
    private final Splits splits;
    private final Overlays overlays;
    private final IdlePeople idle;
    private final Clock clock;

    DealsKind(SalesBatch sales, DealHistory history, Splits splits, Overlays overlays, IdlePeople idle, Clock clock) {
        this.sales = sales;
        this.history = history;
        this.splits = splits;
        this.overlays = overlays;
        this.idle = idle;
        this.clock = clock;
        this.fields = sales.withCurrency(
                Field.key("D-2041"),
                Field.text("name", "name", 200, "Order 2041"),
                Field.reference("customer", "customer_id", "customers", "C-18"),
                Field.reference("product", "product_id", "products", "PR-3"),
                Field.reference("lead", "lead_id", "leads", "L-77"),
                Field.reference("owner", "owner_id", "people", "P-104").needed(),
                Field.code("stage", "stage", STAGES, "won").needed(),
                Field.of("engagedOn", DATE, "engaged_on", "2026-09-14"),
                Field.of("quotedOn", DATE, "quoted_on", "2026-09-21"),
                Field.of("closedOn", DATE, "closed_on", "2026-10-02"),
                Field.of("cancelledOn", DATE, "cancelled_on", ""),
                Field.of("value", DECIMAL, "deal_value", "2500.00"),
                SalesBatch.currency(),
                Field.aspect("splits", "P-104:60;P-101:40"),
                Field.aspect("overlays", "P-101:25"));
    }

    @Override
    public String name() {
        return "deals";
    }

    @Override
    public String table() {
        return "deals";
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
    public List<Aspect> aspects() {
        return List.of(splits, overlays);
    }

    @Override
    public List<Beside> besides() {
        return List.of(
                Beside.of("deal_splits", "deal_id"),
                Beside.of("deal_overlays", "deal_id"),
                Beside.of("deal_states", "deal_id"));
    }

    /** Kept from when states did not say until when they held, that is missing. */
    @Override
    public void restored(Batch batch, Collection<Long> ids) {
        history.restored(batch, ids);
    }

    @Override
    public void check(Incoming row, Problems problems) {
        DealRules.check(row::will, LocalDate.now(clock), problems);
        sales.needCurrency(row, problems);
        if (row.will("customer") == null
                && (row.before() == null || row.values().containsKey("customer"))) {
            problems.warning("customer", "missing-customer");
        }
    }

    @Override
    public void written(Batch batch, List<Written> rows) {
        sales.adoptCurrency(rows);
        history.written(batch, rows);
    }

    @Override
    public void finished(Batch batch) {
        sales.finished(batch);
    }

    @Override
    public Set<String> remembered() {
        return Set.of("owner");
    }

    /** Somebody in a team that sells, without a single deal, is often a name that is spelled differently in the file. */
    @Override
    public void summary(Batch batch, Map<String, Set<Object>> remembered, Problems problems) {
        idle.of(remembered.getOrDefault("owner", Set.of()), batch.today())
                .forEach(name -> problems.warning("owner", "person-without-deals", name));
    }
}
