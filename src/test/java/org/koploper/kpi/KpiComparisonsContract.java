package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.kpi.KpiCompared.Verdict;
import org.koploper.period.Period;
import org.koploper.storage.Once;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** What is said of a KPI beside what it was: a difference only where chance would hardly make it. */
abstract class KpiComparisonsContract {

    private static final Period QUARTER = Period.parse("2025-Q2");
    private static final LocalDate LATER = LocalDate.of(2025, 12, 31);

    @Autowired
    ApplicationContext context;

    @Autowired
    KpiComparisons comparisons;

    private SoldThings sold;

    @BeforeEach
    void seller() {
        sold = new SoldThings(context);
    }

    private KpiCompared read(Kpi kpi) {
        return read(kpi, LATER);
    }

    private KpiCompared read(Kpi kpi, LocalDate asOf) {
        return Caller.asSystem(() -> comparisons.of(List.of(kpi), sold.scope(), QUARTER, asOf))
                .get(kpi);
    }

    @Test
    void twiceAsManyEqualOrdersAreMoreThanTheQuarterBeforeAndAFewMoreThanAYearBeforeMayBeChance() {
        sold.deals(60, "WON", "2025-05-10", "100");
        sold.deals(30, "WON", "2025-02-10", "100");
        sold.deals(52, "WON", "2024-05-10", "100");

        KpiCompared revenue = read(Kpi.REVENUE);

        assertThat(revenue.now().value()).isEqualByComparingTo("6000");
        assertThat(revenue.previous().reading().value()).isEqualByComparingTo("3000");
        assertThat(revenue.previous().verdict()).isEqualTo(Verdict.MORE);
        // 3,000 more, give or take 1.96 times the root of 90 orders of 100
        assertThat(revenue.previous().between().low()).isCloseTo(3000 - 1859.4, within(0.5));
        assertThat(revenue.previous().between().high()).isCloseTo(3000 + 1859.4, within(0.5));
        assertThat(revenue.yearBefore().reading().value()).isEqualByComparingTo("5200");
        assertThat(revenue.yearBefore().verdict()).isEqualTo(Verdict.MAY_BE_CHANCE);
    }

    @Test
    void theSameRevenueInAFewLargeOrdersIsTooLittleToCompare() {
        sold.deals(6, "WON", "2025-05-10", "1000");
        sold.deals(30, "WON", "2025-02-10", "100");

        assertThat(read(Kpi.REVENUE).previous().verdict()).isEqualTo(Verdict.TOO_LITTLE);
        assertThat(read(Kpi.REVENUE).previous().between()).isNull();
    }

    @Test
    void aCancelledOrderLeavesTheSquaresAsIfItHadNeverBeen() {
        sold.deals(12, "WON", "2025-05-10", "100");
        sold.deals(12, "WON", "2025-02-10", "100");
        double before = read(Kpi.REVENUE).previous().between().halfWidth();
        long deal = sold.sample.won(sold.seller, "9000", "2025-05-11");
        sold.sample.cancel(deal, "2025-05-12");
        sold.sample.changed(sold.seller, "2025-05-11", "2025-05-12");

        assertThat(read(Kpi.REVENUE).previous().between().halfWidth()).isCloseTo(before, within(1e-6));
    }

    @Test
    void ratesAreHeldAgainstEachOtherByTheirCounts() {
        sold.deals(45, "WON", "2025-05-10", "1");
        sold.deals(15, "LOST", "2025-05-10", "1");
        sold.deals(20, "WON", "2025-02-10", "1");
        sold.deals(40, "LOST", "2025-02-10", "1");
        sold.deals(3, "WON", "2024-05-10", "1");

        KpiCompared closing = read(Kpi.CLOSING_RATE);

        assertThat(closing.previous().verdict()).isEqualTo(Verdict.MORE);
        assertThat(closing.previous().between().low()).isBetween(0.2, 0.416);
        assertThat(closing.yearBefore().verdict()).as("fewer than five decided").isEqualTo(Verdict.TOO_LITTLE);
    }

    @Test
    void worthOfAnOrderAndWaitsAreHeldAgainstEachOtherByHowTheySpread() {
        for (int i = 0; i < 20; i++) {
            sold.deal("WON", "2025-05-10", String.valueOf(200 + i), null, null);
            sold.deal("WON", "2025-02-10", String.valueOf(100 + i), null, null);
            sold.lead("2025-05-10", null, 30 + i);
            sold.lead("2025-02-10", null, 300 + i);
        }

        assertThat(read(Kpi.DEAL_VALUE).previous().verdict()).isEqualTo(Verdict.MORE);
        assertThat(read(Kpi.RESPONSE_TIME).previous().verdict()).isEqualTo(Verdict.LESS);
    }

