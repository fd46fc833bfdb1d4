package org.koploper.ui.month;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The cards of the month, in the order that is proposed. */
enum MonthCard {
    EARNED("month.earned"),
    GOAL("month.goal"),
    PLACE("month.place"),
    TIERS("month.tiers"),
    STEP("month.step"),
    COURSE("month.course"),
    METERS("month.meters"),
    DEALS("month.deals"),
    WINS("month.wins");

    private final String title;

    MonthCard(String title) {
        this.title = title;
    }

    /** Translation key of its title. */
    String title() {
        return title;
    }

    /** Whether what the person earns, or by which rules, stands on it. */
    boolean showsPay() {
        return switch (this) {
            case EARNED, TIERS, STEP, DEALS -> true;
            case GOAL, PLACE, COURSE, METERS, WINS -> false;
        };
    }

    /** As it is kept. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(MonthCard::key).toList();
    }

    static Optional<MonthCard> of(String key) {
        return Arrays.stream(values()).filter(card -> card.key().equals(key)).findFirst();
    }
}
