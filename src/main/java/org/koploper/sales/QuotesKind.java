package org.koploper.sales;

import static org.koploper.records.Field.Type.DATE;
import static org.koploper.records.Field.Type.DECIMAL;
import static org.koploper.records.Field.Type.INTEGER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/** Quotes with their revisions and outcome. */
@Component
class QuotesKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of("quote", Audiences.ofSeller("owner_id"))
            .with(new ByHand.Part("quote_states", "quote_id"))
            .keptWhere("(select count(distinct s.recorded_at) from quote_states s where s.quote_id = r.id) > 1");

    private static final String OPEN = "OPEN";

    private static final List<String> OUTCOMES = List.of("open", "won", "lost", "expired", "withdrawn");

    private static final List<String> FOLLOWED = List.of("revision", "outcome", "owner", "value", "currency");

    private final SalesBatch.Fields fields;
    private final SalesBatch sales;
    private final StateTable states;

    QuotesKind(SalesBatch sales, JdbcTemplate bulk) {
        this.sales = sales;
        this.states = new StateTable(
                bulk,
                "quote_states",
                "quote_id",
                List.of("revision", "outcome", "owner_id", "quote_value", "currency"),
                Map.of("outcome", Set.of("OPEN")));
        this.fields = sales.withCurrency(
                Field.key("Q-512"),
                Field.reference("customer", "customer_id", "customers", "C-18"),
                Field.reference("lead", "lead_id", "leads", "L-77"),
                Field.reference("deal", "deal_id", "deals", "D-2041"),
                Field.reference("owner", "owner_id", "people", "P-104").needed(),
                Field.of("revision", INTEGER, "revision", "1").needed().orElse(1),
                Field.of("sentOn", DATE, "sent_on", "2026-09-21"),
                Field.of("decidedOn", DATE, "decided_on", "2026-10-02"),
                Field.of("expiresOn", DATE, "expires_on", "2026-10-21"),
                Field.code("outcome", "outcome", OUTCOMES, "won").needed().orElse(OPEN),
                Field.of("value", DECIMAL, "quote_value", "2500.00"),
                SalesBatch.currency());
    }

    @Override
    public String name() {
        return "quotes";
    }

    @Override
    public String table() {
        return "quotes";
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
    public List<Beside> besides() {
        return List.of(Beside.of("quote_states", "quote_id"));
    }

    @Override
    public void check(Incoming row, Problems problems) {
        sales.needCurrency(row, problems);
        Checks.notNegative(row, problems, "value");
        Checks.positive(row, problems, "revision");
        Checks.inOrder(row, problems, "sentOn", "decidedOn", "decided-before-sent");
        boolean open = OPEN.equals(row.will("outcome"));
        if (open && row.will("decidedOn") != null) {
            problems.error("decidedOn", "open-with-decision-date");
        }
        if (!open && row.will("outcome") != null && row.will("decidedOn") == null) {
            problems.error("decidedOn", "decided-without-date");
        }
    }

    @Override
    public void written(Batch batch, List<Written> rows) {
        sales.adoptCurrency(rows);
        List<StateTable.State> appended = new ArrayList<>();
        List<StateTable.Correction> corrected = new ArrayList<>();
        for (Written row : rows) {
            if (row.before() == null) {
                arrived(row, appended);
                continue;
            }
            redated(row, row.before(), appended, corrected);
            if (FOLLOWED.stream().anyMatch(field -> differs(row, row.before(), field))) {
                boolean decided = differs(row, row.before(), "outcome");
                Object day = decided ? row.after().get("decidedOn") : null;
                appended.add(state(
                        row, day == null ? batch.today() : day, row.after().get("outcome")));
            }
        }
        states.write(corrected, "outcome", appended, rows, batch);
    }

    /** A draft that was sent is open from then on; a day that turned out to be another one moves what it told. */
    private static void redated(
            Written row,
            Map<String, @Nullable Object> before,
            List<StateTable.State> appended,
            List<StateTable.Correction> corrected) {
        Object outcome = row.after().get("outcome");
        LocalDate sent = (LocalDate) row.after().get("sentOn");
        if (sent != null && before.get("sentOn") == null) {
            appended.add(state(row, sent, OPEN));
            if (!OPEN.equals(outcome)) {
                appended.add(state(row, row.after().get("decidedOn"), outcome));
            }
        }
        moved(row, before, "sentOn", OPEN, corrected);
        if (!OPEN.equals(outcome) && Objects.equals(outcome, before.get("outcome"))) {
            moved(row, before, "decidedOn", String.valueOf(outcome), corrected);
        }
    }

    private static void moved(
            Written row,
            Map<String, @Nullable Object> before,
            String field,
            String outcome,
            List<StateTable.Correction> into) {
        if (before.get(field) instanceof LocalDate was
                && row.after().get(field) instanceof LocalDate is
                && !was.equals(is)) {
            into.add(new StateTable.Correction(row.id(), outcome, was, is));
        }
    }

    /** Kept from when states did not say it, it is missing. */
    @Override
    public void restored(Batch batch, Collection<Long> ids) {
        states.settle(ids);
    }

    @Override
    public void finished(Batch batch) {
        sales.finished(batch);
    }

    private static void arrived(Written row, List<StateTable.State> into) {
        Object outcome = row.after().get("outcome");
        if (OPEN.equals(outcome) || row.after().get("sentOn") != null) {
            into.add(state(row, row.after().get("sentOn"), OPEN));
        }
        if (!OPEN.equals(outcome)) {
            into.add(state(row, row.after().get("decidedOn"), outcome));
        }
    }

    private static boolean differs(Written row, Map<String, @Nullable Object> before, String field) {
        return !Checks.same(before.get(field), row.after().get(field));
    }

    private static StateTable.State state(Written row, @Nullable Object from, @Nullable Object outcome) {
        Map<String, @Nullable Object> quote = row.after();
        return new StateTable.State(
                row.id(),
                (LocalDate) from,
                quote.get("revision"),
                outcome,
                quote.get("owner"),
                quote.get("value"),
                quote.get("currency"));
    }
}
