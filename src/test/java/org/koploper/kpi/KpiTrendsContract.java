package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.kpi.KpiTrend.Line;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A KPI over months and quarters, by what the records say beside. */
abstract class KpiTrendsContract {

    private static final Period YEAR = Period.year(LocalDate.of(2025, 1, 1));
    private static final LocalDate LATER = LocalDate.of(2026, 1, 31);

    @Autowired
    ApplicationContext context;

    @Autowired
    KpiTrends trends;

    private SoldThings sold;

    @BeforeEach
    void seller() {
        sold = new SoldThings(context);
    }

    private KpiTrend read(Kpi kpi, PeriodKind step, @Nullable Grouping by) {
        return Caller.asSystem(() -> trends.of(kpi, sold.scope(), YEAR, step, by, LATER));
    }

    private static List<String> values(Line line) {
        return line.steps().stream()
                .map(reading -> reading.value() == null ? "-" : reading.value().toPlainString())
                .toList();
    }

    @Test
    void revenueOfQuartersIsTakenApartByRegionTheLargestFirst() {
        sold.deal("WON", "2025-02-01", "100", null, sold.customer("Small", "North"));
        sold.deal("WON", "2025-05-01", "300", null, sold.customer("Small", "South"));
        sold.deal("WON", "2025-12-31", "50", null, sold.customer("Large", "North"));
        sold.deal("WON", "2025-12-31", "5", null, null);

        KpiTrend trend = read(Kpi.REVENUE, PeriodKind.QUARTER, Grouping.REGION);

        assertThat(trend.steps()).extracting(Period::key).containsExactly("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4");
        assertThat(trend.lines()).extracting(Line::name).containsExactly("South", "North", null);
        assertThat(values(trend.lines().get(1))).containsExactly("100", "0", "0", "50");
        assertThat(trend.lines().get(2).key()).as("no customer, so no region").isEmpty();
        assertThat(values(trend.all())).containsExactly("100", "300", "0", "55");
        assertThat(trend.all().whole().value()).isEqualByComparingTo("455");
    }

    @Test
    void productsHaveTheirNamesAndFamiliesAreProductsTogether() {
        long desk = sold.product("Desk", "Furniture");
        long chair = sold.product("Chair", "Furniture");
        long plan = sold.product("Plan", null);
        sold.deal("WON", "2025-02-01", "100", desk, null);
        sold.deal("WON", "2025-02-02", "30", chair, null);
        sold.deal("WON", "2025-02-03", "20", plan, null);

        assertThat(read(Kpi.REVENUE, PeriodKind.MONTH, Grouping.PRODUCT).lines())
                .extracting(Line::name)
                .containsExactly("Desk", "Chair", "Plan");
        assertThat(read(Kpi.REVENUE, PeriodKind.MONTH, Grouping.FAMILY).lines())
                .extracting(line -> line.name() + " " + line.whole().value())
                .containsExactly("Furniture 130", "null 20");
    }

    @Test
    void beyondSevenTheOthersAreOneLineThatIsTheirSumDividedByTheirSum() {
        for (int i = 0; i < 10; i++) {
            long customer = sold.customer("Segment " + i, null);
            for (int won = 0; won < 12 - i; won++) {
                sold.deal("WON", "2025-02-01", "10", null, customer);
            }
            sold.deal("LOST", "2025-02-01", "10", null, customer);
        }

        KpiTrend trend = read(Kpi.CLOSING_RATE, PeriodKind.QUARTER, Grouping.SEGMENT);

        assertThat(trend.lines()).hasSize(KpiTrend.MOST_LINES + 1);
        Line others = trend.lines().getLast();
        assertThat(others.key()).isNull();
        assertThat(others.together()).isEqualTo(3);
        assertThat(others.whole().numerator()).isEqualByComparingTo("12");
        assertThat(others.whole().denominator()).isEqualByComparingTo("15");
        assertThat(others.whole().value()).isEqualByComparingTo("0.8");
        assertThat(trend.all().whole().denominator()).isEqualByComparingTo("85");
    }

    @Test
    void whatIsOpenIsReadAtTheEndOfEachStep() {
        long deal = sold.sample.won(sold.seller, "70", "2025-08-20");
        var jdbc = context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class);
        for (Object[] state : new Object[][] {{1, "2025-03-10", "ENGAGING"}, {2, "2025-08-20", "WON"}}) {
            jdbc.sql(
                            "insert into deal_states (deal_id, seq, from_day, until_day, stage, owner_id, deal_value, currency, recorded_at)"
                                    + " values (?, ?, ?, ?, ?, ?, 70, ?, localtimestamp)")
                    .params(
                            deal,
                            state[0],
                            LocalDate.parse((String) state[1]),
                            state[2].equals("WON") ? null : LocalDate.of(2025, 8, 20),
                            state[2],
                            sold.seller.value(),
                            sold.sample.home())
                    .update();
        }
        sold.sample.changed(sold.seller, "2025-03-10", "2025-08-20");
        Slot first = Slot.of("q1", Period.parse("2025-Q1"), LATER);
        Slot second = Slot.of("q2", Period.parse("2025-Q2"), LATER);
        Slot third = Slot.of("q3", Period.parse("2025-Q3"), LATER);

