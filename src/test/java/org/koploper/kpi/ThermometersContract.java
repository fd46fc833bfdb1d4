package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.kpi.Thermometers.Readout;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** From lead to order, step by step, beside the period before and the rest of the organisation. */
abstract class ThermometersContract {

    private static final Period QUARTER = Period.parse("2019-Q2");

    @Autowired
    ApplicationContext context;

    @Autowired
    Thermometers thermometers;

    @Autowired
    Kpis kpis;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    private SalesSample sample;
    private PersonId anna;
    private PersonId boss;
    private TeamId team;

    @BeforeEach
    void aTeamOfOne() {
        sample = new SalesSample(context);
        sample.home();
        team = sample.team("Northern side", null);
        anna = sample.person("Anna");
        boss = sample.person("Boss");
        sample.member(anna, team, "2015-01-01", null);
        sample.reportsTo(anna, boss);
    }

    @Test
    void everyStepHasBothNumbersAndThoseOfThePeriodBefore() {
        leads(10, "NEW", "2019-04-10");
        leads(6, "CONVERTED", "2019-05-10");
        leads(4, "CONVERTED", "2019-02-10");
        quotes(2, "WON", "2019-06-01");
        quotes(1, "LOST", "2019-06-01");

        Readout readout = read(KpiScope.of(team));

        assertThat(readout.leads().value()).isEqualByComparingTo("16");
        Conversion sold = readout.of(Kpi.LEAD_TO_SALE);
        assertThat(sold.now().numerator()).isEqualByComparingTo("6");
        assertThat(sold.now().value()).isEqualByComparingTo("0.375");
        assertThat(sold.before().denominator()).isEqualByComparingTo("4");
        assertThat(sold.before().value()).as("of four there is no percentage").isNull();
        Conversion quoted = readout.of(Kpi.QUOTE_TO_ORDER);
        assertThat(quoted.now().value()).isNull();
        assertThat(quoted.now().numerator()).isEqualByComparingTo("2");
        assertThat(quoted.now().denominator()).isEqualByComparingTo("3");
    }

    @Test
    void theRestIsEverybodyWithoutTheOwnOnes() {
        leads(10, "CONVERTED", "2019-04-10");
        Conversion.Rest before = read(KpiScope.of(team)).of(Kpi.LEAD_TO_SALE).rest();
        PersonId other = sample.person("Other");
        for (int i = 0; i < 3; i++) {
            lead(other, "NEW", "2019-04-10");
        }

        Conversion.Rest rest = read(KpiScope.of(team)).of(Kpi.LEAD_TO_SALE).rest();

        assertThat(rest.whole().subtract(before.whole())).isEqualByComparingTo("3");
        assertThat(rest.part()).isEqualByComparingTo(before.part());
        assertThat(read(KpiScope.organisation()).of(Kpi.LEAD_TO_SALE).rest()).isNull();
    }

    @Test
    void whatIsReadTogetherIsWhatIsReadAlone() {
        leads(7, "CONVERTED", "2019-04-10");
        quotes(6, "WON", "2019-06-01");
        List<Kpi> all = List.of(Kpi.values());
        List.of(KpiScope.of(team), KpiScope.organisation(), KpiScope.of(anna)).forEach(scope -> {
            Map<Kpi, Reading> together =
                    As.user(boss, Set.of(Role.MANAGER), () -> kpis.together(all, scope, QUARTER, null));
            assertThat(together.keySet()).containsExactlyElementsOf(all);
            all.forEach(kpi -> assertThat(together.get(kpi))
                    .as(kpi + " " + scope)
                    .isEqualTo(As.user(boss, Set.of(Role.MANAGER), () -> kpis.read(kpi, scope, QUARTER, null, null))));
        });
    }

    @Test
    void aColleaguesNumbersAreNotTold() {
        PersonId bob = sample.person("Bob");

        assertThatThrownBy(() -> As.user(bob, Set.of(Role.REP), () -> thermometers.of(KpiScope.of(anna), QUARTER)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void moreLeadsTakeNoMoreStatements() {
        leads(1, "NEW", "2019-04-10");
        read(KpiScope.of(team));
        int few = Statements.of(() -> read(KpiScope.of(team)));
        leads(20, "CONVERTED", "2019-04-10");
        quotes(20, "LOST", "2019-06-01");

        assertThat(Statements.of(() -> read(KpiScope.of(team)))).isLessThanOrEqualTo(few);
    }

    private Readout read(KpiScope scope) {
        return As.user(boss, Set.of(Role.MANAGER), () -> thermometers.of(scope, QUARTER));
    }

    private void leads(int many, String status, String day) {
        for (int i = 0; i < many; i++) {
            lead(anna, status, day);
        }
    }

    private void lead(PersonId owner, String status, String day) {
        long id = ids.next();
        jdbc.sql("insert into leads (id, external_id, owner_id, status, created_on, version) values (?, ?, ?, ?, ?, 0)")
                .params(id, "L" + id, owner.value(), status, LocalDate.parse(day))
                .update();
    }

    private void quotes(int many, String outcome, String decided) {
        for (int i = 0; i < many; i++) {
            long id = ids.next();
            jdbc.sql("insert into quotes (id, external_id, owner_id, revision, sent_on, decided_on, outcome,"
                            + " quote_value, currency, version) values (?, ?, ?, 1, ?, ?, ?, ?, ?, 0)")
                    .params(
                            id,
                            "Q" + id,
                            anna.value(),
                            LocalDate.parse(decided).minusDays(20),
                            LocalDate.parse(decided),
                            outcome,
                            new BigDecimal("100"),
                            sample.home())
                    .update();
        }
    }

    @OnHsqldb
    static class OnHsqldbTest extends ThermometersContract {}

    @OnPostgres
    static class OnPostgresTest extends ThermometersContract {}
}
