package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.koploper.period.Period;

/** What people earn of each other, against sums that are worked out here from all sales at once. */
class EverybodyTest {

    private static final List<String> PEOPLE = List.of("an", "bo", "cy", "di", "ed");
    static final YearMonth FROM = YearMonth.of(2026, 1);
    static final YearMonth TO = YearMonth.of(2026, 6);

    /** Sold by one of the people. */
    record Sold(String seller, Credit credit) {}

    @Test
    void aTeamEarnsOnWhatItsMembersSellOnTheDaysOnWhichTheyReportToIt() {
        always(random -> {
            List<Sold> sold = sold(random);
            ReportingLines reporting = reporting(random);
            Component override =
                    component(new FlatRate(new BigDecimal("0.03")), new Sales(Whose.TEAM, false, false, null));

            Map<String, List<Line>> lines = pay(terms(override), sold, reporting);

            for (String manager : PEOPLE) {
                BigDecimal sales = BigDecimal.ZERO;
                for (Sold one : sold) {
                    boolean isBelow = isBelow(
                            reporting, one.seller(), manager, one.credit().date());
                    sales = isBelow ? sales.add(part(one.credit())) : sales;
                }
                assertThat(exact(lines.get(manager))).isEqualByComparingTo(sales.multiply(new BigDecimal("0.03")));
            }
        });
    }

    @Test
    void eachLevelEarnsOnWhatTheLevelsBelowHaveLeft() {
        always(random -> {
            List<Sold> sold = sold(random);
            ReportingLines reporting = reporting(random);
            BigDecimal rate = new BigDecimal("0.1");
            Component own = new Component("Own", new FlatRate(rate));
            Component override = component(new FlatRate(rate), new Sales(Whose.TEAM, true, false, null));

            Map<String, List<Line>> lines = pay(terms(own, override), sold, reporting);

            Map<String, BigDecimal> expected = new TreeMap<>();
            PEOPLE.forEach(person -> expected.put(person, BigDecimal.ZERO));
            for (Sold one : sold) {
                BigDecimal left = part(one.credit());
                List<String> chain = new ArrayList<>(List.of(one.seller()));
                chain.addAll(reporting.above(one.seller(), one.credit().date()));
                for (String person : chain) {
                    BigDecimal earned = left.multiply(rate);
                    expected.merge(person, earned, BigDecimal::add);
                    left = left.subtract(earned);
                }
            }
            expected.forEach(
                    (person, sum) -> assertThat(exact(lines.get(person))).isEqualByComparingTo(sum));
        });
    }

    @Test
    void noBudgetIsOverrunAndAllOfItIsPaidWhereMoreIsEarned() {
        for (Budget.Overrun overrun : Budget.Overrun.values()) {
            always(random -> {
                List<Sold> sold = sold(random).stream()
                        .filter(one -> one.credit().dealAmount().signum() > 0)
                        .toList();
                Budget budget =
                        new Budget(BigDecimal.valueOf(random.nextInt(0, 2_000_000), 3), Accumulate.QUARTER, overrun);
                Component campaign = new Component(
                        "Campaign",
                        Measure.REVENUE,
                        Match.ALL,
                        null,
                        new FlatRate(new BigDecimal("0.0333")),
                        null,
                        null,
                        BigDecimal.ONE,
                        List.of(),
                        new Limits(null, null, Accumulate.MONTH, null, false, budget));

                Map<String, List<Line>> lines = pay(terms(campaign), sold, ReportingLines.NONE);

                for (Period quarter : List.of(Period.parse("2026-Q1"), Period.parse("2026-Q2"))) {
                    BigDecimal earned = sold.stream()
                            .filter(one -> quarter.contains(one.credit().date()))
                            .map(one -> part(one.credit()).multiply(new BigDecimal("0.0333")))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    BigDecimal most = earned.min(budget.amount().setScale(2, RoundingMode.DOWN));
                    // to the cent, what each month of each payee is rounded by included
                    BigDecimal cents = new BigDecimal("0.005").multiply(BigDecimal.valueOf(3L * lines.size()));
                    boolean isShared = overrun == Budget.Overrun.PRO_RATA && !earned.equals(most);
                    assertThat(paid(lines, quarter))
                            .isLessThanOrEqualTo(budget.amount())
                            .isCloseTo(most, Offset.offset(isShared ? BigDecimal.ZERO : cents));
                    if (overrun == Budget.Overrun.FIRST_COME) {
                        // what is beyond the budget is taken off the deals that are, and cents off the month
                        assertThat(takenOffMonths(lines, quarter)).isBetween(cents.negate(), BigDecimal.ZERO);
                    }
                }
            });
        }
    }

