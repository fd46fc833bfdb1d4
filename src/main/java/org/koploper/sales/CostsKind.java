package org.koploper.sales;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.FINANCE;
import static org.koploper.records.Audience.Act.CHANGE;
import static org.koploper.records.Audience.Act.REMOVE;
import static org.koploper.records.Audience.Act.SEE;
import static org.koploper.records.Audience.Reach.ALL;
import static org.koploper.records.Field.Type.DATE;
import static org.koploper.records.Field.Type.DECIMAL;

import java.util.List;
import java.util.Set;
import org.koploper.records.Audience;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.springframework.stereotype.Component;

/** Costs of selling, spread over their days. */
@Component
class CostsKind implements RecordKind {

    /** What somebody earns is no business of administration, whichever way it arrives. */
    private static final Set<String> PAY_KINDS = Set.of("SALARY", "COMMISSION");

    private static final String NOT_PAY = "r.kind not in ('SALARY', 'COMMISSION')";

    private static final ByHand BY_HAND = ByHand.of(
                    "cost",
                    Audience.ofAll()
                            .let(SEE, ALL, FINANCE)
                            .let(CHANGE, ALL, FINANCE)
                            .let(REMOVE, ALL, FINANCE)
                            .letWhere(SEE, ALL, NOT_PAY, ADMIN)
                            .letWhere(CHANGE, ALL, NOT_PAY, ADMIN)
                            .letWhere(REMOVE, ALL, NOT_PAY, ADMIN)
                            .withPay(new Audience.Pay(
                                    "not (" + NOT_PAY + ")",
                                    cost -> PAY_KINDS.contains(String.valueOf(cost.get("kind"))))))
            .explaining("amount", "currency", "from", "to", "person", "team");

    private static final List<String> KINDS =
            List.of("salary", "commission", "marketing", "meeting-booking", "events", "other");

    private final SalesBatch.Fields fields;
    private final SalesBatch sales;

    CostsKind(SalesBatch sales) {
        this.sales = sales;
        this.fields = sales.withCurrency(
                Field.key("K-2026-10-ads"),
                Field.code("kind", "kind", KINDS, "marketing").needed(),
                Field.of("from", DATE, "from_day", "2026-10-01").needed(),
                Field.of("to", DATE, "to_day", "2026-10-31").needed(),
                Field.of("amount", DECIMAL, "amount", "1200.00").needed(),
                SalesBatch.currency(),
                Field.reference("person", "person_id", "people", ""),
                Field.reference("team", "team_id", "teams", "T-10"),
                Field.text("source", "source", 100, "fair"));
    }

    @Override
    public String name() {
        return "costs";
    }

    @Override
    public String table() {
        return "costs";
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
        Checks.inOrder(row, problems, "from", "to", "ends-before-start");
    }
}
