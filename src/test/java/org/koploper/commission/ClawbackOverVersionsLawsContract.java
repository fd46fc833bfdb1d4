package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.ledger.PayMonth;
import org.koploper.ledger.PeriodClose;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Over versions with and without a clawback, each with a rate of its own, and whatever months were closed in between: every
 * deal comes to what its own version leaves of it, reckoned here from the definition alone.
 */
abstract class ClawbackOverVersionsLawsContract {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final int VERSIONS = 5;

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    @Autowired
    PeriodClose close;

    SalesSample sales;
    PaySample pay;

    @RepeatedTest(4)
    void everyDealComesToWhatTheVersionItWasWonUnderLeavesOfIt(RepetitionInfo repetition) {
        long seed = 20_261_127L + repetition.getCurrentRepetition();
        System.out.println("seed " + seed);
        sales = new SalesSample(context);
        pay = new PaySample(context);
        Random random = new Random(seed);
        PersonId rep = sales.person("Over versions");
        List<Version> versions = versions(random);
        PlanRef plan = pay.emptyPlan("EUR");
        versions.forEach(version -> pay.version(plan, version.from().toString(), null, version.document()));
        pay.assign(plan, rep, START.toString(), null);

        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            happens(random, rep, deals);
            if (random.nextInt(8) == 0) {
                closeNext();
            }
        }

        Map<Long, BigDecimal> expected = new TreeMap<>();
        deals.forEach(deal -> expected.put(deal.id, comesTo(deal, versions)));
        expected.values().removeIf(sum -> sum.signum() == 0);
        assertThat(byDeal(rep)).as("seed %s, %s", seed, versions).isEqualTo(expected);
        assertThat(Caller.asSystem(() -> run.all()))
                .as("a full run, seed %s", seed)
                .isZero();
    }

    /**
     * @param back what is taken back of a deal that ends within the term; null for what was not served of it
     * @param term in months; 0 for no clawback
     */
    private record Version(
            LocalDate from, BigDecimal rate, @Nullable BigDecimal back, int term) {

        String document() {
            String share = back == null ? "" : "\"share\": \"" + back + "\", ";
            String clawback = term == 0 ? "" : ", \"pay\": {\"clawback\": {" + share + "\"term\": " + term + "}}";
            return "{\"components\": [{\"name\": \"Commission\", \"flat\": {\"rate\": \"" + rate + "\"}}]" + clawback
                    + "}";
        }

        BigDecimal of(BigDecimal value) {
            return value.multiply(rate);
        }

        /** Of what a deal earned that lasted that many months. */
        BigDecimal kept(BigDecimal earned, long served) {
            if (served >= term) {
                return term == 0 ? BigDecimal.ZERO : earned;
            }
            BigDecimal kept = back == null
                    ? earned.multiply(BigDecimal.valueOf(served))
                            .divide(BigDecimal.valueOf(term), 12, RoundingMode.HALF_UP)
                    : earned.multiply(BigDecimal.ONE.subtract(back));
            return kept.setScale(2, RoundingMode.HALF_UP);
        }
    }

    private static List<Version> versions(Random random) {
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < VERSIONS; i++) {
            LocalDate from = START.plusMonths(4L * i).plusDays(i == 0 ? 0 : random.nextInt(100));
            BigDecimal rate = BigDecimal.valueOf(random.nextInt(1, 30), 2);
            BigDecimal back = random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(0, 101), 2);
            versions.add(new Version(from, rate, back, random.nextBoolean() ? 0 : random.nextInt(1, 13)));
        }
        return versions;
    }

    private static Version on(LocalDate day, List<Version> versions) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(day))
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private static final class Deal {
        private final long id;
        private final LocalDate won;
        private final BigDecimal value;
        private final Map<LocalDate, BigDecimal> notes = new TreeMap<>();
        private @Nullable LocalDate cancelled;

        private Deal(long id, LocalDate won, BigDecimal value) {
            this.id = id;
            this.won = won;
            this.value = value;
        }

        BigDecimal left() {
            return notes.values().stream().reduce(value, BigDecimal::subtract);
        }
    }

    /** What is paid of it in all months together. */
    private static BigDecimal comesTo(Deal deal, List<Version> versions) {
        Version booked = on(deal.won, versions);
        List<BigDecimal> earned = new ArrayList<>(List.of(booked.of(deal.value)));
        deal.notes.forEach((day, amount) -> earned.add(on(day, versions).of(amount.negate())));
        BigDecimal all = earned.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (deal.cancelled != null) {
            Version now = on(deal.cancelled, versions);
            if (booked.term() == 0 && now.term() == 0) {
                // a reversal as under one version
                all = all.subtract(now.of(deal.left()));
            } else {
                long served = ChronoUnit.MONTHS.between(deal.won, deal.cancelled);
                all = earned.stream().map(one -> booked.kept(one, served)).reduce(BigDecimal.ZERO, BigDecimal::add);
            }
        }
        return all.stripTrailingZeros();
    }

    private void happens(Random random, PersonId rep, List<Deal> deals) {
        Deal deal = deals.isEmpty() ? null : deals.get(random.nextInt(deals.size()));
        if (deal == null || random.nextInt(5) < 2 || deal.cancelled != null) {
            LocalDate day = START.plusDays(random.nextInt(550));
            BigDecimal value = BigDecimal.valueOf(random.nextInt(1, 100) * 100L);
            deals.add(new Deal(sales.won(rep, value.toPlainString(), "EUR", day.toString()), day, value));
            sales.changed(rep, day.toString());
            return;
        }
        LocalDate day = deal.won.plusDays(random.nextInt(400));
        if (random.nextInt(3) == 0
                && deal.left().compareTo(BigDecimal.valueOf(100)) > 0
                && !deal.notes.containsKey(day)) {
            sales.credit(deal.id, "100", day.toString());
            deal.notes.put(day, BigDecimal.valueOf(100));
        } else if (deal.notes.keySet().stream().allMatch(day::isAfter)) {
            sales.cancel(deal.id, day.toString());
            deal.cancelled = day;
        }
        sales.changed(rep, deal.won.toString(), day.toString());
    }

    private void closeNext() {
        Caller.asSystem(() -> close.months()).stream()
                .filter(month -> month.state() == PayMonth.State.CLOSABLE)
                .findFirst()
                .ifPresent(month -> Caller.asSystem(() -> close.close(month.month(), month.totals())));
    }

    /** What is posted of each deal and all that is about it. */
    private Map<Long, BigDecimal> byDeal(PersonId rep) {
        Map<Long, BigDecimal> sums = new TreeMap<>();
        pay.nets(rep).forEach((key, net) -> {
            String deal = key.split("\\|")[3].split("/")[0];
            sums.merge(Long.valueOf(deal.substring(1)), net, BigDecimal::add);
        });
        sums.replaceAll((deal, sum) -> sum.stripTrailingZeros());
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    @OnHsqldb
    @TestPropertySource(properties = "koploper.test=versions-laws")
    static class OnHsqldbTest extends ClawbackOverVersionsLawsContract {}

    @OnPostgres
    @TestPropertySource(properties = "koploper.test=versions-laws")
    static class OnPostgresTest extends ClawbackOverVersionsLawsContract {}
}
