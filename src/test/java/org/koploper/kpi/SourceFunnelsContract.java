package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.kpi.SourceFunnels.Readout;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From lead to order by the source of the lead, of one team in one quarter. */
abstract class SourceFunnelsContract {

    private static final Period QUARTER = Period.parse("2018-Q2");

    @Autowired
    ApplicationContext context;

    @Autowired
    SourceFunnels funnels;

    @Autowired
    Kpis kpis;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    private final List<Lead> leads = new ArrayList<>();
    private SalesSample sample;
    private TeamId team;
    private PersonId seller;
    private String home;

    /** What became of a lead: how far it went, and for how much. */
    private record Lead(String source, boolean qualified, boolean met, boolean quoted, int ordered) {

        boolean sold() {
            return ordered > 0;
        }
    }

    @BeforeEach
    void oneSellerInATeam() {
        sample = new SalesSample(context);
        home = sample.home();
        team = sample.team("Sources", null);
        seller = sample.person("Sam");
        sample.member(seller, team, "2015-01-01", null);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyNumberIsThePlainSumOfItsLeads(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 80; i++) {
            boolean met = random.nextInt(3) > 0;
            lead(new Lead(
                    List.of("fair", "web", "").get(random.nextInt(3)),
                    random.nextBoolean(),
                    met,
                    random.nextBoolean(),
                    random.nextInt(3) == 0 ? 100 + random.nextInt(900) : 0));
        }

        Readout readout = read();

        Map<String, List<Lead>> bySource = leads.stream().collect(Collectors.groupingBy(Lead::source));
        assertThat(readout.sources()).hasSameSizeAs(bySource.keySet());
        for (SourceFunnel funnel : readout.sources()) {
            isTheSumOf(funnel, bySource.get(funnel.source()));
        }
        isTheSumOf(readout.all(), leads);
    }

    private static void isTheSumOf(SourceFunnel funnel, List<Lead> of) {
        assertThat(funnel.leads()).isEqualByComparingTo(String.valueOf(of.size()));
        assertThat(funnel.qualified().numerator())
                .isEqualByComparingTo(count(of.stream().filter(Lead::qualified).count()));
        assertThat(funnel.met().numerator())
                .isEqualByComparingTo(count(
                        of.stream().filter(lead -> lead.met() || lead.sold()).count()));
        assertThat(funnel.quoted())
                .isEqualByComparingTo(count(
                        of.stream().filter(lead -> lead.quoted() || lead.sold()).count()));
        assertThat(funnel.sold().numerator())
                .isEqualByComparingTo(count(of.stream().filter(Lead::sold).count()));
        assertThat(funnel.sold().value().doubleValue())
                .isCloseTo(of.stream().filter(Lead::sold).count() / (double) of.size(), within(1e-9));
        assertThat(funnel.revenue())
                .isEqualByComparingTo(
                        String.valueOf(of.stream().mapToInt(Lead::ordered).sum()));
    }

    private static BigDecimal count(long number) {
        return BigDecimal.valueOf(number);
    }

    @Test
    void itSaysTheSameAsTheKpisBySource() {
        for (int i = 0; i < 12; i++) {
            lead(new Lead(i % 2 == 0 ? "fair" : "web", i % 3 == 0, i % 3 == 1, false, i == 0 ? 500 : 0));
        }

        for (SourceFunnel funnel : read().sources()) {
            String source = String.valueOf(funnel.source());
            assertThat(funnel.qualified()).isEqualTo(kpi(Kpi.QUALIFIED_LEADS, source));
            assertThat(funnel.met()).isEqualTo(kpi(Kpi.LEAD_TO_APPOINTMENT, source));
            assertThat(funnel.sold()).isEqualTo(kpi(Kpi.LEAD_TO_SALE, source));
            assertThat(funnel.closed()).isEqualTo(kpi(Kpi.APPOINTMENT_TO_SALE, source));
        }
    }

    private Reading kpi(Kpi kpi, String source) {
        return Caller.asSystem(() -> kpis.by(kpi, KpiScope.of(team), QUARTER, null, KpiBasis.COHORT, Grouping.SOURCE))
                .get(source);
    }

    @Test
    void costsThatNameASourceAreSpreadOverTheirDays() {
        lead(new Lead("fair", true, true, true, 400));
        lead(new Lead("fair", true, true, true, 600));
        lead(new Lead("web", false, false, false, 0));
        // half of April and half of the quarter before: 30 days, 15 of them in the period
        cost("fair", "EVENTS", "2018-03-17", "2018-04-15", "3000");
        cost("fair", "SALARY", "2018-04-01", "2018-04-30", "9999");
        cost(null, "MARKETING", "2018-04-01", "2018-04-30", "777");
        cost("radio", "MARKETING", "2018-05-01", "2018-05-31", "100");

        Readout readout = read();

        SourceFunnel fair = of(readout, "fair");
        assertThat(fair.costs()).isEqualByComparingTo("1500");
        assertThat(fair.costPerOrder()).isEqualByComparingTo("750");
        assertThat(of(readout, "web").costs()).as("nobody said").isNull();
        assertThat(of(readout, "web").costPerOrder()).isNull();
        assertThat(of(readout, "radio").leads()).as("money without a lead").isZero();
        assertThat(of(readout, "radio").costs()).isEqualByComparingTo("100");
        assertThat(readout.all().costs()).isEqualByComparingTo("1600");
    }

