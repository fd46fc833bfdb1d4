package org.koploper.records;

import static org.koploper.testing.Taken.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.people.Directory;
import org.koploper.storage.Ids;
import org.koploper.testing.Taken;

/** Two teams of their own, and one record of every kind of anybody in them. */
final class RecordSamples {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** In an order in which each can refer to those before it. */
    static final List<String> KINDS = List.of(
            "teams",
            "people",
            "customers",
            "products",
            "leads",
            "deals",
            "quotes",
            "lines",
            "credit-notes",
            "invoices",
            "payments",
            "activities",
            "efforts",
            "costs",
            "targets",
            "rates",
            "scores",
            "product-costs",
            "job-roles",
            "absences",
            "closing-days",
            "survey-answers-customer",
            "market-sizes",
            "visitors");

    /** A field of each kind that takes another value without breaking a rule, and that value. */
    static final Map<String, Map.Entry<String, Object>> CHANGES = Map.ofEntries(
            Map.entry("teams", Map.entry("name", "Another team")),
            Map.entry("people", Map.entry("name", "Another name")),
            Map.entry("customers", Map.entry("segment", "wholesale")),
            Map.entry("products", Map.entry("listPrice", new BigDecimal("12.5"))),
            Map.entry("leads", Map.entry("status", "CONTACTED")),
            Map.entry("deals", Map.entry("value", new BigDecimal("750"))),
            Map.entry("quotes", Map.entry("value", new BigDecimal("80"))),
            Map.entry("lines", Map.entry("quantity", new BigDecimal("3"))),
            Map.entry("credit-notes", Map.entry("amount", new BigDecimal("11"))),
            Map.entry("invoices", Map.entry("amount", new BigDecimal("501"))),
            Map.entry("payments", Map.entry("amount", new BigDecimal("499"))),
            Map.entry("activities", Map.entry("minutes", 25)),
            Map.entry("efforts", Map.entry("calls", 31)),
            Map.entry("costs", Map.entry("amount", new BigDecimal("901"))),
            Map.entry("targets", Map.entry("amount", new BigDecimal("10001"))),
            Map.entry("rates", Map.entry("rate", new BigDecimal("0.91"))),
            Map.entry("scores", Map.entry("score", new BigDecimal("0.5"))),
            Map.entry("product-costs", Map.entry("cost", new BigDecimal("61"))),
            Map.entry("job-roles", Map.entry("jobRole", "Closer")),
            Map.entry("absences", Map.entry("kind", "TRAINING")),
            Map.entry("closing-days", Map.entry("name", "Bridge")),
            Map.entry("survey-answers-customer", Map.entry("satisfaction", 2)),
            Map.entry("market-sizes", Map.entry("source", "Another yearbook")),
            Map.entry("visitors", Map.entry("visitors", 41)));

    private final RecordDesk desk;
    private final Ids ids;
    private final Directory directory;
    final String x;

    RecordSamples(RecordDesk desk, Ids ids, Directory directory) {
        this.desk = desk;
        this.ids = ids;
        this.directory = directory;
        this.x = "R" + ids.next() + "-";
        take("people", row("externalId", x + "ann", "name", x + "ann", "manager", x + "lead"));
        take("people", row("externalId", x + "ben", "name", x + "ben", "manager", x + "lead"));
        take("people", row("externalId", x + "far", "name", x + "far", "manager", x + "boss"));
        take("people", row("externalId", x + "office", "name", x + "office"));
        take("customers", row("externalId", x + "C", "name", x + "Bakery"));
        take("products", row("externalId", x + "PR", "name", x + "Oven"));
        for (String who : List.of("ann", "ben", "lead", "far")) {
            take("deals", deal(who, "D-" + who, "won", LocalDate.of(2026, 3, 5)));
            take("deals", deal(who, "O-" + who, "quoted", null));
            take("invoices", of("invoices", who, "I-" + who));
        }
    }

    PersonId person(String name) {
        return Caller.asSystem(() -> directory.personByExternalId(x + name))
                .orElseThrow()
                .id();
    }

    @SafeVarargs
    final Taken take(String kind, Map<String, @Nullable Object>... rows) {
        Taken taken = Taken.of(desk, ids, kind, rows);
        if (taken.counts().rejected() > 0) {
            throw new IllegalStateException(kind + ": " + taken.issues());
        }
        return taken;
    }

