package org.koploper.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.koploper.demo.Catalogue.Customer;

/**
 * Who furnishes an office does so once, and comes back seldom: most deals that were won are the first of their customer, some
 * are a later one, and only the rest are with those who are called over and over. Most that were lost are with somebody
 * who was never heard of before or after.
 */
final class FirstBuyers {

    /** Of a hundred deals won. */
    private static final int FIRST = 70;

    /** Of a hundred deals won, with somebody who bought before. */
    private static final int AGAIN = 15;

    /** Of a hundred deals lost. */
    private static final int LOST = 80;

    /** Nobody furnishes another office sooner. */
    private static final int DAYS_BETWEEN = 90;

    private static final int FIRST_NUMBER = 101;

    private static final List<Kind> KINDS = Stream.of(
                    of(
                            "Kleinbedrijf",
                            "Advocaten",
                            "Apotheek",
                            "Architecten",
                            "Boekhouders",
                            "Dierenkliniek",
                            "Makelaars"),
                    of("Middelgroot", "Bakkerij", "Brouwerij", "Drukkerij", "Kwekerij", "Softwarehuis", "Transport"),
                    of("Grootbedrijf", "Logistiek", "Rederij", "Verzekeringen", "Voedingsgroep"),
                    of("Kleinbedrijf", "Fietsenmakers", "Fotografen", "Notarissen"),
                    of("Overheid", "Bibliotheek", "Hogeschool", "Woonzorgcentrum", "Zwembad"))
            .flatMap(List::stream)
            .toList();

    private static final List<String> NAMES = List.of(
            "Zonnewijzer",
            "Waterlelie",
            "Merelhof",
            "De Klaproos",
            "Zilvermeeuw",
            "Oude Sluis",
            "Kastanje",
            "Windroos",
            "Strandloper",
            "Vossenhol",
            "Lindehof",
            "Morgenster",
            "Korenbloem",
            "Blauwvoet",
            "De Kantel",
            "Waterjuffer",
            "Eikenlaan",
            "Zeeduivel",
            "Hagelkruis",
            "Rietgors",
            "Noordster",
            "Palingbrug",
            "Goudsbloem",
            "Meidoorn",
            "Veerhuis",
            "Duinroos",
            "Kievit",
            "Zandbank");

    private final Random random;
    private final List<Deal> deals;
    private final Map<String, List<Bought>> bought = new HashMap<>();
    private int made;

    private FirstBuyers(List<Deal> deals, DemoDay day) {
        this.deals = new ArrayList<>(deals);
        this.random = day.random("first buyers");
    }

    private record Bought(Customer customer, LocalDate on) {}

    /** The same deals, most of them with customers of their own. */
    static List<Deal> among(List<Deal> deals, DemoDay day) {
        FirstBuyers buyers = new FirstBuyers(deals, day);
        IntStream.range(0, deals.size())
                .filter(i -> deals.get(i).closed() != null
                        && !Catalogue.NEWCOMERS.contains(deals.get(i).customer()))
                .boxed()
                .sorted(Comparator.comparing(
                        i -> Objects.requireNonNull(deals.get(i).closed())))
                .forEach(buyers::give);
        return List.copyOf(buyers.deals);
    }

    /** Whether the customer is one of these. */
    static boolean isOne(Customer customer) {
        return !Catalogue.CUSTOMERS.contains(customer) && !Catalogue.NEWCOMERS.contains(customer);
    }

    private void give(int index) {
        Deal deal = deals.get(index);
        String region = deal.customer().region();
        int drawn = random.nextInt(100);
        if (deal.stage().equals(Deal.LOST)) {
            if (drawn < LOST) {
                deals.set(index, deal.with(another(region)));
            }
            return;
        }
        LocalDate closed = Objects.requireNonNull(deal.closed());
        List<Bought> before = bought.computeIfAbsent(region, key -> new ArrayList<>());
        List<Bought> former = before.stream()
                .filter(one -> one.on().isBefore(closed.minusDays(DAYS_BETWEEN)))
                .toList();
        if (drawn < FIRST) {
            Customer customer = another(region);
            before.add(new Bought(customer, closed));
            deals.set(index, deal.with(customer));
        } else if (drawn < FIRST + AGAIN && !former.isEmpty()) {
            deals.set(index, deal.with(former.get(random.nextInt(former.size())).customer()));
        }
    }

    private Customer another(String region) {
        Kind kind = KINDS.get(made % KINDS.size());
        String name = NAMES.get((made / KINDS.size() + made % KINDS.size()) % NAMES.size());
        return new Customer("K-" + (FIRST_NUMBER + made++), kind.name() + " " + name, kind.segment(), region);
    }

    private static List<Kind> of(String segment, String... names) {
        return Stream.of(names).map(name -> new Kind(segment, name)).toList();
    }

    private record Kind(String segment, String name) {}
}
