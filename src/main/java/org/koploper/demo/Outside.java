package org.koploper.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What comes from outside: when leads arrived and how soon they were called, visitors of the site, and the market. */
final class Outside {

    /** Of a hundred leads 30 are called within the hour, 60 within the working day, 85 within a day, 94 within three. */
    private static final int[] UP_TO = {30, 60, 85, 94};

    /** The most minutes of each of those. */
    private static final int[] MINUTES = {60, 480, 1_440, 4_320};

    /** In whole euro a year. */
    private static final Map<String, Integer> SEGMENTS = new LinkedHashMap<>();

    static {
        SEGMENTS.put("Kleinbedrijf", 9_000_000);
        SEGMENTS.put("Middelgroot", 14_500_000);
        SEGMENTS.put("Grootbedrijf", 11_000_000);
        SEGMENTS.put("Overheid", 7_500_000);
    }

    private final DemoDay day;
    private final Random random;

    Outside(DemoDay day) {
        this.day = day;
        this.random = day.random("outside");
    }

    /** The leads are there already. */
    void fill(Rows rows) {
        rows.of("leads").forEach(lead -> arrives(rows, lead));
        visitors(rows);
        for (int year = day.start().getYear(); year <= day.today().getYear(); year++) {
            markets(rows, year);
        }
    }

    private void arrives(Rows rows, Map<String, Object> lead) {
        LocalDate created = (LocalDate) Objects.requireNonNull(lead.get("createdOn"));
        LocalDateTime arrived = created.atTime(8 + random.nextInt(9), random.nextInt(60));
        lead.put("arrivedAt", arrived);
        int drawn = random.nextInt(100);
        int wait = 0;
        while (wait < UP_TO.length && drawn >= UP_TO[wait]) {
            wait++;
        }
        int least = wait == 0 ? 2 : MINUTES[Math.min(wait, UP_TO.length) - 1];
        if (wait == UP_TO.length) {
            return;
        }
        LocalDateTime called = arrived.plusMinutes(least + random.nextInt(MINUTES[wait] - least));
        boolean quiet = Catalogue.isQuiet(String.valueOf(lead.get("customer")));
        if (called.toLocalDate().isBefore(day.today()) && !quiet) {
            rows.add("activities", "C-" + lead.get("externalId"))
                    .with("person", lead.get("owner"))
                    .with("kind", "call")
                    .with("outcome", "held")
                    .with("happenedAt", called)
                    .with("minutes", 4 + random.nextInt(9))
                    .with("customer", lead.get("customer"))
                    .with("lead", lead.get("externalId"));
        }
    }

    private void visitors(Rows rows) {
        for (YearMonth month : day.months()) {
            boolean running = month.equals(day.month());
            int share = running ? day.today().getDayOfMonth() : month.lengthOfMonth();
            rows.add("visitors", month + "-site")
                    .with("from", month.atDay(1))
                    .with("to", running ? day.today() : month.atEndOfMonth())
                    .with("visitors", (900 + random.nextInt(500)) * share / month.lengthOfMonth())
                    .with("source", "Website");
        }
    }

    private static void markets(Rows rows, int year) {
        int all = SEGMENTS.values().stream().mapToInt(Integer::intValue).sum();
        market(rows, year, null, all);
        SEGMENTS.forEach((segment, amount) -> market(rows, year, segment, amount));
    }

    private static void market(Rows rows, int year, @Nullable String segment, int amount) {
        rows.add("market-sizes", segment == null ? String.valueOf(year) : year + "-" + segment)
                .with("year", year)
                .with("segment", segment)
                .with("amount", BigDecimal.valueOf(amount))
                .with("currency", "EUR")
                .with("source", "Federatie kantoorinrichting, jaarboek " + year);
    }
}
