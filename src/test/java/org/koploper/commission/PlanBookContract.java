package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.commission.PlanBook.Assigned;
import org.koploper.commission.PlanBook.Listed;
import org.koploper.commission.document.PlanFault;
import org.koploper.commission.document.PlanText;
import org.koploper.commission.engine.Accumulate;
import org.koploper.commission.engine.Band;
import org.koploper.commission.engine.Boundary;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.FlatRate;
import org.koploper.commission.engine.TierRule;
import org.koploper.people.TeamId;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who reads which plans, and what they read. */
abstract class PlanBookContract {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate ALWAYS = LocalDate.of(2020, 1, 1);
    private static final List<Component> FIVE = List.of(new Component("Basis", new FlatRate(new BigDecimal("0.05"))));

    @Autowired
    ApplicationContext context;

    @Autowired
    private PlanBook book;

    @Autowired
    private Plans plans;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    private SalesSample sample;
    private PersonId manager;
    private PersonId rep;
    private PersonId stranger;
    private PlanRef plan;

    @BeforeEach
    void prepare() {
        sample = new SalesSample(context);
        manager = sample.person("Mia");
        rep = sample.person("An");
        stranger = sample.person("Cas");
        sample.reportsTo(rep, manager);
        plan = make(FIVE);
    }

    @Test
    void financeReadsEveryPlanWithWhoIsOnItToday() {
        TeamId team = sample.team("Book", null);
        sample.member(stranger, team, "2020-01-01", null);
        assign(rep);
        Caller.asSystem(() -> plans.assignTeam(plan.id(), team, ALWAYS, null));
        actAs(sample.person("Fin"), Role.FINANCE);

        Listed row = listed(plan);

        assertThat(row.people()).isEqualTo(2);
        assertThat(row.from()).isEqualTo(ALWAYS);
        assertThat(row.to()).isNull();
        assertThat(book.page(plan.id()).orElseThrow().assigned())
                .extracting(Assigned::who)
                .containsExactlyInAnyOrder(PlanBook.Who.PERSON, PlanBook.Who.TEAM);
    }

    @Test
    void managersReadThePlansOfPeopleBelowAndNoOther() {
        assign(rep);
        assign(stranger);
        PlanRef other = make(FIVE);
        Caller.asSystem(() -> plans.assign(other.id(), sample.person("Somebody"), ALWAYS, null));
        actAs(manager, Role.MANAGER);

        assertThat(book.list())
                .extracting(found -> found.plan().id())
                .contains(plan.id())
                .doesNotContain(other.id());
        assertThat(listed(plan).people()).isEqualTo(1);
        assertThat(book.page(plan.id()).orElseThrow().assigned())
                .extracting(Assigned::name)
                .hasSize(1);
        assertThat(book.page(other.id())).isEmpty();
    }

    @Test
    void nobodyElseReadsPlans() {
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.FINANCE, Role.MANAGER))) {
            actAs(rep, role);
            assertThatThrownBy(() -> book.list()).as(role.name()).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> book.page(plan.id())).as(role.name()).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void versionsComeWithTheirRulesTheNewestFirst() {
        List<Component> tiers = List.of(new Component(
                "Basis",
                new TierRule(
                        Accumulate.YEAR,
                        Boundary.UPPER,
                        List.of(
                                new Band(BigDecimal.ZERO, new BigDecimal("50000"), new BigDecimal("0.08")),
                                new Band(new BigDecimal("50000"), null, new BigDecimal("0.125"))))));
        Caller.asSystem(() -> plans.addVersion(plan.id(), LocalDate.of(2026, 1, 1), null, PlanText.of(tiers)));
        actAs(sample.person("Fin"), Role.FINANCE);

        List<PlanBook.Version> versions = book.page(plan.id()).orElseThrow().versions();

        assertThat(versions).extracting(PlanBook.Version::number).containsExactly(2, 1);
        assertThat(versions.getFirst().terms().components()).isEqualTo(tiers);
        assertThat(versions.getLast().terms().components()).isEqualTo(FIVE);
        assertThat(versions.getLast().to()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(versions.getFirst().writtenAt()).isBeforeOrEqualTo(clock.instant());
    }

    @Test
    void aPlanWhoseFirstVersionDoesNotFitIsNotMade() {
        actAs(sample.person("Fin"), Role.FINANCE);
        String id = "half-" + ids.next();

        assertThatThrownBy(() -> plans.create(id, "Half", EUR, ALWAYS, ALWAYS.minusDays(1), PlanText.of(FIVE)))
                .isInstanceOfSatisfying(
                        PlanFault.class, fault -> assertThat(fault.path()).isEqualTo("to"));
        assertThat(plans.byExternalId(id)).isEmpty();

        PlanRef made = plans.create(id, "Whole", EUR, ALWAYS, null, PlanText.of(FIVE));
        assertThat(plans.versions(made.id())).hasSize(1);
    }

    private Listed listed(PlanRef wanted) {
        return book.list().stream()
                .filter(found -> found.plan().id() == wanted.id())
                .findFirst()
                .orElseThrow();
    }

    private PlanRef make(List<Component> components) {
        String id = "book-" + ids.next();
        return Caller.asSystem(() -> plans.create(id, "Plan " + id, EUR, ALWAYS, null, PlanText.of(components)));
    }

    private void assign(PersonId person) {
        Caller.asSystem(() -> plans.assign(plan.id(), person, ALWAYS, null));
    }

    private static void actAs(PersonId person, Role role) {
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        new CurrentUser(person, "Somebody", EnumSet.of(role), false),
                        null,
                        AuthorityUtils.createAuthorityList(role.authority())));
    }

    @OnHsqldb
    static class OnHsqldbTest extends PlanBookContract {}

    @OnPostgres
    static class OnPostgresTest extends PlanBookContract {}
}
