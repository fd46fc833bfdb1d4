package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.kpi.MetricWording.Words;
import org.koploper.period.PeriodKind;
import org.koploper.records.Issue;
import org.koploper.records.RecordRefused;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;

/** A goal of a KPI of one's own keeps to the version it was agreed with, whatever becomes of the KPI. */
abstract class OwnKpiGoalsContract extends GoalScene {

    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

    @Autowired
    OwnKpis own;

    @Autowired
    GoalKpis goalKpis;

    private SoldThings things;
    private PersonId ada;
    private OwnKpi solar;
    private long panels;
    private long lamps;

    @BeforeEach
    void aKpiOfSolarRevenue() {
        things = new SoldThings(context);
        ada = sample.person("Ada");
        panels = things.product("Panels", "Solar");
        lamps = things.product("Lamps", "Light");
        solar = As.user(ada, ADMIN, () -> own.create(terms("Solar")));
    }

    @AfterEach
    void nobodyElseIsOfferedIt() {
        retire();
    }

    private Object retire() {
        return As.user(ada, ADMIN, () -> {
            own.retire(solar.key());
            return true;
        });
    }

    private final String name = "Green " + UUID.randomUUID();

    private OwnKpiTerms terms(String... families) {
        return new OwnKpiTerms(
                new Words(name, "Revenue of some families."),
                new Words(name + " nl", "Omzet van enkele families."),
                KpiUnit.MONEY,
                KpiDirection.HIGHER,
                new OwnPart(Counted.REVENUE, Only.EVERYTHING.with(Grouping.FAMILY, List.of(families))),
                null);
    }

    private void sold(long product, String value, int monthsAgo) {
        long deal = sample.won(an, value, first(-monthsAgo).toString());
        jdbc.sql("update deals set product_id = ? where id = ?")
                .params(product, deal)
                .update();
        sample.changed(an, first(-monthsAgo).toString());
    }

    private GoalDetail goal() {
        GoalKpi kpi = goalKpis.choices().stream()
                .filter(one -> one.key().equals(solar.key()))
                .findFirst()
                .orElseThrow();
        return proposed(new GoalDraft(
                GoalScope.PERSON,
                sample.externalId(an),
                kpi,
                GoalReading.TOTAL,
                GoalShape.LINEAR,
                months(0, 3),
                null,
                new BigDecimal("1000"),
                null,
                null,
                null));
    }

    @Test
    void aGoalGoesOnWithItsVersionWhenTheKpiChangesAndANewOneTakesTheNewest() {
        sold(panels, "300", 0);
        sold(lamps, "50", 0);
        GoalDetail before = goal();
        assertThat(before.stand().value()).isEqualByComparingTo("300");

        As.user(ada, ADMIN, () -> own.change(solar.key(), 1, terms("Solar", "Light"), "Lamps are green too"));

        GoalDetail after = found(mia, before);
        assertThat(after.stand().value()).as("as it was agreed").isEqualByComparingTo("300");
        assertThat(after.stand().agreed().terms().kpiVersion()).isEqualTo(1);
        GoalDetail next = goal();
        assertThat(next.stand().value()).isEqualByComparingTo("350");
        assertThat(next.stand().agreed().terms().kpiVersion()).isEqualTo(2);
    }

    @Test
    void itsBaselineAndItsDevelopmentAreReadFromTheSameVersion() {
        sold(panels, "120", 2);
        sold(lamps, "7", 2);
        sold(panels, "30", 0);
        GoalDetail goal = goal();
        As.user(ada, ADMIN, () -> own.change(solar.key(), 1, terms("Light"), "Only lamps from now on"));

        assertThat(goal.stand().agreed().terms().baseline()).isEqualByComparingTo("120");
        GoalDevelopment development = As.user(
                mia, MANAGER, () -> book.development(found(mia, goal).stand().agreed(), PeriodKind.MONTH, true));
        assertThat(development.steps().getFirst().reached()).isEqualByComparingTo("30");
    }

    @Test
    void changingSuchAGoalKeepsTheVersionOfTheKpi() {
        sold(panels, "300", 0);
        GoalDetail goal = goal();
        As.user(ada, ADMIN, () -> own.change(solar.key(), 1, terms("Light"), "Only lamps from now on"));

        AgreedGoal agreed = goal.stand().agreed();
        As.user(mia, MANAGER, () -> {
            desk.change(
                    agreed.externalId(),
                    agreed.version(),
                    new BigDecimal("900"),
                    agreed.period().to(),
                    GoalShape.LINEAR,
                    "less");
            return true;
        });

        GoalDetail changed = found(mia, goal);
        assertThat(changed.stand().target()).isEqualByComparingTo("900");
        assertThat(changed.stand().value()).isEqualByComparingTo("300");
        assertThat(changed.versions().getFirst().terms().kpi().indicator()).isEqualTo(solar);
    }

    @Test
    void aRetiredKpiIsNoGoalAnyMoreButThoseThatHaveItGoOn() {
        sold(panels, "300", 0);
        GoalDetail goal = goal();
        GoalKpi kpi = goalKpis.byKey(solar.key()).orElseThrow();
        retire();

        assertThat(goalKpis.choices()).doesNotContain(kpi);
        assertThat(found(mia, goal).stand().value()).isEqualByComparingTo("300");
        GoalDraft again = new GoalDraft(
                GoalScope.PERSON,
                sample.externalId(an),
                kpi,
                GoalReading.TOTAL,
                GoalShape.LINEAR,
                months(0, 3),
                null,
                BigDecimal.TEN,
                null,
                null,
                null);
        assertThatExceptionOfType(RecordRefused.class)
                .isThrownBy(() -> As.user(mia, MANAGER, () -> desk.propose(again)))
                .satisfies(refused ->
                        assertThat(refused.issues()).extracting(Issue::code).containsExactly("goal-kpi-retired"));
    }

    @OnHsqldb
    static class OnHsqldbTest extends OwnKpiGoalsContract {}

    @OnPostgres
    static class OnPostgresTest extends OwnKpiGoalsContract {}
}
