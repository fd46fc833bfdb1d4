package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Plans and credits at random, the same for the same seed; awkward on purpose (bounds hit, ties, reversals, nothing). */
final class Samples {

    static final YearMonth FROM = YearMonth.of(2025, 11);
    static final YearMonth TO = YearMonth.of(2026, 7);
    static final Currency EURO = Currency.getInstance("EUR");
    static final Currency DOLLAR = Currency.getInstance("USD");

    private final Random random;

    Samples(long seed) {
        random = new Random(seed);
    }

    Terms terms(RateRule... rules) {
        List<Component> components = new ArrayList<>();
        for (RateRule rule : rules) {
            components.add(new Component("Component " + (components.size() + 1), rule));
        }
        return new Terms(
                "Sample", 3, EURO, new Validity(LocalDate.of(2020, 1, 1), null), components, Rounding.standard(EURO));
    }

    RateRule rule() {
        return random.nextInt(4) == 0 ? new FlatRate(rate()) : tiers(accumulate());
    }

    TierRule tiers(Accumulate accumulate) {
        List<Band> bands = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (int left = random.nextInt(1, 5); left > 0; left--) {
            BigDecimal to = left == 1 ? null : from.add(BigDecimal.valueOf(random.nextInt(1, 20) * 500L));
            bands.add(new Band(from, to, rate()));
            from = to == null ? from : to;
        }
        return new TierRule(accumulate, random.nextBoolean() ? Boundary.LOWER : Boundary.UPPER, bands);
    }

    Accumulate accumulate() {
        return Accumulate.values()[random.nextInt(Accumulate.values().length)];
    }

    List<Credit> credits() {
        List<Credit> credits = new ArrayList<>();
        for (int i = random.nextInt(0, 25); i > 0; i--) {
            LocalDate date = FROM.atDay(1).plusDays(random.nextInt(270));
            credits.add(new Credit("D-" + i, date, amount(), share()));
            if (random.nextInt(5) == 0) {
                Credit last = credits.getLast();
                credits.add(reversed(last, date.plusDays(random.nextInt(90))));
            }
        }
        return credits;
    }

    static Credit reversed(Credit credit, LocalDate date) {
        return new Credit(
                credit.deal() + "/cancelled", date, credit.dealAmount().negate(), credit.share());
    }

    /** Round amounts often, so that positions land on bounds. */
    BigDecimal amount() {
        return switch (random.nextInt(6)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> BigDecimal.valueOf(random.nextInt(-200_000, 0), 2);
            case 2, 3 -> BigDecimal.valueOf(random.nextInt(1, 20) * 500L);
            default -> BigDecimal.valueOf(random.nextInt(1, 3_000_000), 2);
        };
    }

    private BigDecimal share() {
        return random.nextBoolean() ? BigDecimal.ONE : BigDecimal.valueOf(random.nextInt(0, 101), 2);
    }

    private BigDecimal rate() {
        return BigDecimal.valueOf(random.nextInt(0, 300), 3);
    }

    Random random() {
        return random;
    }
}
