package org.koploper.commission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.koploper.access.PersonId;
import org.koploper.testing.SalesSample;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to the deals of a few people over fourteen months, in any order, as chance will have it. */
final class RandomSales {

    private static final int DAYS = 420;

    private final SalesSample sales;
    private final JdbcClient jdbc;
    private final Random random;
    private final List<PersonId> reps;
    private final LocalDate start;
    private final Map<Long, Map<PersonId, LocalDate>> deals = new HashMap<>();

    RandomSales(ApplicationContext context, Random random, List<PersonId> reps, LocalDate start) {
        this.sales = new SalesSample(context);
        this.jdbc = context.getBean(JdbcClient.class);
        this.random = random;
        this.reps = reps;
        this.start = start;
    }

    /** One deal is won, split, changed, moved, cancelled or credited; sometimes two changes arrive as one batch. */
    void change() {
        Map<PersonId, List<LocalDate>> touched = new HashMap<>();
        for (int i = 0; i <= random.nextInt(3) / 2; i++) {
            if (deals.size() < 5 || random.nextInt(3) == 0) {
                win(touched);
            } else {
                Long deal = List.copyOf(new TreeMap<>(deals).keySet()).get(random.nextInt(deals.size()));
                touch(deal, touched);
                alter(deal, touched);
                touch(deal, touched);
            }
        }
        tell(touched);
    }

    private void tell(Map<PersonId, List<LocalDate>> touched) {
        long batch = sales.newBatch();
        touched.forEach((person, days) ->
                days.stream().distinct().forEach(day -> sales.touched(batch, person, day.toString())));
        sales.changed(batch);
    }

    /** Somebody is credited with another part of one of the deals on top of those who share it, or with none any more. */
    void onTop(PersonId specialist) {
        Long deal = List.copyOf(new TreeMap<>(deals).keySet()).get(random.nextInt(deals.size()));
        Map<PersonId, List<LocalDate>> touched = new HashMap<>();
        touch(deal, touched);
        jdbc.sql("delete from deal_overlays where deal_id = :deal")
                .param("deal", deal)
                .update();
        if (random.nextInt(3) > 0) {
            sales.overlay(deal, specialist, random.nextBoolean() ? "1" : "0.333333");
        }
        touch(deal, touched);
        tell(touched);
    }

    private void win(Map<PersonId, List<LocalDate>> touched) {
        PersonId owner = rep();
        LocalDate day = day();
        long deal = sales.won(owner, amount(), "EUR", day.toString());
        Map<PersonId, LocalDate> of = new HashMap<>();
        of.put(owner, day);
        if (random.nextInt(3) == 0) {
            PersonId other = reps.get((reps.indexOf(owner) + 1) % reps.size());
            sales.share(deal, owner, "0.666667");
            sales.share(deal, other, "0.333333");
            of.put(other, day);
        }
        deals.put(deal, of);
        touch(deal, touched);
    }

    private void alter(long deal, Map<PersonId, List<LocalDate>> touched) {
        switch (random.nextInt(5)) {
            case 0 -> update("deal_value = cast(:value as numeric(19,4))", amount(), deal);
            case 1 -> {
                LocalDate day = day();
                jdbc.sql("update deals set closed_on = :day, cancelled_on = null, stage = 'WON' where id = :deal")
                        .param("day", day)
                        .param("deal", deal)
                        .update();
                deals.get(deal).replaceAll((person, before) -> day);
            }
            case 2 -> {
                if (deals.get(deal).size() == 1) {
                    PersonId to = rep();
                    LocalDate day = deals.get(deal).values().iterator().next();
                    jdbc.sql("update deals set owner_id = :to where id = :deal")
                            .param("to", to.value())
                            .param("deal", deal)
                            .update();
                    deals.put(deal, new HashMap<>(Map.of(to, day)));
                }
            }
            case 3 -> {
                LocalDate day = deals.get(deal).values().iterator().next().plusDays(random.nextInt(60));
                sales.cancel(deal, day.toString());
                deals.get(deal).keySet().forEach(person -> note(touched, person, day));
            }
            default -> {
                LocalDate day = day();
                sales.credit(deal, amount(), day.toString());
                deals.get(deal).keySet().forEach(person -> note(touched, person, day));
            }
        }
    }

    /** As sales do: the day of the deal, and the days of what was taken back. */
    private void touch(long deal, Map<PersonId, List<LocalDate>> touched) {
        Map<PersonId, LocalDate> credited = new HashMap<>(deals.get(deal));
        LocalDate won = credited.values().iterator().next();
        jdbc.sql("select person_id from deal_overlays where deal_id = :deal")
                .param("deal", deal)
                .query(Long.class)
                .list()
                .forEach(person -> credited.put(new PersonId(person), won));
        credited.forEach((person, day) -> {
            note(touched, person, day);
            jdbc.sql("select credited_on from credit_notes where deal_id = :deal")
                    .param("deal", deal)
                    .query(LocalDate.class)
                    .list()
                    .forEach(note -> note(touched, person, note));
            jdbc.sql("select cancelled_on from deals where id = :deal and cancelled_on is not null")
                    .param("deal", deal)
                    .query(LocalDate.class)
                    .list()
                    .forEach(cancelled -> note(touched, person, cancelled));
        });
    }

    private static void note(Map<PersonId, List<LocalDate>> touched, PersonId person, LocalDate day) {
        touched.computeIfAbsent(person, p -> new ArrayList<>()).add(day);
    }

    private void update(String set, String value, long deal) {
        jdbc.sql("update deals set " + set + " where id = :deal")
                .param("value", value)
                .param("deal", deal)
                .update();
    }

    private PersonId rep() {
        return reps.get(random.nextInt(reps.size()));
    }

    private LocalDate day() {
        return start.plusDays(random.nextInt(DAYS));
    }

    private String amount() {
        return BigDecimal.valueOf(random.nextInt(1, 500_000), 2).toPlainString();
    }
}
