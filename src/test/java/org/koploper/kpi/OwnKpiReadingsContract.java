package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.kpi.MetricWording.Words;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** KPIs of one's own over sales at random, held against sums that know nothing of how the product sums. */
abstract class OwnKpiReadingsContract {

    private static final Period YEAR = Period.year(LocalDate.of(2025, 1, 1));
    private static final LocalDate LATER = LocalDate.of(2026, 6, 30);
    private static final List<String> FAMILIES = List.of("Solar", "Heat", "Light");
    private static final List<String> SEGMENTS = List.of("Farm", "Shop");
    private static final int DEALS = 120;

    @Autowired
    ApplicationContext context;

    @Autowired
    Kpis kpis;

    @Autowired
    JdbcClient jdbc;

    private SalesSample sample;
    private SoldThings things;
    private TeamId above;
    private final List<Sold> sold = new ArrayList<>();

    /** One person's part of a deal that was decided. */
    private record Sold(
            PersonId who,
            LocalDate day,
            boolean won,
            BigDecimal value,
            BigDecimal share,
            String family,
            String segment) {}

    @BeforeEach
    void salesAtRandom() {
        things = new SoldThings(context);
        sample = things.sample;
        Random random = new Random(20250101);
        above = sample.team("Above", null);
        List<PersonId> people = new ArrayList<>();
        for (String team : List.of("North", "South")) {
            TeamId below = sample.team(team, above);
            for (int i = 0; i < 2; i++) {
                PersonId person = sample.person(team + i);
                sample.member(person, below, "2000-01-01", null);
                people.add(person);
            }
        }
        Map<String, Long> products = byName(FAMILIES, family -> things.product("One of " + family, family));
        Map<String, Long> customers = byName(SEGMENTS, segment -> things.customer(segment, null));
        for (int i = 0; i < DEALS; i++) {
            deal(random, people, products, customers);
        }
        people.forEach(person -> sample.changed(person, "2025-01-01"));
    }

    private static Map<String, Long> byName(List<String> names, Function<String, Long> made) {
        return names.stream().collect(java.util.stream.Collectors.toMap(name -> name, made));
    }

