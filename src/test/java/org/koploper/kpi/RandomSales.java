package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.testing.Taken.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.PeopleChanged;
import org.koploper.people.TeamId;
import org.koploper.records.RecordDesk;
import org.koploper.records.RecordEdits;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Taken;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Six people, one of them in no team; two teams below one and another beside it; three goods and three customers. Everything
 * is written as a file or a screen would, in 2025.
 */
final class RandomSales {

    final SalesSample sample;
    final List<PersonId> people = new ArrayList<>();
    final List<TeamId> teams;
    final List<String> customers = new ArrayList<>();
    private final List<String> deals = new ArrayList<>();
    private final List<String> goods = new ArrayList<>();
    private final JdbcClient jdbc;
    private final RecordDesk desk;
    private final RecordEdits edits;
    private final Ids ids;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    RandomSales(ApplicationContext context) {
        sample = new SalesSample(context);
        jdbc = context.getBean(JdbcClient.class);
        desk = context.getBean(RecordDesk.class);
        edits = context.getBean(RecordEdits.class);
        ids = context.getBean(Ids.class);
        events = context;
        transaction = context.getBean(TransactionTemplate.class);
        sample.home();
        TeamId all = sample.team("All", null);
        teams = List.of(
                all, sample.team("Northern side", all), sample.team("South", all), sample.team("By itself", null));
        for (int i = 0; i < 6; i++) {
            people.add(sample.person("Seller " + i));
        }
        for (int i = 0; i < 5; i++) {
            sample.member(people.get(i), teams.get(i % 4), "2020-01-01", null);
        }
        for (int i = 0; i < 3; i++) {
            String own = i + "-" + ids.next();
            goods.add("G" + own);
            customers.add("C" + own);
            write("customers", row("externalId", "C" + own, "name", "Customer " + own));
            write(
                    "products",
                    row(
                            "externalId",
                            "G" + own,
                            "name",
                            "Good " + own,
                            "family",
                            i == 2 ? null : "Family " + i,
                            "cost",
                            i == 2 ? null : BigDecimal.TEN,
                            "listPrice",
                            new BigDecimal(40),
                            "currency",
                            sample.home()));
        }
        peopleChanged();
    }

    /** Something happens: a deal is written, changed, shared or removed, a good costs more, somebody moves. */
    void step(Random random) {
        PersonId seller = people.get(random.nextInt(people.size()));
        String day = day(random);
        switch (random.nextInt(16)) {
            case 0 -> {
                jdbc.sql("delete from memberships where person_id = ?")
                        .param(seller.value())
                        .update();
                sample.member(
                        seller, teams.get(random.nextInt(4)), "2020-01-01", "2025-0" + (1 + random.nextInt(8)) + "-15");
                peopleChanged();
            }
            case 1 -> changed(random, "owner", sample.externalId(seller));
            case 2 -> changed(random, "value", new BigDecimal(random.nextInt(1000)));
            case 3 -> changed(random, "closedOn", LocalDate.parse(day));
            case 4 -> changed(random, "customer", customers.get(random.nextInt(3)));
            case 5 -> changed(random, "product", goods.get(random.nextInt(3)));
            case 6 -> changed(random, "stage", List.of("lost", "won", "quoted").get(random.nextInt(3)));
            case 7 ->
                write(
                        "product-costs",
                        row(
                                "externalId",
                                "PC" + ids.next(),
                                "product",
                                goods.get(random.nextInt(3)),
                                "from",
                                LocalDate.parse(day),
                                "cost",
                                new BigDecimal(random.nextInt(20)),
                                "currency",
                                sample.home()));
            case 8 ->
                write(
                        "products",
                        row(
                                "externalId",
                                goods.get(random.nextInt(3)),
                                "family",
                                "Family " + random.nextInt(3),
                                "listPrice",
                                new BigDecimal(random.nextInt(90)),
                                "currency",
                                sample.home()));
            case 9 -> ofDeal(random, "lines", "product", goods.get(random.nextInt(3)), "unitPrice", BigDecimal.ONE);
            case 10 ->
                ofDeal(
                        random,
                        "credit-notes",
                        "creditedOn",
                        LocalDate.parse(day).plusDays(20),
                        "amount",
                        BigDecimal.ONE,
                        "currency",
                        sample.home());
            case 11 -> remove(random);
            default ->
                write(
                        "deals",
                        deal(
                                "D" + ids.next(),
                                seller,
                                List.of("lost", "won", "won", "engaging", "quoted")
                                        .get(random.nextInt(5)),
                                day,
                                "" + random.nextInt(1000)));
        }
    }