    private static BigDecimal takenOffMonths(Map<String, List<Line>> lines, Period days) {
        return lines.values().stream()
                .flatMap(List::stream)
                .filter(line -> days.contains(line.month().atDay(1)))
                .filter(line -> line.kind() == LineKind.BUDGET_CENTS)
                .map(Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal paid(Map<String, List<Line>> lines, Period days) {
        return lines.values().stream()
                .flatMap(List::stream)
                .filter(line -> days.contains(line.month().atDay(1)))
                .map(Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void objectivesArePaidOutOfABudgetAsDealsAre() {
        assertThat(objectives(Budget.Overrun.PRO_RATA)).isEqualTo(Map.of("an", "500", "bo", "500"));
        // at the month's end both, by name then
        assertThat(objectives(Budget.Overrun.FIRST_COME)).isEqualTo(Map.of("an", "800", "bo", "200"));
    }

    private static Map<String, String> objectives(Budget.Overrun overrun) {
        Component launch = new Component(
                "Objectives",
                Measure.REVENUE,
                Match.ALL,
                null,
                new Scorecard(Accumulate.MONTH, List.of(new Scorecard.Objective("Launch", BigDecimal.ONE))),
                null,
                new BigDecimal("800"),
                BigDecimal.ONE,
                List.of(),
                budget("1000", overrun));
        Score reached = new Score("Launch", Period.month(FROM.atDay(1)), BigDecimal.ONE);
        History scored = new History(List.of(), Service.ALWAYS, List.of(), List.of(reached), List.of(), List.of());
        return sums(Everybody.pay(terms(launch), Map.of("an", scored, "bo", scored), ReportingLines.NONE, FROM, FROM));
    }

    @Test
    void prizesArePaidOutOfABudgetToo() {
        Component race = new Component(
                "Race",
                Measure.REVENUE,
                Match.ALL,
                null,
                new Ranking(Accumulate.MONTH, List.of(new BigDecimal("100"), new BigDecimal("50")), Ties.POOLED),
                null,
                null,
                BigDecimal.ONE,
                List.of(),
                budget("120", Budget.Overrun.PRO_RATA));
        Map<String, History> people = Map.of("an", sold("A", "2000"), "bo", sold("B", "1000"));

        assertThat(sums(Everybody.pay(terms(race), people, ReportingLines.NONE, FROM, FROM)))
                .isEqualTo(Map.of("an", "80", "bo", "40"));
    }

    private static History sold(String deal, String amount) {
        return History.of(List.of(new Credit(deal, FROM.atDay(5), new BigDecimal(amount), BigDecimal.ONE)));
    }

    static Limits budget(String amount, Budget.Overrun overrun) {
        Budget budget = new Budget(new BigDecimal(amount), Accumulate.YEAR, overrun);
        return new Limits(null, null, Accumulate.MONTH, null, false, budget);
    }

    private static Map<String, String> sums(Map<String, List<Line>> lines) {
        Map<String, String> sums = new TreeMap<>();
        lines.forEach((person, all) -> sums.put(
                person,
                all.stream()
                        .map(Line::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .stripTrailingZeros()
                        .toPlainString()));
        return sums;
    }

    @Test
    void thePartsOfAPayAddUpToWhatTheDealEarnsWhole() {
        always(random -> {
            BigDecimal first = BigDecimal.valueOf(random.nextInt(0, 1001), 3);
            BigDecimal second = BigDecimal.ONE.subtract(first).divide(BigDecimal.valueOf(3), 6, RoundingMode.DOWN);
            List<BigDecimal> shares =
                    List.of(first, second, BigDecimal.ONE.subtract(first).subtract(second));
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(-500_000, 500_000), 2);
            Component divided =
                    component(new FlatRate(new BigDecimal("0.07")), new Sales(Whose.OWN, false, true, null));

            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < shares.size(); i++) {
                Sharing sharing = new Sharing(shares, i);
                Credit credit =
                        new Credit("D", FROM.atDay(5), amount, shares.get(i), Facts.plain("D", amount), sharing);
                sum = sum.add(Engine.calculate(terms(divided), List.of(credit), FROM, FROM).stream()
                        .map(Line::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
            }
            assertThat(sum)
                    .isEqualByComparingTo(
                            amount.multiply(new BigDecimal("0.07")).setScale(2, RoundingMode.HALF_UP));
        });
    }

    @Test
    void pooledPrizesAreAllPaidAndNobodyBehindGetsMore() {
        always(random -> {
            List<Sold> sold = sold(random).stream()
                    .filter(one -> one.credit().dealAmount().signum() > 0)
                    .map(one -> new Sold(
                            one.seller(),
                            new Credit(
                                    one.credit().deal(),
                                    one.credit().date(),
                                    BigDecimal.valueOf(random.nextInt(1, 3)),
                                    BigDecimal.ONE)))
                    .toList();
            List<BigDecimal> prizes = List.of(new BigDecimal("100.01"), new BigDecimal("50"), new BigDecimal("20.02"));
            Component race = component(new Ranking(Accumulate.YEAR, prizes, Ties.POOLED), Sales.OWN);
            Map<String, List<Line>> lines =
                    Everybody.pay(terms(race), histories(sold), ReportingLines.NONE, FROM, YearMonth.of(2026, 12));

            Map<String, BigDecimal> sums = new TreeMap<>();
            sold.forEach(one -> sums.merge(one.seller(), one.credit().dealAmount(), BigDecimal::add));
            BigDecimal expected = prizes.stream().limit(sums.size()).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal paid =
                    lines.values().stream().map(EverybodyTest::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(paid).isEqualByComparingTo(expected);
            for (String one : sums.keySet()) {
                for (String other : sums.keySet()) {
                    if (sums.get(one).compareTo(sums.get(other)) > 0) {
                        assertThat(exact(lines.get(one))).isGreaterThanOrEqualTo(exact(lines.get(other)));
                    }
                }
            }
        });
    }

    @Test
    void whoReportsInACircleOrToTwoIsRefused() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        ReportsTo up = new ReportsTo("an", "bo", null, null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportingLines(List.of(up, new ReportsTo("an", "cy", day, null))));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ReportingLines(List.of(up, new ReportsTo("bo", "an", null, null))).above("an", day));
        assertThat(new ReportingLines(List.of(
                                new ReportsTo("an", "bo", null, day.minusDays(1)),
                                new ReportsTo("an", "cy", day, null)))
                        .above("an", day))
                .containsExactly("cy");
    }

    static void always(java.util.function.Consumer<Random> law) {
        Rounds.always(EverybodyTest.class, 100, seed -> law.accept(new Random(seed)));
    }

    private static boolean isBelow(ReportingLines reporting, String person, String manager, LocalDate day) {
        return reporting.above(person, day).contains(manager);
    }

    /** Of the five, each reports to one of those after it, and some move to another in the middle of March. */
    private static ReportingLines reporting(Random random) {
        List<ReportsTo> lines = new ArrayList<>();
        LocalDate move = LocalDate.of(2026, 3, 16);
        for (int i = 0; i + 1 < PEOPLE.size(); i++) {
            String first = PEOPLE.get(random.nextInt(i + 1, PEOPLE.size()));
            boolean moves = random.nextBoolean();
            lines.add(new ReportsTo(PEOPLE.get(i), first, null, moves ? move.minusDays(1) : null));
            if (moves) {
                lines.add(new ReportsTo(PEOPLE.get(i), PEOPLE.get(random.nextInt(i + 1, PEOPLE.size())), move, null));
            }
        }
        return new ReportingLines(lines);
    }

    static List<Sold> sold(Random random) {
        List<Sold> sold = new ArrayList<>();
        for (int i = random.nextInt(0, 15); i > 0; i--) {
            LocalDate date = FROM.atDay(1).plusDays(random.nextInt(180));
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(-20_000, 200_000), 2);
            String seller = PEOPLE.get(random.nextInt(PEOPLE.size()));
            sold.add(new Sold(
                    seller, new Credit("D-" + i, date, amount, BigDecimal.valueOf(random.nextInt(0, 11), 1))));
        }
        return sold;
    }

    static Map<String, History> histories(List<Sold> sold) {
        Map<String, History> histories = new TreeMap<>();
        for (String person : PEOPLE) {
            histories.put(
                    person,
                    History.of(sold.stream()
                            .filter(one -> one.seller().equals(person))
                            .map(Sold::credit)
                            .toList()));
        }
        return histories;
    }

    private static Map<String, List<Line>> pay(Terms terms, List<Sold> sold, ReportingLines reporting) {
        return Everybody.pay(terms, histories(sold), reporting, FROM, TO);
    }

    static Component component(RateRule rule, Sales sales) {
        return new Component(
                "Others",
                Measure.REVENUE,
                Match.ALL,
                null,
                rule,
                null,
                null,
                BigDecimal.ONE,
                List.of(),
                Limits.NONE,
                sales);
    }

    static Terms terms(Component... components) {
        Validity always = new Validity(LocalDate.of(2020, 1, 1), null);
        return new Terms("Any", 1, Samples.EURO, always, List.of(components), Rounding.standard(Samples.EURO));
    }

    private static BigDecimal part(Credit credit) {
        return credit.dealAmount().multiply(credit.share());
    }

    private static BigDecimal exact(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.kind() != LineKind.ROUNDING)
                .map(Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
