package org.koploper.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/** A made-up firm with as many deals as wanted; the same seed makes the same rows. */
final class ManyDeals {

    static final int PEOPLE = 1_000;
    static final int CUSTOMERS = 4_000;
    static final int PRODUCTS = 40;

    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 900;
    private static final int LONGEST_WAY = 90;
    /** The last day on which a deal can be closed. */
    static final LocalDate LAST_DAY = FIRST_DAY.plusDays(DAYS + LONGEST_WAY - 2);

    private static final long SEED = 20_261_125;

    private ManyDeals() {}

    /**
     * One deal.
     *
     * @param closed null while it is open
     */
    record Deal(
            String id,
            int owner,
            int customer,
            int product,
            String stage,
            LocalDate engaged,
            @org.jspecify.annotations.Nullable LocalDate closed,
            String value) {

        /** The same, so many days later. */
        Deal later(long days) {
            return new Deal(
                    id,
                    owner,
                    customer,
                    product,
                    stage,
                    engaged.plusDays(days),
                    closed == null ? null : closed.plusDays(days),
                    value);
        }

        String csv() {
            return id + ",P" + owner + ",C" + customer + ",A" + product + ',' + stage + ',' + engaged + ','
                    + (closed == null ? "" : closed) + ',' + value + ",EUR\n";
        }
    }

    /** The deal with that number. */
    static Deal deal(int number, long variant) {
        SplittableRandom random = new SplittableRandom(SEED + 31L * number + variant);
        LocalDate engaged = FIRST_DAY.plusDays(random.nextInt(DAYS));
        int fate = random.nextInt(100);
        String stage = fate < 60 ? "won" : fate < 80 ? "lost" : fate < 90 ? "engaging" : "quoted";
        LocalDate closed = fate < 80 ? engaged.plusDays(random.nextInt(LONGEST_WAY)) : null;
        return new Deal(
                "D" + number,
                random.nextInt(PEOPLE),
                random.nextInt(CUSTOMERS),
                random.nextInt(PRODUCTS),
                stage,
                engaged,
                closed,
                String.format(Locale.ROOT, "%d.%02d", random.nextInt(1, 20_000), random.nextInt(100)));
    }

    static void write(Path file, int deals, long variant) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("externalId,owner,customer,product,stage,engagedOn,closedOn,value,currency\n");
            for (int i = 0; i < deals; i++) {
                out.write(deal(i, variant).csv());
            }
        }
    }

    static String people() {
        StringBuilder csv = new StringBuilder("externalId,name,team\n");
        for (int i = 0; i < PEOPLE; i++) {
            csv.append("P%d,Person %d,Team %d%n".formatted(i, i, i / 10));
        }
        return csv.toString();
    }

    static String customers() {
        StringBuilder csv = new StringBuilder("externalId,name\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            csv.append("C%d,Customer %d%n".formatted(i, i));
        }
        return csv.toString();
    }

    static String products() {
        StringBuilder csv = new StringBuilder("externalId,name\n");
        for (int i = 0; i < PRODUCTS; i++) {
            csv.append("A%d,Article %d%n".formatted(i, i));
        }
        return csv.toString();
    }
}
