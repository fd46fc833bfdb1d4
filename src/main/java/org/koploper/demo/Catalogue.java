package org.koploper.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** What the demo's firm sells and to whom: furniture for offices, in Flanders, Brussels and around Rotterdam. */
final class Catalogue {

    static final List<Product> PRODUCTS = List.of(
            new Product("A-101", "Bureau Duin", "Werkplekken", 420, 250),
            new Product("A-102", "Zit-stabureau Vloed", "Werkplekken", 780, 455),
            new Product("A-103", "Vergadertafel Pier", "Werkplekken", 1_640, 930),
            new Product("A-201", "Bureaustoel Zeil", "Zitten", 360, 190),
            new Product("A-202", "Bureaustoel Zeil Plus", "Zitten", 540, 285),
            new Product("A-203", "Loungezetel Branding", "Zitten", 980, 560),
            new Product("A-301", "Akoestisch paneel Helm", "Akoestiek", 140, 65),
            new Product("A-302", "Belcel Schelp", "Akoestiek", 4_200, 2_650),
            new Product("A-303", "Overlegcel Baken", "Akoestiek", 11_800, 7_700),
            new Product("A-401", "Inrichtingsplan", "Diensten", 1_200, 620),
            new Product("A-402", "Levering en montage", "Diensten", 480, 360),
            new Product("A-403", "Onderhoud per jaar", "Diensten", 900, 300));

    static final List<Customer> CUSTOMERS = List.of(
            customer(1, "Accountants Bosmans & Leroy", "Kleinbedrijf", "Vlaanderen"),
            customer(2, "Advocaten Kerkhof", "Kleinbedrijf", "Vlaanderen"),
            customer(3, "Architectenbureau Lijnzicht", "Kleinbedrijf", "Vlaanderen"),
            customer(4, "Bakkerij Korenaar Groep", "Middelgroot", "Vlaanderen"),
            customer(5, "Drukkerij De Letterhaak", "Middelgroot", "Vlaanderen"),
            customer(6, "Fietsfabriek Zuidenwind", "Middelgroot", "Vlaanderen"),
            customer(7, "Haventerminal Noordkaai", "Grootbedrijf", "Vlaanderen"),
            customer(8, "Logistiek Scheldeboog", "Grootbedrijf", "Vlaanderen"),
            customer(9, "Stad Oosterbeke", "Overheid", "Vlaanderen"),
            customer(10, "Ziekenhuis Sint-Amandsberg", "Overheid", "Vlaanderen"),
            customer(11, "Communicatiebureau Papegaai", "Kleinbedrijf", "Brussel"),
            customer(12, "Coworking Zavelhuis", "Middelgroot", "Brussel"),
            customer(13, "Verzekeringen Meridiaan", "Grootbedrijf", "Brussel"),
            customer(14, "Federatie Groene Energie", "Overheid", "Brussel"),
            customer(15, "Softwarehuis Vlinderdas", "Middelgroot", "Brussel"),
            customer(16, "Notariaat Van Bleiswijk", "Kleinbedrijf", "Zuid-Holland"),
            customer(17, "Tandartsen aan de Rotte", "Kleinbedrijf", "Zuid-Holland"),
            customer(18, "Ingenieursbureau Peilschaal", "Middelgroot", "Zuid-Holland"),
            customer(19, "Kwekerij Glasrijk", "Middelgroot", "Zuid-Holland"),
            customer(20, "Reclamebureau Kladblok", "Kleinbedrijf", "Zuid-Holland"),
            customer(21, "Rederij Maasvaarder", "Grootbedrijf", "Zuid-Holland"),
            customer(22, "Bank Oosterkade", "Grootbedrijf", "Zuid-Holland"),
            customer(23, "Gemeente Lekkerdam", "Overheid", "Zuid-Holland"),
            customer(24, "Hogeschool Nieuwe Delta", "Overheid", "Zuid-Holland"),
            customer(25, "Webwinkel Morgen Bezorgd", "Middelgroot", "Zuid-Holland"));

