package org.koploper.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Role;
import org.koploper.period.Period;

/** What was done to sell, and what it cost: weekly counts, the activities of the last weeks, costs, days off. */
final class Efforts {

    private static final int WEEKS_OF_ACTIVITIES = 6;

    private final DemoDay day;
    private final Cast cast;
    private final Random random;

    Efforts(DemoDay day, Cast cast) {
        this.day = day;
        this.cast = cast;
        this.random = day.random("efforts");
    }

    void fill(Rows rows) {
        for (Absence absence : Absence.all(day)) {
            rows.add("absences", "A-" + absence.person() + "-" + absence.days().from())
                    .with("person", absence.person())
                    .with("from", absence.days().from())
                    .with("to", absence.days().to())
                    .with("kind", absence.kind());
        }
        for (Member seller : cast.sellers()) {
            if (!seller.roles().contains(Role.MANAGER)) {
                weeks(rows, seller);
            }
            activities(rows, seller);
        }
        costs(rows);
    }

    private void weeks(Rows rows, Member seller) {
        LocalDate first = Period.week(day.start()).next().from();
        for (LocalDate monday = first; !monday.isAfter(day.today()); monday = monday.plusWeeks(1)) {
            if (!seller.works(monday)) {
                continue;
            }
            int calls = share(seller, 60 + random.nextInt(60));
            int reached = calls * (25 + random.nextInt(20)) / 100;
            int meetings = reached * (15 + random.nextInt(15)) / 100;
            int left = reached - meetings;
            int shortly = left * (30 + random.nextInt(20)) / 100;
            int later = (left - shortly) / 2;
            if (isAway(seller, monday)) {
                continue;
            }
            rows.add("efforts", "E-" + seller.id() + "-" + monday)
                    .with("person", seller.id())
                    .with("weekStart", monday)
                    .with("calls", calls)
                    .with("decisionMakers", reached)
                    .with("meetings", meetings)
                    .with("callbacksShort", shortly)
                    .with("callbacksLong", later)
                    .with("other", left - shortly - later)
                    .with("minutes", calls * 2 + reached * 6);
        }
    }

    /** On each day from Monday to Friday. */
    private boolean isAway(Member seller, LocalDate monday) {
        return Absence.all(day).stream()
                .anyMatch(absence -> absence.keeps(seller, monday) && absence.keeps(seller, monday.plusDays(4)));
    }

    private void activities(Rows rows, Member seller) {
        LocalDate from = day.today().minusWeeks(WEEKS_OF_ACTIVITIES);
        int number = 0;
        for (LocalDate date : day.workingDays(seller.calendar())) {
            if (date.isBefore(from) || !seller.works(date) || random.nextInt(4) == 0) {
                continue;
            }
            for (int i = random.nextInt(3); i >= 0; i--) {
                boolean call = random.nextInt(3) > 0;
                rows.add("activities", "X-" + seller.id() + "-" + ++number)
                        .with("person", seller.id())
                        .with("kind", call ? "call" : "meeting")
                        .with("outcome", !call && random.nextInt(8) == 0 ? "no-show" : "held")
                        .with("happenedAt", date.atTime(8 + i * 3, 5 * random.nextInt(12)))
                        .with("minutes", call ? 3 + random.nextInt(12) : 30 + 15 * random.nextInt(4))
                        .with("customer", Catalogue.called(random).id());
            }
        }
    }

    private void costs(Rows rows) {
        for (YearMonth month : day.months()) {
            cost(rows, month, "marketing", 14_000 + 500 * random.nextInt(20), null);
            for (String team : List.of(Cast.ANTWERP, Cast.ROTTERDAM)) {
                cost(rows, month, "events", 2_400 + 20 * random.nextInt(60), team);
            }
        }
    }

    private static void cost(Rows rows, YearMonth month, String kind, int amount, @Nullable String team) {
        rows.add("costs", "C-" + month + "-" + kind + (team == null ? "" : "-" + team))
                .with("kind", kind)
                .with("from", month.atDay(1))
                .with("to", month.atEndOfMonth())
                .with("amount", BigDecimal.valueOf(amount))
                .with("currency", "EUR")
                .with("team", team)
                // what is not spent on fairs brings visitors to the site
                .with("source", kind.equals("events") ? "Beurs" : "Website");
    }

    private static int share(Member seller, int full) {
        return seller.partTime()
                .multiply(BigDecimal.valueOf(full))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