    @Test
    void whileThePeriodRunsAsManyDaysOfTheOneBeforeCount() {
        sold.deals(12, "WON", "2025-04-05", "1");
        sold.deals(12, "WON", "2025-01-05", "1");
        sold.deals(12, "WON", "2025-03-05", "1");

        KpiCompared running = read(Kpi.REVENUE, LocalDate.of(2025, 4, 10));

        assertThat(running.previous().period())
                .isEqualTo(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 10)));
        assertThat(running.previous().reading().value()).isEqualByComparingTo("12");
    }

    @Test
    void aGrowthIsAComparisonItselfAndWhatBeganLaterHasHadLessTime() {
        sold.deals(12, "WON", "2025-05-10", "2");
        sold.deals(12, "WON", "2024-05-10", "1");
        for (int i = 0; i < 12; i++) {
            sold.lead("2025-05-10", null, null);
            sold.lead("2025-02-10", null, null);
        }

        assertThat(read(Kpi.GROWTH_ON_YEAR).now().value()).isEqualByComparingTo("1");
        assertThat(read(Kpi.GROWTH_ON_YEAR).yearBefore().verdict()).isEqualTo(Verdict.UNTOLD);
        assertThat(read(Kpi.LEAD_TO_SALE).previous().verdict()).isEqualTo(Verdict.UNTOLD);
        assertThat(read(Kpi.MARKET_SHARE).now().reason().key())
                .as("not of a team")
                .isEqualTo("not-here");
    }

    @Test
    void workIsReadByDayByHourAndBySatisfiedCustomer() {
        sold.deals(1, "WON", "2025-05-10", "600");
        for (int i = 0; i < 6; i++) {
            sold.call(LocalDate.of(2025, 5, 12).atTime(9 + i, 0), 20, null);
            sold.answer("2025-05-12", null, i < 4 ? 5 : 3);
        }

        assertThat(read(Kpi.REVENUE_PER_HOUR).now().value()).isEqualByComparingTo("300");
        assertThat(read(Kpi.RETURN_INTENTION).now().value())
                .isEqualByComparingTo("0.6666666666666666666666666666666667");
        assertThat(read(Kpi.SATISFACTION).now().value())
                .as("nobody was asked that")
                .isNull();
        Reading daily = read(Kpi.CONTACTS_PER_DAY).now();
        assertThat(daily.numerator()).isEqualByComparingTo("6");
        assertThat(daily.denominator())
                .as("days of one person, and no holidays")
                .isBetween(BigDecimal.valueOf(55), BigDecimal.valueOf(65));
    }

    @Test
    void whoJoinedTheTeamInTheMiddleWorkedForItFromThenOn() {
        sold.deals(1, "WON", "2025-05-10", "600");
        sold.sample.member(sold.sample.person("Joiner"), sold.team, "2025-05-15", null);

        KpiCompared productivity = read(Kpi.PRODUCTIVITY);

        assertThat(productivity.now().denominator())
                .as("one and a half people")
                .isBetween(new BigDecimal("1.4"), new BigDecimal("1.6"));
        assertThat(productivity.previous().reading().denominator()).isEqualByComparingTo("1");
    }

    @Test
    void severalKpisTakeAsManyStatementsForManyDealsAsForFew() {
        List<Kpi> kpis = List.of(Kpi.values());
        Statements.of(() -> all(kpis));
        int few = Statements.of(() -> all(kpis));
        sold.deals(40, "WON", "2025-05-10", "100");

        assertThat(Statements.of(() -> all(kpis))).isEqualTo(few).isLessThan(60);
    }

    private void all(List<Kpi> kpis) {
        Once.open();
        try {
            Caller.asSystem(() -> comparisons.of(kpis, sold.scope(), QUARTER, LATER));
        } finally {
            Once.close();
        }
    }

    @Test
    void aPersonsNumbersAreNotForColleagues() {
        var colleague = sold.sample.person("Colleague");

        assertThatThrownBy(() -> As.user(
                        colleague,
                        Set.of(Role.REP),
                        () -> comparisons.of(List.of(Kpi.REVENUE), KpiScope.of(sold.seller), QUARTER, LATER)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @OnHsqldb
    static class OnHsqldbTest extends KpiComparisonsContract {}

    @OnPostgres
    static class OnPostgresTest extends KpiComparisonsContract {}
}
