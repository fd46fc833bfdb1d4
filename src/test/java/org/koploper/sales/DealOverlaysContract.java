package org.koploper.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is credited with a deal on top of those who share it, changed on a screen. */
abstract class DealOverlaysContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    DealDesk deals;

    @Autowired
    JdbcClient jdbc;

    private SalesSample sales;
    private PersonId lead;
    private PersonId ann;
    private PersonId cy;
    private String deal;

    @BeforeEach
    void aWonDealAndASpecialist() {
        sales = new SalesSample(context);
        lead = sales.person("Lead");
        ann = sales.person("Ann");
        cy = sales.person("Cy");
        sales.reportsTo(ann, lead);
        deal = "D" + sales.won(ann, "1000", "2026-03-05");
    }

    @Test
    void creditingASpecialistCountsAsAChangeOfTheDealAndTouchesTheSpecialistsDay() {
        DealView read = view();
        change(read.unchanged().creditedTo(Map.of(cy, new BigDecimal("25.5"))), "specialist");

        assertThat(view().unchanged().overlays().get(cy)).isEqualByComparingTo("25.5");
        assertThat(view().unchanged().splits()).isEmpty();
        assertThat(view().version()).isEqualTo(read.version() + 1);
        assertThat(As.user(cy, Set.of(Role.REP), () -> deals.find(deal))).isPresent();
        assertThat(touched(cy)).isEqualTo(1);
        assertThat(trail()).isEqualTo("overlays: " + sales.externalId(cy) + ":25.5");
        assertThatThrownBy(() -> deal(read.unchanged().worth(BigDecimal.TEN), read.version(), "too late"))
                .isInstanceOf(DealChangedMeanwhile.class);
    }

    @Test
    void aChangeOfSomethingElseLeavesTheCreditAndTouchesTheSpecialistsDayToo() {
        change(view().unchanged().creditedTo(Map.of(cy, new BigDecimal("25"))), "specialist");
        long before = touched(cy);

        change(view().unchanged().worth(new BigDecimal("900")), "discount");

        assertThat(view().unchanged().overlays().get(cy)).isEqualByComparingTo("25");
        assertThat(touched(cy)).isGreaterThan(before);
    }

    @Test
    void whatACreditMovesOfAWonDealNeedsAReason() {
        DealChange change = view().unchanged().creditedTo(Map.of(cy, BigDecimal.TEN));

        assertThat(refused(change, null))
                .extracting(DealProblem::field, DealProblem::code)
                .containsExactly(tuple("reason", "reason-missing"));
    }

    @Test
    void moreThanTheWholeNothingAndNobodyAreRefusedAtTheirField() {
        PersonId nobody = new PersonId(Long.MAX_VALUE);
        DealChange change = view().unchanged()
                .creditedTo(Map.of(cy, new BigDecimal("100.01"), ann, BigDecimal.ZERO, nobody, BigDecimal.ONE));

        List<DealProblem> problems = refused(change, "why");

        assertThat(problems)
                .extracting(DealProblem::code)
                .containsExactlyInAnyOrder("overlay-above-whole", "split-not-positive", "unknown-reference");
        assertThat(problems).extracting(DealProblem::field).containsOnly("overlays");
        assertThat(view().unchanged().overlays()).isEmpty();
    }

    private DealView view() {
        return Caller.asSystem(() -> deals.find(deal)).orElseThrow();
    }

    private void change(DealChange change, String reason) {
        deal(change, view().version(), reason);
    }

    private boolean deal(DealChange change, int version, @Nullable String reason) {
        return As.user(lead, Set.of(Role.MANAGER), () -> {
            deals.change(deal, change, version, reason);
            return true;
        });
    }

    private List<DealProblem> refused(DealChange change, @Nullable String reason) {
        return catchThrowableOfType(DealRefused.class, () -> deal(change, view().version(), reason))
                .problems();
    }

    private long touched(PersonId person) {
        return jdbc.sql("select count(*) from touched_days where person_id = ? and touched_day = date '2026-03-05'")
                .param(person.value())
                .query(Long.class)
                .single();
    }

    private String trail() {
        return jdbc.sql("select after_state from audit_records where action = 'deal.changed' and object_ref = ?")
                .param(deal)
                .query(String.class)
                .single();
    }

    @OnHsqldb
    static class OnHsqldbTest extends DealOverlaysContract {}

    @OnPostgres
    static class OnPostgresTest extends DealOverlaysContract {}
}
