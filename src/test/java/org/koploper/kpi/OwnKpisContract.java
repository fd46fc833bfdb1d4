package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.kpi.MetricWording.Words;
import org.koploper.kpi.OwnKpiRefused.Fault;
import org.koploper.kpi.OwnKpiRefused.Place;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** An organisation makes KPIs, changes them with a reason, and retires them. */
abstract class OwnKpisContract {

    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

    @Autowired
    ApplicationContext context;

    @Autowired
    OwnKpis own;

    @Autowired
    Kpis kpis;

    @Autowired
    JdbcClient jdbc;

    private final List<String> made = new ArrayList<>();
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private PersonId ada;

    @BeforeEach
    void anAdministrator() {
        ada = new SalesSample(context).person("Ada");
    }

    @AfterEach
    void nobodyElseIsOfferedThem() {
        made.forEach(key -> as(() -> {
            own.retire(key);
            return true;
        }));
    }

    private <T> T as(Supplier<T> work) {
        return As.user(ada, ADMIN, work::get);
    }

    private OwnKpiTerms terms(String name, OwnPart part, @Nullable OwnPart whole, KpiUnit unit) {
        return new OwnKpiTerms(
                new Words(name + " " + unique, "What " + name + " is."),
                new Words(name + " " + unique + " nl", "Wat " + name + " is."),
                unit,
                KpiDirection.HIGHER,
                part,
                whole);
    }

    private OwnKpiTerms revenue(String name, String... families) {
        return terms(
                name,
                new OwnPart(Counted.REVENUE, Only.EVERYTHING.with(Grouping.FAMILY, List.of(families))),
                null,
                KpiUnit.MONEY);
    }

    private OwnKpi make(OwnKpiTerms terms) {
        OwnKpi kpi = as(() -> own.create(terms));
        made.add(kpi.key());
        return kpi;
    }

    private List<Fault> refused(Supplier<OwnKpi> work) {
        try {
            as(work);
        } catch (OwnKpiRefused refused) {
            return refused.faults();
        }
        throw new AssertionError("Nothing stood in the way");
    }

    @Test
    void whatIsMadeStandsInTheCatalogueUnderTheLettersOfItsName() {
        OwnKpi kpi = make(revenue("Élan: solar & heat!", "Solar", "Heat"));

        assertThat(kpi.key()).isEqualTo("own-elan-solar-heat-" + unique);
        assertThat(kpi.version()).isEqualTo(1);
        assertThat(as(() -> kpis.catalogue())).contains(kpi);
        assertThat(as(() -> kpis.find(kpi.key(), null))).contains(kpi);
        assertThat(as(() -> own.find(kpi.key())).orElseThrow().versions())
                .as("read back whole, with its filters, by whom and when")
                .singleElement()
                .satisfies(version -> {
                    assertThat(version.kpi().terms()).isEqualTo(kpi.terms());
                    assertThat(version.madeBy()).isEqualTo("Ada");
                    assertThat(version.reason()).isNull();
                });
    }

    @Test
    void aChangeIsTheNextVersionWithItsReasonAndTheEarlierOneStaysAsItWas() {
        OwnKpi first = make(revenue("Green", "Solar"));
        OwnKpiTerms more = revenue("Green", "Solar", "Wind");

        OwnKpi second = as(() -> own.change(first.key(), 1, more, " Wind is sold now "));

        assertThat(second.version()).isEqualTo(2);
        OwnKpiState state = as(() -> own.find(first.key())).orElseThrow();
        assertThat(state.versions()).extracting(OwnKpiVersion::kpi).containsExactly(second, first);
        assertThat(state.versions().getFirst().reason()).isEqualTo("Wind is sold now");
        assertThat(as(() -> kpis.find(first.key(), 1))).contains(first);
        assertThat(as(() -> kpis.find(first.key(), 3))).isEmpty();
        assertThat(trail(first.key())).containsExactly("own-kpi.made", "own-kpi.changed");
    }

    @Test
    void theSameAgainChangesNothing() {
        OwnKpi first = make(revenue("Same", "Solar"));
        assertThat(as(() -> own.change(first.key(), 1, first.terms(), ""))).isEqualTo(first);
        assertThat(trail(first.key())).containsExactly("own-kpi.made");
    }

