package org.koploper.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The papers around the deals: where they came from, quotes, lines, invoices, payments and one credit note. */
final class Papers {

    private static final List<String> SOURCES =
            List.of("Website", "Beurs", "Aanbeveling", "Koude belronde", "Nieuwsbrief");

    private final DemoDay day;
    private final Cast cast;
    private final List<Deal> deals;
    private final Random random;

    Papers(DemoDay day, Cast cast, List<Deal> deals) {
        this.day = day;
        this.cast = cast;
        this.deals = deals;
        this.random = day.random("papers");
    }

    void fill(Rows rows) {
        for (Deal deal : deals) {
            String lead = leadOf(deal);
            if (lead != null && deal.engaged() != null) {
                lead(rows, lead, deal);
            }
        }
        loose(rows);
        deals.forEach(deal -> deal(rows, deal));
        deals.forEach(deal -> lines(rows, deal));
        deals.forEach(deal -> quote(rows, deal));
        credit(rows);
        deals.forEach(deal -> invoice(rows, deal));
        Random meetings = day.random("meetings");
        deals.forEach(deal -> meeting(rows, deal, meetings));
        deals.forEach(deal -> heardOf(rows, deal));
    }

    /** Somebody new who did not come as a lead was called on the day on which the deal began. */
    private static void heardOf(Rows rows, Deal deal) {
        LocalDate engaged = deal.engaged();
        if (engaged != null && leadOf(deal) == null && FirstBuyers.isOne(deal.customer())) {
            rows.add("activities", "X-" + deal.id())
                    .with("person", deal.owner())
                    .with("kind", "call")
                    .with("outcome", "held")
                    .with("happenedAt", engaged.atTime(10, 0))
                    .with("minutes", 15)
                    .with("customer", deal.customer().id());
        }
    }

    /** Most leads that were not sold to were met all the same. */
    private void meeting(Rows rows, Deal deal, Random meetings) {
        boolean met = meetings.nextInt(3) > 0 && !Catalogue.isQuiet(deal.customer());
        LocalDate engaged = deal.engaged();
        if (met && engaged != null && !isSold(deal) && leadOf(deal) != null) {
            rows.add("activities", "X-" + leadOf(deal))
                    .with("person", deal.owner())
                    .with("kind", "meeting")
                    .with("outcome", "held")
                    .with("happenedAt", engaged.atTime(14, 0))
                    .with("minutes", 60)
                    .with("customer", deal.customer().id())
                    .with("lead", leadOf(deal));
        }
    }

    private static boolean isSold(Deal deal) {
        return deal.stage().equals(Deal.WON) || deal.stage().equals(Deal.CANCELLED);
    }

    /** Two of three deals began as a lead. */
    private static @Nullable String leadOf(Deal deal) {
        int number = Integer.parseInt(deal.id().substring(2));
        return number % 3 == 0 || deal.engaged() == null ? null : "L-" + number;
    }

    private void lead(Rows rows, String id, Deal deal) {
        LocalDate engaged = deal.engaged();
        if (engaged == null) {
            return;
        }
        LocalDate created = engaged.minusDays(random.nextInt(15));
        LocalDate since = cast.member(deal.owner()).since();
        rows.add("leads", id)
                .with(
                        "name",
                        deal.product().family() + " voor " + deal.customer().name())
                .with("customer", deal.customer().id())
                .with("owner", deal.owner())
                .with("source", SOURCES.get(random.nextInt(SOURCES.size())))
                .with("status", isSold(deal) ? "converted" : "qualified")
                .with("createdOn", since != null && created.isBefore(since) ? since : created)
                .with("qualifiedOn", engaged);
    }

    /** Leads that became nothing yet, or never will. */
    private void loose(Rows rows) {
        List<String> states = List.of("new", "new", "qualified", "disqualified");
        int number = 0;
        for (Member seller : cast.sellers()) {
            for (String state : states) {
                Catalogue.Customer customer = Catalogue.CUSTOMERS.get(random.nextInt(Catalogue.CUSTOMERS.size()));
                Rows.Row lead = rows.add("leads", "L-9%04d".formatted(++number))
                        .with("name", "Aanvraag van " + customer.name())
                        .with("customer", customer.id())
                        .with("owner", seller.id())
                        .with("source", SOURCES.get(random.nextInt(SOURCES.size())))
                        .with("status", state);
                LocalDate created = day.today().minusDays(random.nextInt(45));
                lead.with("createdOn", created).with("qualifiedOn", state.equals("qualified") ? created : null);
            }
        }
    }

    private static void deal(Rows rows, Deal deal) {
        rows.add("deals", deal.id())
                .with("name", deal.product().name() + " voor " + deal.customer().name())
                .with("customer", deal.customer().id())
                .with("product", deal.product().id())
                .with("lead", leadOf(deal))
                .with("owner", deal.owner())
                .with("stage", deal.stage())
                .with("engagedOn", deal.engaged())
                .with("quotedOn", deal.quoted())
                .with("closedOn", deal.closed())
                .with("cancelledOn", deal.cancelled())
                .with("value", deal.value())
                .with("currency", "EUR")
                .with("splits", parts(deal.splits()))
                .with("overlays", parts(deal.overlays()));
    }