    Map<String, @Nullable Object> deal(String who, String key, String stage, @Nullable LocalDate closed) {
        return row(
                "externalId",
                x + key,
                "name",
                x + key,
                "owner",
                x + who,
                "stage",
                stage,
                "customer",
                x + "C",
                "value",
                new BigDecimal("500"),
                "currency",
                "EUR",
                "closedOn",
                closed);
    }

    /** A record of that kind that is somebody's, as far as the kind knows persons. */
    Map<String, @Nullable Object> of(String kind, String who, String key) {
        LocalDate day = DAY.plusDays(Math.floorMod(key.hashCode(), 20_000));
        LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1);
        Map<String, @Nullable Object> record = new HashMap<>(
                switch (kind) {
                    case "teams", "people" -> row("name", x + key);
                    case "customers" -> row("name", x + key, "segment", "retail");
                    case "products" -> row("name", x + key, "currency", "EUR", "listPrice", BigDecimal.TEN);
                    case "leads" -> row("name", x + key, "owner", x + who, "createdOn", DAY);
                    case "deals" -> deal(who, key, "quoted", null);
                    case "quotes" ->
                        row(
                                "customer",
                                x + "C",
                                "owner",
                                x + who,
                                "value",
                                BigDecimal.TEN,
                                "currency",
                                "EUR",
                                "sentOn",
                                DAY);
                    case "lines" -> row("deal", x + "O-" + who, "product", x + "PR", "unitPrice", BigDecimal.TEN);
                    case "credit-notes" ->
                        row("deal", x + "D-" + who, "creditedOn", DAY, "amount", BigDecimal.TEN, "currency", "EUR");
                    case "invoices" ->
                        row(
                                "deal",
                                x + "D-" + who,
                                "invoicedOn",
                                DAY,
                                "amount",
                                new BigDecimal("500"),
                                "currency",
                                "EUR");
                    case "payments" ->
                        row(
                                "invoice",
                                x + "I-" + who,
                                "paidOn",
                                DAY,
                                "amount",
                                new BigDecimal("500"),
                                "currency",
                                "EUR");
                    case "activities" ->
                        row(
                                "person",
                                x + who,
                                "kind",
                                "call",
                                "happenedAt",
                                LocalDateTime.of(2026, 3, 2, 10, 0),
                                "minutes",
                                20);
                    case "efforts" -> row("person", x + who, "weekStart", monday, "calls", 30);
                    case "costs" ->
                        row(
                                "kind",
                                "marketing",
                                "from",
                                DAY,
                                "to",
                                DAY,
                                "amount",
                                new BigDecimal("900"),
                                "currency",
                                "EUR",
                                "person",
                                x + who);
                    case "targets" ->
                        row(
                                "scope",
                                "person",
                                "person",
                                x + who,
                                "kpi",
                                "revenue",
                                "from",
                                DAY,
                                "to",
                                DAY,
                                "amount",
                                new BigDecimal("10000"),
                                "currency",
                                "EUR");
                    case "rates" -> row("from", "CHF", "to", "EUR", "day", day, "rate", new BigDecimal("0.9"));
                    case "scores" ->
                        row("person", x + who, "objective", "Launch", "from", DAY, "to", DAY, "score", BigDecimal.ONE);
                    case "product-costs" ->
                        row("product", x + "PR", "from", day, "cost", new BigDecimal("60"), "currency", "EUR");
                    case "job-roles" -> row("person", x + who, "jobRole", "Opener", "from", day);
                    case "absences" -> row("person", x + who, "from", DAY, "to", DAY, "kind", "holiday");
                    // a country that no other test is about
                    case "closing-days" -> row("day", day, "name", x + key, "country", "FR");
                    case "survey-answers-customer" ->
                        row("customer", x + "C", "person", x + who, "answeredOn", DAY, "satisfaction", 4);
                    case "market-sizes" ->
                        row(
                                "year",
                                2026,
                                "segment",
                                x + key,
                                "amount",
                                new BigDecimal("5000"),
                                "currency",
                                "EUR",
                                "source",
                                "Yearbook");
                    case "visitors" -> row("from", DAY, "to", DAY, "visitors", 40, "source", x + key);
                    default -> throw new IllegalArgumentException(kind);
                });
        record.put("externalId", x + key);
        return record;
    }
}