    private void ofDeal(Random random, String kind, Object... values) {
        if (!deals.isEmpty()) {
            Map<String, @Nullable Object> row = row(values);
            row.put("externalId", "X" + ids.next());
            row.put("deal", deals.get(random.nextInt(deals.size())));
            write(kind, row);
        }
    }

    private void changed(Random random, String field, Object value) {
        if (!deals.isEmpty()) {
            Taken.of(desk, ids, "deals", row("externalId", deals.get(random.nextInt(deals.size())), field, value));
        }
    }

    /** Of a deal that was never more than open. */
    private void remove(Random random) {
        jdbc
                .sql("select d.external_id, d.version from deals d where d.stage in ('ENGAGING', 'QUOTED')"
                        + " and not exists (select 1 from deal_lines l where l.deal_id = d.id)"
                        + " and not exists (select 1 from credit_notes l where l.deal_id = d.id)"
                        + " and (select count(*) from deal_states s where s.deal_id = d.id) = 1 order by d.id")
                .query((deal, n) -> Map.entry(deal.getString(1), deal.getInt(2)))
                .list()
                .stream()
                .skip(random.nextInt(3))
                .findFirst()
                .ifPresent(deal -> {
                    As.user(null, EnumSet.of(Role.ADMIN), () -> {
                        edits.remove("deals", deal.getKey(), deal.getValue(), "typed by mistake");
                        return deals.remove(deal.getKey());
                    });
                });
    }

    /** @param closed the day of its order, or of its quote; what it is worth says how old it is and whose it is too */
    Map<String, @Nullable Object> deal(String id, PersonId owner, String stage, String closed, String value) {
        String own = id + "-" + teams.getFirst().value();
        deals.add(own);
        boolean open = stage.equals("engaging") || stage.equals("quoted");
        Map<String, @Nullable Object> deal = row(
                "externalId",
                own,
                "owner",
                sample.externalId(owner),
                "stage",
                stage,
                "engagedOn",
                LocalDate.parse(closed).minusDays(value.length() * 11L),
                "closedOn",
                open ? null : LocalDate.parse(closed),
                "quotedOn",
                stage.equals("quoted") ? LocalDate.parse(closed) : null,
                "product",
                goods.get(value.length() % 3),
                "customer",
                customers.get(value.hashCode() % 3),
                "value",
                value.endsWith("1") ? null : new BigDecimal(value),
                "currency",
                value.endsWith("7") ? "GBP" : sample.home());
        if (value.endsWith("3")) {
            deal.put("splits", sample.externalId(people.get(0)) + ":40;" + sample.externalId(people.get(4)) + ":60");
        }
        return deal;
    }

    static Map<String, @Nullable Object> with(String field, Object value, Map<String, @Nullable Object> row) {
        row.put(field, value);
        return row;
    }

    @SafeVarargs
    final void write(String kind, Map<String, @Nullable Object>... rows) {
        Taken taken = Taken.of(desk, ids, kind, rows);
        assertThat(taken.issues()).filteredOn(issue -> !issue.contains("? ")).isEmpty();
    }

    void peopleChanged() {
        transaction.executeWithoutResult(status -> events.publishEvent(new PeopleChanged(ids.next())));
    }

    private static String day(Random random) {
        return LocalDate.of(2025, 1, 20).plusDays(random.nextInt(300)).toString();
    }
}