    /** Who came in the last months, and the last three of them, who left. */
    static final List<Customer> NEWCOMERS = List.of(
            customer(26, "Kinderopvang De Vuurtoren", "Kleinbedrijf", "Vlaanderen"),
            customer(27, "Brouwerij Nachtwacht", "Middelgroot", "Vlaanderen"),
            customer(28, "Muziekschool Klankbord", "Overheid", "Vlaanderen"),
            customer(29, "Reisbureau Kompasroos", "Kleinbedrijf", "Vlaanderen"),
            customer(30, "Uitgeverij Zandloper", "Middelgroot", "Brussel"),
            customer(31, "Scheepswerf Boegbeeld", "Grootbedrijf", "Zuid-Holland"),
            customer(32, "Apotheek Zilverschoon", "Kleinbedrijf", "Zuid-Holland"),
            customer(33, "Theater Lichtschip", "Overheid", "Zuid-Holland"),
            customer(34, "Sportbond Vlakke Baan", "Overheid", "Zuid-Holland"),
            customer(35, "Garage Wielslag", "Kleinbedrijf", "Vlaanderen"),
            customer(36, "Makelaars Gevelsteen", "Kleinbedrijf", "Zuid-Holland"),
            customer(37, "Meubelzaak Eikenhout", "Middelgroot", "Brussel"));

    /** Whom nobody has called for weeks. */
    private static final Set<String> QUIET = Set.of("K-003", "K-006", "K-013", "K-018", "K-021");

    private Catalogue() {}

    static boolean isQuiet(Customer customer) {
        return isQuiet(customer.id());
    }

    static boolean isQuiet(String customer) {
        return QUIET.contains(customer);
    }

    /** A customer in the part of the country that this team serves. */
    static Customer customer(String team, Random random) {
        return any(near(team), random);
    }

    /** One of those whom nobody has called. */
    static Customer quiet(String team, Random random) {
        return any(near(team).filter(Catalogue::isQuiet), random);
    }

    /** One of those who are called. */
    static Customer called(Random random) {
        int chosen = random.nextInt(CUSTOMERS.size());
        Customer customer = CUSTOMERS.get(chosen);
        return isQuiet(customer) ? CUSTOMERS.get(chosen + 1) : customer;
    }

    private static Stream<Customer> near(String team) {
        boolean north = team.equals(Cast.ROTTERDAM);
        return CUSTOMERS.stream().filter(customer -> customer.region().equals("Zuid-Holland") == north);
    }

    private static Customer any(Stream<Customer> some, Random random) {
        List<Customer> all = some.toList();
        return all.get(random.nextInt(all.size()));
    }

    static void fill(Rows rows, List<Deal> deals) {
        Stream<Customer> buyers = deals.stream().map(Deal::customer).filter(FirstBuyers::isOne);
        for (Customer customer : Stream.of(CUSTOMERS.stream(), NEWCOMERS.stream(), buyers)
                .flatMap(some -> some)
                .distinct()
                .toList()) {
            rows.add("customers", customer.id())
                    .with("name", customer.name())
                    .with("registrationNumber", customer.registrationNumber())
                    .with("segment", customer.segment())
                    .with("region", customer.region());
        }
        for (Product product : PRODUCTS) {
            rows.add("products", product.id())
                    .with("name", product.name())
                    .with("family", product.family())
                    .with("listPrice", BigDecimal.valueOf(product.listPrice()))
                    .with("cost", BigDecimal.valueOf(product.cost()))
                    .with("currency", "EUR");
        }
    }

    private static Customer customer(int number, String name, String segment, String region) {
        return new Customer("K-%03d".formatted(number), name, segment, region);
    }

    /** Prices and costs in whole euro per piece. */
    record Product(String id, String name, String family, int listPrice, int cost) {}

    record Customer(String id, String name, String segment, String region) {

        /** In the usual form, out of a range that is nobody's. */
        String registrationNumber() {
            int number = Integer.parseInt(id.substring("K-".length()));
            return "0999.%03d.%03d".formatted(number / 1000, number % 1000);
        }
    }
}