        var open = Caller.asSystem(() -> context.getBean(FactReader.class)
                .over(EnumSet.of(Measure.OPEN_DEALS), sold.scope(), List.of(first, second, third)));

        assertThat(List.of("q1", "q2", "q3"))
                .extracting(key -> open.get(key).of(Measure.OPEN_DEALS).intValue())
                .containsExactly(1, 1, 0);
    }

    @Test
    void anAmountInAnotherCurrencyCountsAtTheRateOfItsOwnDayInItsOwnMonth() {
        String foreign = sold.sample.home().equals("EUR") ? "USD" : "EUR";
        sold.sample.rate(foreign, sold.sample.home(), "2025-02-01", "2");
        sold.sample.rate(foreign, sold.sample.home(), "2025-03-01", "4");
        sold.sample.won(sold.seller, "10", foreign, "2025-02-10");
        sold.sample.won(sold.seller, "10", foreign, "2025-03-10");
        sold.sample.changed(sold.seller, "2025-02-10", "2025-03-10");

        KpiTrend byTeam = read(Kpi.REVENUE, PeriodKind.MONTH, Grouping.TEAM);
        KpiTrend byRegion = read(Kpi.REVENUE, PeriodKind.MONTH, Grouping.REGION);

        assertThat(values(byTeam.all())).startsWith("0", "20", "40", "0");
        assertThat(values(byRegion.all())).isEqualTo(values(byTeam.all()));
    }

    @Test
    void whetherItRisesIsSaidOfWhatIsOverAndOnlyWhereItIsKnown() {
        for (int month = 1; month <= 12; month++) {
            sold.deals(6 + month, "WON", "2025-%02d-05".formatted(month), "1");
            sold.deals(18 - month, "LOST", "2025-%02d-05".formatted(month), "1");
        }

        assertThat(read(Kpi.CLOSING_RATE, PeriodKind.MONTH, null).course().z()).isPositive();
        assertThat(read(Kpi.CLOSING_RATE, PeriodKind.MONTH, null).course().isOne())
                .isTrue();
        assertThat(read(Kpi.REVENUE, PeriodKind.MONTH, null).course()).isNull();
        assertThat(read(Kpi.CLOSING_RATE, PeriodKind.QUARTER, null).course())
                .as("four quarters only")
                .isNull();
    }

    @Test
    void aKpiIsTakenApartOnlyByWhatItsRecordsSay() {
        KpiScope all = KpiScope.organisation();

        assertThat(groupings(Kpi.REVENUE, all))
                .contains(Grouping.TEAM, Grouping.PRODUCT, Grouping.FAMILY, Grouping.SOURCE);
        assertThat(groupings(Kpi.NEW_LEADS, all))
                .contains(Grouping.SOURCE)
                .doesNotContain(Grouping.PRODUCT, Grouping.FAMILY);
        assertThat(groupings(Kpi.CALLS, all)).containsExactly(Grouping.TEAM);
        assertThat(groupings(Kpi.RETENTION, all)).isEmpty();
        assertThat(groupings(Kpi.REVENUE, KpiScope.of(sold.seller))).doesNotContain(Grouping.TEAM);
        assertThat(Caller.asSystem(() -> trends.choices(all)))
                .contains(Kpi.REVENUE, Kpi.RETENTION)
                .doesNotContain(Kpi.GROWTH, Kpi.FORECAST_TO_BUDGET);
        assertThatThrownBy(() -> read(Kpi.CALLS, PeriodKind.MONTH, Grouping.PRODUCT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Grouping> groupings(Kpi kpi, KpiScope scope) {
        return Caller.asSystem(() -> trends.groupings(kpi, scope));
    }

    @Test
    void moreProductsAndMonthsTakeNoMoreStatements() {
        sold.deal("WON", "2025-02-01", "100", sold.product("Desk", "Furniture"), null);
        read(Kpi.REVENUE, PeriodKind.MONTH, Grouping.PRODUCT);
        int few = Statements.of(() -> read(Kpi.REVENUE, PeriodKind.QUARTER, Grouping.PRODUCT));
        for (int i = 0; i < 12; i++) {
            sold.deal("WON", "2025-%02d-01".formatted(i + 1), "100", sold.product("Desk " + i, "Furniture"), null);
        }

        assertThat(Statements.of(() -> read(Kpi.REVENUE, PeriodKind.MONTH, Grouping.PRODUCT)))
                .isEqualTo(few);
    }

    @OnHsqldb
    static class OnHsqldbTest extends KpiTrendsContract {}

    @OnPostgres
    static class OnPostgresTest extends KpiTrendsContract {}
}