    @Test
    void revenueIsLessWhatWasCreditedAndNothingOfACancelledOrder() {
        lead(new Lead("fair", true, true, true, 400));
        sample.credit(lastDeal(), "150", "2018-08-01");
        lead(new Lead("web", true, true, true, 600));
        sample.cancel(lastDeal(), "2018-08-01");

        assertThat(of(read(), "fair").revenue()).isEqualByComparingTo("250");
        assertThat(of(read(), "web").revenue()).isZero();
    }

    @Test
    void aSourceLeaksOnlyWhereChanceHardlyExplainsIt() {
        many("fair", 60, 30);
        many("web", 60, 28);

        assertThat(read().sources())
                .allSatisfy(source -> assertThat(source.leak().finding()).isEqualTo(Leak.Finding.NO_DIFFERENCE));

        many("list", 60, 6);

        SourceFunnel list = of(read(), "list");
        assertThat(list.leak().finding()).isEqualTo(Leak.Finding.LOSES);
        assertThat(list.leak().step()).isEqualTo(Kpi.LEAD_TO_APPOINTMENT);
        assertThat(list.leak().rates().first().hits()).isEqualTo(6);
        assertThat(list.leak().rates().second().hits()).isEqualTo(58);
        assertThat(of(read(), "fair").leak().finding()).isEqualTo(Leak.Finding.NO_DIFFERENCE);
    }

    @Test
    void ofAFewLeadsNothingIsCompared() {
        many("fair", 9, 9);
        many("web", 200, 10);

        assertThat(of(read(), "fair").leak().finding()).isEqualTo(Leak.Finding.TOO_LITTLE);
    }

    @Test
    void manySourcesAreReadAsOftenAsOne() {
        lead(new Lead("fair", true, true, true, 400));
        cost("fair", "EVENTS", "2018-04-01", "2018-04-30", "3000");
        int few = Statements.of(this::read);
        for (int i = 0; i < 40; i++) {
            lead(new Lead("source " + i, true, true, true, 400));
            cost("source " + i, "EVENTS", "2018-04-01", "2018-04-30", "30");
        }

        assertThat(Statements.of(this::read)).isEqualTo(few);
    }

    private Readout read() {
        return Caller.asSystem(() -> funnels.of(KpiScope.of(team), QUARTER));
    }

    private static SourceFunnel of(Readout readout, String source) {
        return readout.sources().stream()
                .filter(one -> source.equals(one.source()))
                .findFirst()
                .orElseThrow();
    }

    private void many(String source, int many, int met) {
        for (int i = 0; i < many; i++) {
            lead(new Lead(source, true, i < met, false, 0));
        }
    }

    private long lastDeal() {
        return jdbc.sql("select max(id) from deals where owner_id = ?")
                .param(seller.value())
                .query(Long.class)
                .single();
    }

    private void lead(Lead lead) {
        leads.add(lead);
        long id = ids.next();
        jdbc.sql("insert into leads (id, external_id, owner_id, source, created_on, status, version)"
                        + " values (?, ?, ?, ?, ?, ?, 0)")
                .params(
                        id,
                        "L" + id,
                        seller.value(),
                        lead.source().isEmpty() ? null : lead.source(),
                        LocalDate.of(2018, 4, 1).plusDays(leads.size() % 90),
                        lead.qualified() ? "QUALIFIED" : "NEW")
                .update();
        if (lead.met()) {
            jdbc.sql("insert into activities (id, external_id, person_id, lead_id, kind, outcome, happened_at, version)"
                            + " values (?, ?, ?, ?, 'MEETING', 'HELD', ?, 0)")
                    .params(ids.next(), "A" + id, seller.value(), id, LocalDateTime.of(2018, 7, 1, 10, 0))
                    .update();
        }
        if (lead.quoted()) {
            jdbc.sql(
                            "insert into quotes (id, external_id, owner_id, lead_id, sent_on, outcome, revision, currency, version)"
                                    + " values (?, ?, ?, ?, ?, 'OPEN', 1, ?, 0)")
                    .params(ids.next(), "Q" + id, seller.value(), id, LocalDate.of(2018, 7, 2), home)
                    .update();
        }
        if (lead.sold()) {
            long deal = sample.won(seller, String.valueOf(lead.ordered()), "2018-07-03");
            jdbc.sql("update deals set lead_id = ? where id = ?")
                    .params(id, deal)
                    .update();
        }
    }

    private void cost(@Nullable String source, String kind, String from, String to, String amount) {
        long id = ids.next();
        jdbc.sql(
                        "insert into costs (id, external_id, kind, from_day, to_day, amount, currency, team_id, source, version)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
                .params(
                        id,
                        "K" + id,
                        kind,
                        LocalDate.parse(from),
                        LocalDate.parse(to),
                        new BigDecimal(amount),
                        home,
                        team.value(),
                        source)
                .update();
    }

    @OnHsqldb
    static class OnHsqldbTest extends SourceFunnelsContract {}

    @OnPostgres
    static class OnPostgresTest extends SourceFunnelsContract {}
}