    private void deal(Random random, List<PersonId> people, Map<String, Long> products, Map<String, Long> customers) {
        String family = FAMILIES.get(random.nextInt(FAMILIES.size()));
        String segment = SEGMENTS.get(random.nextInt(SEGMENTS.size()));
        boolean won = random.nextInt(3) > 0;
        LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365));
        BigDecimal value = BigDecimal.valueOf(random.nextInt(100, 100_000), 2);
        PersonId owner = people.get(random.nextInt(people.size()));
        long deal = sample.won(owner, value.toPlainString(), day.toString());
        jdbc.sql("update deals set stage = ?, product_id = ?, customer_id = ? where id = ?")
                .params(won ? "WON" : "LOST", products.get(family), customers.get(segment), deal)
                .update();
        PersonId other = people.get(random.nextInt(people.size()));
        if (random.nextInt(4) > 0 || other.equals(owner)) {
            sold.add(new Sold(owner, day, won, value, BigDecimal.ONE, family, segment));
        } else {
            sample.share(deal, owner, "0.7");
            sample.share(deal, other, "0.3");
            sold.add(new Sold(owner, day, won, value, new BigDecimal("0.7"), family, segment));
            sold.add(new Sold(other, day, won, value, new BigDecimal("0.3"), family, segment));
        }
    }

    private static OwnKpi kpi(KpiUnit unit, OwnPart part, @Nullable OwnPart whole) {
        Words words = new Words("Tried", "What is tried.");
        return OwnKpi.tried(new OwnKpiTerms(words, words, unit, KpiDirection.HIGHER, part, whole));
    }

    private static OwnPart of(Counted what, Grouping by, String... values) {
        return new OwnPart(what, Only.EVERYTHING.with(by, List.of(values)));
    }

    private Reading read(OwnKpi kpi, KpiScope scope, Period period) {
        return Caller.asSystem(() -> kpis.read(kpi, scope, period, LATER, null));
    }

    private BigDecimal sum(Predicate<Sold> which, Function<Sold, BigDecimal> what) {
        return sold.stream().filter(which).map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal worth(Sold one) {
        return one.value().multiply(one.share());
    }

    @Test
    void revenueOfTwoFamiliesInOneSegmentIsTheSumOfExactlyThose() {
        Only only =
                Only.EVERYTHING.with(Grouping.FAMILY, List.of("Solar", "Heat")).with(Grouping.SEGMENT, List.of("Farm"));
        Predicate<Sold> those = one ->
                one.won() && !one.family().equals("Light") && one.segment().equals("Farm");

        Reading reading = read(kpi(KpiUnit.MONEY, new OwnPart(Counted.REVENUE, only), null), KpiScope.of(above), YEAR);

        assertThat(reading.value()).isEqualByComparingTo(sum(those, OwnKpiReadingsContract::worth));
        assertThat(reading.currency()).isEqualTo(sample.home());
        assertThat(reading.denominator()).isNull();
    }

    @Test
    void aTeamsRateIsTheSumOfItsPeopleDividedByTheSumOfTheirs() {
        OwnKpi winning = kpi(
                KpiUnit.RATIO,
                of(Counted.DEALS_WON, Grouping.FAMILY, "Solar"),
                of(Counted.DEALS_DECIDED, Grouping.FAMILY, "Solar"));
        Predicate<Sold> solar = one -> one.family().equals("Solar");

        Reading reading = read(winning, KpiScope.of(above), YEAR);

        BigDecimal won = sum(solar.and(Sold::won), Sold::share);
        BigDecimal decided = sum(solar, Sold::share);
        assertThat(reading.numerator()).isEqualByComparingTo(won);
        assertThat(reading.denominator()).isEqualByComparingTo(decided);
        assertThat(reading.value()).isEqualByComparingTo(won.divide(decided, MathContext.DECIMAL128));
    }

    @Test
    void eachSideIsNarrowedDownInItsOwnWay() {
        OwnKpi share = kpi(KpiUnit.RATIO, of(Counted.REVENUE, Grouping.FAMILY, "Light"), OwnPart.of(Counted.REVENUE));

        Reading reading = read(share, KpiScope.of(above), YEAR);

        assertThat(reading.numerator())
                .isEqualByComparingTo(
                        sum(one -> one.won() && one.family().equals("Light"), OwnKpiReadingsContract::worth));
        assertThat(reading.denominator()).isEqualByComparingTo(sum(Sold::won, OwnKpiReadingsContract::worth));
    }

    @Test
    void whatIsTakenApartAddsUpToTheWholeByMonthAndBySegmentAndByTeam() {
        OwnKpi solar = kpi(KpiUnit.MONEY, of(Counted.REVENUE, Grouping.FAMILY, "Solar"), null);
        BigDecimal all = sum(one -> one.won() && one.family().equals("Solar"), OwnKpiReadingsContract::worth);

        for (Grouping by : List.of(Grouping.MONTH, Grouping.SEGMENT, Grouping.TEAM, Grouping.PERSON)) {
            Map<String, Reading> parts =
                    Caller.asSystem(() -> kpis.by(solar, KpiScope.of(above), YEAR, LATER, null, by));
            assertThat(parts.values().stream().map(Reading::value).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(by.key())
                    .isEqualByComparingTo(all);
        }
        Map<String, Reading> months =
                Caller.asSystem(() -> kpis.by(solar, KpiScope.of(above), YEAR, LATER, null, Grouping.MONTH));
        assertThat(months).hasSize(12);
        months.forEach((month, reading) -> assertThat(reading.value())
                .as(month)
                .isEqualByComparingTo(sum(
                        one -> one.won()
                                && one.family().equals("Solar")
                                && one.day().toString().startsWith(month),
                        OwnKpiReadingsContract::worth)));
    }

    @Test
    void ofFewerThanFiveThereIsNoPercentageAndOfNothingNone() {
        OwnKpi winning = kpi(KpiUnit.RATIO, OwnPart.of(Counted.DEALS_WON), OwnPart.of(Counted.DEALS_DECIDED));
        things.deals(2, "WON", "2024-02-01", "10");
        things.deals(1, "LOST", "2024-02-02", "10");
        Period few = Period.month(LocalDate.of(2024, 2, 1));

        Reading two = read(winning, things.scope(), few);
        assertThat(two.value()).isNull();
        assertThat(two.reason().key()).isEqualTo("too-few");
        assertThat(two.numerator()).isEqualByComparingTo("2");
        assertThat(two.denominator()).isEqualByComparingTo("3");

        Reading nothing = read(winning, things.scope(), Period.month(LocalDate.of(2024, 3, 1)));
        assertThat(nothing.value()).isNull();
        assertThat(nothing.reason().key()).isEqualTo("nothing-to-divide-by");
    }

    @Test
    void whatIsNotKnownOfACustomerIsNotSaidOfOne() {
        OwnKpi perCall = kpi(KpiUnit.MONEY, OwnPart.of(Counted.REVENUE), OwnPart.of(Counted.CALLS));

        Reading reading = read(perCall, KpiScope.ofCustomer(things.customer("Farm", null)), YEAR);

        assertThat(perCall.levels()).doesNotContain(KpiScope.Kind.CUSTOMER);
        assertThat(reading.value()).isNull();
        assertThat(reading.reason().key()).isEqualTo("not-here");
    }

    @Test
    void ordersPerDayAtWorkNeedNothingButThePeopleThatWereThere() {
        OwnKpi perDay = kpi(KpiUnit.TIMES, OwnPart.of(Counted.ORDERS), OwnPart.of(Counted.WORKED_DAYS));

        Reading reading = read(perDay, KpiScope.of(above), YEAR);

        Reading fromCatalogue =
                Caller.asSystem(() -> kpis.read(Kpi.QUOTES_PER_DAY, KpiScope.of(above), YEAR, LATER, null));
        assertThat(reading.numerator()).isEqualByComparingTo(sum(Sold::won, Sold::share));
        assertThat(reading.denominator()).isEqualByComparingTo(fromCatalogue.denominator());
    }

    @OnHsqldb
    static class OnHsqldbTest extends OwnKpiReadingsContract {}

    @OnPostgres
    static class OnPostgresTest extends OwnKpiReadingsContract {}
}
