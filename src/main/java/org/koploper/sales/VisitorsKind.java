package org.koploper.sales;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.MANAGER;
import static org.koploper.records.Audience.Act.CHANGE;
import static org.koploper.records.Audience.Act.REMOVE;
import static org.koploper.records.Audience.Reach.ALL;
import static org.koploper.records.Field.Type.DATE;
import static org.koploper.records.Field.Type.INTEGER;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.springframework.stereotype.Component;

/** How many people came to look, at a shop or a site, on some days: what buyers are a share of. */
@Component
class VisitorsKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of(
            "visitor-count",
            Audiences.ofEverySeller().let(CHANGE, ALL, MANAGER, ADMIN).let(REMOVE, ALL, MANAGER, ADMIN));

    private static final List<Field> FIELDS = List.of(
            Field.key("2026-10-site"),
            Field.of("from", DATE, "from_day", "2026-10-01").needed(),
            Field.of("to", DATE, "to_day", "2026-10-31").needed(),
            Field.of("visitors", INTEGER, "visitors", "1840").needed(),
            Field.text("source", "source", 100, "site"));

    @Override
    public String name() {
        return "visitors";
    }

    @Override
    public String table() {
        return "visitors";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public ByHand byHand() {
        return BY_HAND;
    }

    /** The same days and source again are the same visitors. */
    @Override
    public @Nullable String composedId(Map<String, @Nullable Object> values) {
        Object from = values.get("from");
        Object to = values.get("to");
        Object source = values.get("source");
        return from == null || to == null ? null : from + "/" + to + (source == null ? "" : "/" + source);
    }

    @Override
    public void check(Incoming row, Problems problems) {
        Checks.notNegative(row, problems, "visitors");
        Checks.inOrder(row, problems, "from", "to", "ends-before-start");
    }
}
