package org.koploper.sales;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.FINANCE;
import static org.koploper.records.Audience.Act.CHANGE;
import static org.koploper.records.Audience.Act.REMOVE;
import static org.koploper.records.Audience.Act.SEE;
import static org.koploper.records.Audience.Reach.ALL;
import static org.koploper.records.Field.Type.CURRENCY;
import static org.koploper.records.Field.Type.DATE;
import static org.koploper.records.Field.Type.RATE;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Audience;
import org.koploper.records.Batch;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Exchange rates. */
@Component
class RatesKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of(
                    "rate",
                    Audience.ofAll()
                            .let(SEE, ALL, FINANCE, ADMIN)
                            .let(CHANGE, ALL, FINANCE, ADMIN)
                            .let(REMOVE, ALL, FINANCE, ADMIN))
            .explaining("from", "to", "day", "rate");

    private static final List<Field> FIELDS = List.of(
            Field.key("USD-EUR-2026-10-01"),
            Field.of("from", CURRENCY, "from_currency", "USD").needed(),
            Field.of("to", CURRENCY, "to_currency", "EUR").needed(),
            Field.of("day", DATE, "rate_day", "2026-10-01").needed(),
            Field.of("rate", RATE, "rate", "0.9214").needed());

    private final ApplicationEventPublisher events;

    RatesKind(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "rates";
    }

    @Override
    public String table() {
        return "exchange_rates";
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
    public @Nullable String composedId(Map<String, @Nullable Object> values) {
        Object from = values.get("from");
        Object to = values.get("to");
        Object day = values.get("day");
        return from == null || to == null || day == null ? null : from + "-" + to + "-" + day;
    }

    @Override
    public void check(Incoming row, Problems problems) {
        Checks.positive(row, problems, "rate");
        if (row.will("from") instanceof String from && from.equals(row.will("to"))) {
            problems.error("to", "same-currency", from);
        }
    }

    @Override
    public void finished(Batch batch) {
        events.publishEvent(new RatesChanged(batch.id()));
    }
}