    private static @Nullable String parts(Map<String, Integer> percents) {
        return percents.isEmpty()
                ? null
                : percents.entrySet().stream()
                        .map(part -> part.getKey() + ":" + part.getValue())
                        .collect(Collectors.joining(";"));
    }

    /** Of every other won deal, and of all that are still open. */
    private static void lines(Rows rows, Deal deal) {
        if (deal.id().hashCode() % 2 == 0 && !deal.stage().equals(Deal.QUOTED)) {
            return;
        }
        int number = 0;
        for (Deal.Line line : deal.lines()) {
            rows.add("lines", deal.id() + "-" + ++number)
                    .with("deal", deal.id())
                    .with("product", line.product().id())
                    .with("quantity", BigDecimal.valueOf(line.quantity()))
                    .with("unitPrice", line.unitPrice())
                    .with("listPrice", BigDecimal.valueOf(line.product().listPrice()))
                    .with("discountPercent", BigDecimal.valueOf(line.discountPercent()));
        }
    }

    private void quote(Rows rows, Deal deal) {
        LocalDate sent = deal.quoted();
        if (sent == null) {
            return;
        }
        Outcome outcome = outcome(deal, sent);
        rows.add("quotes", "Q-" + deal.id().substring(2))
                .with("customer", deal.customer().id())
                .with("lead", leadOf(deal))
                .with("deal", deal.id())
                .with("owner", deal.owner())
                .with("revision", 1 + random.nextInt(3))
                .with("sentOn", sent)
                .with("decidedOn", outcome.decided())
                .with("expiresOn", outcome.expires())
                .with("outcome", outcome.code())
                .with("value", deal.value())
                .with("currency", "EUR");
    }

    private Outcome outcome(Deal deal, LocalDate sent) {
        LocalDate closed = deal.closed();
        LocalDate expires = sent.plusDays(30);
        if (closed == null) {
            LocalDate yesterday = day.today().minusDays(1);
            return random.nextInt(5) > 0 || yesterday.isBefore(sent)
                    ? new Outcome("open", null, expires)
                    : new Outcome("expired", yesterday, yesterday);
        }
        if (!deal.stage().equals(Deal.LOST)) {
            return new Outcome("won", closed, expires);
        }
        return random.nextInt(3) > 0 ? new Outcome("lost", closed, expires) : new Outcome("expired", closed, closed);
    }

    /** What became of a quote; without a day of decision while it is open. */
    private record Outcome(String code, @Nullable LocalDate decided, LocalDate expires) {}

    /** One customer sent something back. */
    private void credit(Rows rows) {
        Iterator<Deal> old = deals.stream()
                .filter(deal -> deal.owner().equals(Cast.FEMKE) && deal.stage().equals(Deal.WON))
                .filter(deal -> deal.closed() != null
                        && deal.closed().isBefore(day.month().minusMonths(3).atDay(1)))
                .filter(deal -> deal.value().compareTo(BigDecimal.valueOf(2_000)) > 0)
                .iterator();
        Deal deal = old.next();
        rows.add("credit-notes", "CN-" + deal.id().substring(2))
                .with("deal", deal.id())
                .with("creditedOn", day.month().minusMonths(2).atDay(10))
                .with("amount", BigDecimal.valueOf(1_200))
                .with("currency", "EUR")
                .with("reason", "Twee bureaus teruggenomen");
    }

    private void invoice(Rows rows, Deal deal) {
        LocalDate closed = deal.closed();
        if (closed == null || !deal.stage().equals(Deal.WON)) {
            return;
        }
        LocalDate invoiced = closed.plusDays(random.nextInt(8));
        if (invoiced.isAfter(day.today())) {
            return;
        }
        String id = "F-" + deal.id().substring(2);
        rows.add("invoices", id)
                .with("deal", deal.id())
                .with("customer", deal.customer().id())
                .with("invoicedOn", invoiced)
                .with("dueOn", invoiced.plusDays(30))
                .with("amount", deal.value())
                .with("currency", "EUR");
        LocalDate paid = invoiced.plusDays(15 + random.nextInt(35));
        if (random.nextInt(6) == 0) {
            BigDecimal first = deal.value().multiply(BigDecimal.valueOf(4, 1)).setScale(2);
            pay(rows, id, 1, paid, first);
            pay(rows, id, 2, paid.plusDays(20), deal.value().subtract(first));
        } else {
            pay(rows, id, 1, paid, deal.value());
        }
    }

    private void pay(Rows rows, String invoice, int number, LocalDate paid, BigDecimal amount) {
        if (!paid.isAfter(day.today())) {
            rows.add("payments", invoice + "-" + number)
                    .with("invoice", invoice)
                    .with("paidOn", paid)
                    .with("amount", amount)
                    .with("currency", "EUR");
        }
    }
}
