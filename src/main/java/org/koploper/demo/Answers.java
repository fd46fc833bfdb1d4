package org.koploper.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What customers answered when they were asked, some weeks after a deal was won: a handful each month. */
final class Answers {

    /** Of a hundred answers: 3 times 1, 5 times 2, 15 times 3, 42 times 4, 35 times 5. */
    private static final int[] UP_TO = {3, 8, 23, 65, 100};

    private static final List<String> PLEASED = List.of(
            "Vlot geleverd en netjes geplaatst.",
            "Fijn dat er iemand kwam kijken voor we bestelden.",
            "De stoelen zitten heerlijk.");

    private static final List<String> DISPLEASED = List.of(
            "Twee weken later dan beloofd.",
            "Er ontbrak een blad, en niemand belde terug.",
            "De montage duurde te lang.");

    private final DemoDay day;
    private final List<Deal> deals;
    private final Random random;

    Answers(DemoDay day, List<Deal> deals) {
        this.day = day;
        this.deals = deals;
        this.random = day.random("answers");
    }

    void fill(Rows rows) {
        for (Deal deal : deals) {
            LocalDate closed = deal.closed();
            if (closed == null || !deal.stage().equals(Deal.WON) || random.nextInt(5) > 0) {
                continue;
            }
            LocalDate answered = closed.plusDays(10 + random.nextInt(20));
            if (answered.isAfter(day.today())) {
                continue;
            }
            int satisfied = score();
            rows.add("survey-answers-customer", "CSA-" + deal.id().substring(2))
                    .with("customer", deal.customer().id())
                    .with("answeredOn", answered)
                    .with("satisfaction", satisfied)
                    .with("returnIntention", random.nextInt(8) == 0 ? null : near(satisfied))
                    .with("deal", deal.id())
                    .with("person", deal.owner())
                    .with("comment", comment(satisfied));
        }
    }

    private int score() {
        int drawn = random.nextInt(100);
        int score = 1;
        while (drawn >= UP_TO[score - 1]) {
            score++;
        }
        return score;
    }

    /** Who is satisfied mostly comes back. */
    private int near(int satisfied) {
        return Math.clamp(satisfied + random.nextInt(3) - 1, 1, UP_TO.length);
    }

    private @Nullable String comment(int satisfied) {
        if (satisfied == 3 || random.nextInt(3) > 0) {
            return null;
        }
        List<String> said = satisfied > 3 ? PLEASED : DISPLEASED;
        return said.get(random.nextInt(said.size()));
    }
}
