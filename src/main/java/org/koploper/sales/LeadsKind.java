package org.koploper.sales;

import static org.koploper.access.Role.MANAGER;
import static org.koploper.records.Audience.Act.CHANGE;
import static org.koploper.records.Audience.Act.SEE;
import static org.koploper.records.Audience.Reach.ALL;
import static org.koploper.records.Field.Type.DATE;
import static org.koploper.records.Field.Type.DATE_TIME;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Batch;
import org.koploper.records.Beside;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.koploper.records.Written;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Leads with their source and dated status. */
@Component
class LeadsKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of(
                    "lead",
                    Audiences.ofSeller("owner_id")
                            .letWhere(SEE, ALL, "r.owner_id is null", MANAGER)
                            .letWhere(CHANGE, ALL, "r.owner_id is null", MANAGER))
            .with(new ByHand.Part("lead_states", "lead_id"))
            .keptWhere("(select count(distinct s.recorded_at) from lead_states s where s.lead_id = r.id) > 1");

    private static final String NEW = "NEW";
    private static final String QUALIFIED = "QUALIFIED";
    private static final String QUALIFIED_ON = "qualifiedOn";

    private static final List<String> STATUSES = List.of("new", "contacted", "qualified", "disqualified", "converted");

    private static final List<Field> FIELDS = List.of(
            Field.key("L-77"),
            Field.text("name", "name", 200, "Request from the fair"),
            Field.reference("customer", "customer_id", "customers", "C-18"),
            Field.reference("owner", "owner_id", "people", "P-104"),
            Field.text("source", "source", 100, "fair"),
            Field.code("status", "status", STATUSES, "qualified").needed().orElse(NEW),
            Field.of("createdOn", DATE, "created_on", "2026-08-31").needed(),
            Field.of("arrivedAt", DATE_TIME, "arrived_at", "2026-08-31T09:12"),
            Field.of("qualifiedOn", DATE, "qualified_on", "2026-09-02"));

    private final SalesBatch sales;
    private final StateTable states;

    LeadsKind(SalesBatch sales, JdbcTemplate bulk) {
        this.sales = sales;
        this.states = new StateTable(bulk, "lead_states", "lead_id", List.of("status", "owner_id"), Map.of());
    }

    @Override
    public String name() {
        return "leads";
    }

    @Override
    public String table() {
        return "leads";
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
    public List<Beside> besides() {
        return List.of(Beside.of("lead_states", "lead_id"));
    }

    @Override
    public void check(Incoming row, Problems problems) {
        Checks.inOrder(row, problems, "createdOn", "qualifiedOn", "ends-before-start");
    }

    @Override
    public void written(Batch batch, List<Written> rows) {
        List<StateTable.State> appended = new ArrayList<>();
        for (Written row : rows) {
            Object status = row.after().get("status");
            if (row.before() == null) {
                appended.add(state(row, row.after().get("createdOn"), NEW));
                if (row.after().get(QUALIFIED_ON) != null) {
                    appended.add(state(row, row.after().get(QUALIFIED_ON), QUALIFIED));
                }
                if (!NEW.equals(status)
                        && (!QUALIFIED.equals(status) || row.after().get(QUALIFIED_ON) == null)) {
                    // nobody said since when: not today, or old leads would count as qualified on the day of the import
                    appended.add(state(row, null, status));
                }
            } else if (!Objects.equals(status, row.before().get("status"))
                    || !Objects.equals(row.after().get("owner"), row.before().get("owner"))) {
                Object day = QUALIFIED.equals(status) ? row.after().get(QUALIFIED_ON) : null;
                appended.add(state(row, day == null ? batch.today() : day, status));
            }
        }
        states.write(List.of(), "status", appended, rows, batch);
    }

    /** Kept from when states did not say until when they held, that is missing. */
    @Override
    public void restored(Batch batch, Collection<Long> ids) {
        states.settle(ids);
    }

    @Override
    public void finished(Batch batch) {
        sales.finished(batch);
    }

    private static StateTable.State state(Written row, @Nullable Object from, @Nullable Object status) {
        return new StateTable.State(
                row.id(), (LocalDate) from, status, row.after().get("owner"));
    }
}