    @Test
    void whoeverLookedAtAnEarlierVersionReplacesNothing() {
        OwnKpi first = make(revenue("Meanwhile", "Solar"));
        as(() -> own.change(first.key(), 1, revenue("Meanwhile", "Wind"), "first"));

        assertThatExceptionOfType(OwnKpiChangedMeanwhile.class)
                .isThrownBy(() -> as(() -> own.change(first.key(), 1, revenue("Meanwhile", "Heat"), "second")));
        assertThat(as(() -> own.find(first.key())).orElseThrow().versions()).hasSize(2);
    }

    @Test
    void aChangeNeedsAReasonAndKeepsTheKindOfNumber() {
        OwnKpi first = make(revenue("Kind", "Solar"));

        assertThat(refused(() -> own.change(first.key(), 1, revenue("Kind", "Wind"), " ")))
                .extracting(Fault::place)
                .containsExactly(Place.REASON);
        assertThat(refused(() -> own.change(
                        first.key(), 1, terms("Kind", OwnPart.of(Counted.ORDERS), null, KpiUnit.COUNT), "why")))
                .extracting(Fault::code)
                .containsExactly("other-kind");
    }

    @Test
    void whatCannotBeIsRefusedWithItsPlace() {
        Only bySegment = Only.EVERYTHING.with(Grouping.SEGMENT, List.of("Farm"));
        OwnKpiTerms wrong = new OwnKpiTerms(
                new Words(" ", "Means."),
                new Words("x".repeat(61), ""),
                KpiUnit.MONEY,
                KpiDirection.HIGHER,
                new OwnPart(Counted.CALLS, bySegment),
                new OwnPart(Counted.CALLS, bySegment));

        assertThat(refused(() -> own.create(wrong)))
                .extracting(fault -> fault.place() + " " + fault.code())
                .containsExactly(
                        "NAME_EN missing",
                        "NAME_NL long",
                        "MEANS_NL missing",
                        "PART not-by",
                        "WHOLE not-by",
                        "WHOLE same",
                        "UNIT unit");
    }

    @Test
    void aNameThatIsTakenInItsLanguageIsRefused() {
        make(revenue("Taken", "Solar"));
        assertThat(refused(() -> own.create(revenue("taken", "Wind"))))
                .extracting(Fault::place)
                .containsExactly(Place.NAME_EN, Place.NAME_NL);

        OwnKpiTerms asInTheCatalogue = new OwnKpiTerms(
                new Words("closing RATE", "x"),
                new Words("Anders " + unique, "x"),
                KpiUnit.COUNT,
                KpiDirection.HIGHER,
                OwnPart.of(Counted.ORDERS),
                null);
        assertThat(refused(() -> own.create(asInTheCatalogue)))
                .extracting(Fault::place)
                .containsExactly(Place.NAME_EN);
    }

    @Test
    void whatIsRetiredIsOfferedToNobodyUntilItIsBroughtBackUnlessItsNameIsTakenByThen() {
        OwnKpi kpi = make(revenue("Old", "Solar"));
        as(() -> {
            own.retire(kpi.key());
            own.retire(kpi.key());
            return true;
        });
        assertThat(as(() -> kpis.catalogue())).doesNotContain(kpi);
        assertThat(as(() -> kpis.find(kpi.key(), null)))
                .as("what has it goes on")
                .contains(kpi);

        OwnKpi other = make(revenue("Old", "Wind"));
        assertThat(other.key()).isEqualTo(kpi.key() + "-2");
        assertThat(refused(() -> {
                    own.bringBack(kpi.key());
                    return kpi;
                }))
                .extracting(Fault::code)
                .containsOnly("taken");

        as(() -> {
            own.retire(other.key());
            own.bringBack(kpi.key());
            return true;
        });
        assertThat(as(() -> kpis.catalogue())).contains(kpi).doesNotContain(other);
        assertThat(trail(kpi.key())).containsExactly("own-kpi.made", "own-kpi.retired", "own-kpi.brought-back");
    }

    @Test
    void onlyAdministrationMakesThem() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> As.user(
                        ada, Set.of(Role.MANAGER, Role.FINANCE), () -> own.create(revenue("Not mine", "Solar"))));
    }

    private List<String> trail(String key) {
        return jdbc.sql("select action from audit_records where object_kind = 'own-kpi' and object_ref = ? order by id")
                .param(key)
                .query(String.class)
                .list();
    }

    @OnHsqldb
    static class OnHsqldbTest extends OwnKpisContract {}

    @OnPostgres
    static class OnPostgresTest extends OwnKpisContract {}
}
