package org.koploper.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.koploper.testing.Taken.row;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.Directory;
import org.koploper.records.RecordDesk;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Statements;
import org.koploper.testing.Taken;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/** Deals on screens: who sees and changes which, and what a change leaves behind. */
abstract class DealDeskContract {

    static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 10);
    static final LocalDate MARCH = LocalDate.of(2026, 3, 5);

    @Autowired
    DealDesk deals;

    @Autowired
    RecordDesk desk;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    String x;

    @BeforeEach
    void aTeamWithTwoRepsAndOneElsewhere() {
        x = "K" + ids.next() + "-";
        Taken.of(
                desk,
                ids,
                "people",
                row("externalId", x + "ann", "name", x + "ann", "manager", x + "lead"),
                row("externalId", x + "ben", "name", x + "ben", "manager", x + "lead"),
                row("externalId", x + "lead", "name", x + "lead", "manager", x + "head"),
                row("externalId", x + "head", "name", x + "head"),
                row("externalId", x + "far", "name", x + "far", "manager", x + "boss"),
                row("externalId", x + "boss", "name", x + "boss"));
        Taken.of(
                desk,
                ids,
                "deals",
                deal("ann", null),
                deal("ben", null),
                deal("lead", null),
                deal("far", x + "far:70;" + x + "ben:30"));
    }

    private Map<String, @Nullable Object> deal(String owner, @Nullable String splits) {
        return row(
                "externalId",
                x + "D-" + owner,
                "name",
                "Deal_of " + x + owner,
                "owner",
                x + owner,
                "stage",
                "engaging",
                "engagedOn",
                FEBRUARY,
                "value",
                new BigDecimal("1000"),
                "currency",
                "EUR",
                "splits",
                splits);
    }

    private PersonId id(String name) {
        return Caller.asSystem(() -> directory.personByExternalId(x + name))
                .orElseThrow()
                .id();
    }

    private <T> T as(String name, Role role, Supplier<T> work) {
        return As.user(id(name), Set.of(role), work);
    }

    private void as(String name, Role role, Runnable work) {
        as(name, role, () -> {
            work.run();
            return true;
        });
    }

    private List<String> seen() {
        return deals.list(new DealQuery(x, null, null, 0, 100, DealQuery.Sort.EXTERNAL_ID, false)).rows().stream()
                .map(row -> row.externalId().substring(x.length()))
                .toList();
    }

    private DealView view(String deal) {
        return Caller.asSystem(() -> deals.find(x + deal)).orElseThrow();
    }

    private long trails(String action, String deal) {
        return jdbc.sql("select count(*) from audit_records where action = :action and object_ref = :deal")
                .param("action", action)
                .param("deal", x + deal)
                .query(Long.class)
                .single();
    }

    @Test
    void everyRoleSeesItsDealsAndNoOthers() {
        assertThat(as("ann", Role.REP, this::seen)).containsExactly("D-ann");
        assertThat(as("ben", Role.REP, this::seen)).containsExactly("D-ben", "D-far");
        assertThat(as("lead", Role.MANAGER, this::seen)).containsExactly("D-ann", "D-ben", "D-far", "D-lead");
        assertThat(as("head", Role.MANAGER, this::seen)).containsExactly("D-ann", "D-ben", "D-far", "D-lead");
        assertThat(as("boss", Role.MANAGER, this::seen)).containsExactly("D-far");
        assertThat(as("ann", Role.FINANCE, this::seen)).hasSize(4);
        assertThat(as("ann", Role.ADMIN, this::seen)).hasSize(4);
        assertThat(As.user(null, Set.of(Role.HR), this::seen)).isEmpty();
        assertThatThrownBy(this::seen).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void foreignDealsAreNotFoundByTheirNameEither() {
        assertThat(as("ann", Role.REP, () -> deals.find(x + "D-ben"))).isEmpty();
        assertThat(as("ann", Role.REP, () -> deals.stateOn(x + "D-ben", MARCH))).isEmpty();
        assertThat(as("ann", Role.REP, () -> deals.openOn(MARCH, id("ben")))).isEmpty();
        assertThat(as("ann", Role.REP, () -> deals.openOn(MARCH, null)))
                .extracting(DealState::deal)
                .containsExactly(x + "D-ann");
        assertThat(as("ben", Role.REP, () -> deals.find(x + "D-ben"))).isPresent();
    }

    @Test
    void onlyThoseAboveAndAdministrationMayChange() {
        for (String name : List.of("boss", "lead")) {
            DealChange change = view("D-lead").unchanged().won(MARCH, BigDecimal.TEN);
            assertThatThrownBy(() -> as(name, Role.MANAGER, () -> deals.change(x + "D-lead", change, 0, null)))
                    .as(name)
                    .isInstanceOf(AccessDeniedException.class);
        }
        for (Role role : List.of(Role.REP, Role.FINANCE, Role.HR)) {
            assertThatThrownBy(() -> as("head", role, () -> deals.win(x + "D-ann", MARCH, null, 0)))
                    .as(role.name())
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> as("head", Role.MANAGER, () -> deals.win(x + "no such deal", MARCH, null, 0)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(as("lead", Role.MANAGER, () -> deals.find(x + "D-lead"))
                        .orElseThrow()
                        .mayChange())
                .isFalse();
        assertThat(as("lead", Role.MANAGER, () -> deals.find(x + "D-ann"))
                        .orElseThrow()
                        .mayChange())
                .isTrue();
        as("boss", Role.ADMIN, () -> deals.win(x + "D-lead", MARCH, null, 0));
        assertThat(view("D-lead").row().stage()).isEqualTo(DealStage.WON);
    }

    @Test
    void winningWritesAStateTouchesTheDayAndLeavesOneTrail() {
        as("lead", Role.MANAGER, () -> deals.win(x + "D-ann", MARCH, new BigDecimal("1250"), 0));

        DealView won = view("D-ann");
        assertThat(won.row().stage()).isEqualTo(DealStage.WON);
        assertThat(won.row().value()).isEqualByComparingTo("1250");
        assertThat(won.version()).isEqualTo(1);
        assertThat(trails("deal.won", "D-ann")).isEqualTo(1);
        assertThat(jdbc.sql("select after_state from audit_records where action = 'deal.won' and object_ref = :deal")
                        .param("deal", x + "D-ann")
                        .query(String.class)
                        .single())
                .isEqualTo("closedOn: 2026-03-05\nstage: WON\nvalue: 1250");
        assertThat(jdbc.sql("select count(*) from touched_days where person_id = :ann and touched_day = :day")
                        .param("ann", id("ann").value())
                        .param("day", MARCH)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        Optional<DealState> before = Caller.asSystem(() -> deals.stateOn(x + "D-ann", MARCH.minusDays(1)));
        assertThat(before.orElseThrow().stage()).isEqualTo(DealStage.ENGAGING);
        assertThat(Caller.asSystem(() -> deals.stateOn(x + "D-ann", MARCH))
                        .orElseThrow()
                        .stage())
                .isEqualTo(DealStage.WON);
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedMeanwhileIsRefused() {
        DealView read = view("D-ann");
        as(
                "lead",
                Role.MANAGER,
                () -> deals.change(
                        x + "D-ann", read.unchanged().worth(new BigDecimal("900")), read.version(), "typing error"));

        assertThatThrownBy(() -> as(
                        "head",
                        Role.MANAGER,
                        () -> deals.change(
                                x + "D-ann", read.unchanged().worth(new BigDecimal("800")), read.version(), null)))
                .isInstanceOf(DealChangedMeanwhile.class);
        assertThat(view("D-ann").row().value()).isEqualByComparingTo("900");
    }

    @Test
    void sharingADealCountsAsAChangeOfIt() {
        DealView read = view("D-ann");
        DealChange shared =
                read.unchanged().sharedBy(Map.of(id("ann"), new BigDecimal("60"), id("ben"), new BigDecimal("40.0")));

        as("lead", Role.MANAGER, () -> deals.change(x + "D-ann", shared, read.version(), "did it together"));

        assertThat(as("ben", Role.REP, this::seen)).contains("D-ann");
        assertThat(view("D-ann").version()).isEqualTo(read.version() + 1);
        assertThat(view("D-ann").unchanged().splits().get(id("ben"))).isEqualByComparingTo("40");
        assertThatThrownBy(() -> as(
                        "lead",
                        Role.MANAGER,
                        () -> deals.change(x + "D-ann", read.unchanged().lost(MARCH), read.version(), null)))
                .isInstanceOf(DealChangedMeanwhile.class);
    }

    @Test
    void aChangeWithoutDifferenceLeavesNothingBehind() {
        DealView read = view("D-far");

        Caller.asSystem(() -> deals.change(x + "D-far", read.unchanged(), read.version(), null));

        assertThat(trails("deal.changed", "D-far")).isZero();
        assertThat(view("D-far").version()).isEqualTo(read.version());
    }

    @Test
    void aBrokenRuleRefusesTheWholeChange() {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        DealChange wrong = view("D-ann")
                .unchanged()
                .won(tomorrow, new BigDecimal("-5"))
                .sharedBy(Map.of(id("ann"), new BigDecimal("110"), id("ben"), new BigDecimal("-10")));

        DealRefused refused = catchThrowableOfType(
                DealRefused.class, () -> as("lead", Role.MANAGER, () -> deals.change(x + "D-ann", wrong, 0, null)));

        assertThat(refused.problems())
                .extracting(DealProblem::code)
                .containsExactlyInAnyOrder("date-in-future", "negative-value", "split-not-positive");
        assertThat(view("D-ann").row().stage()).isEqualTo(DealStage.ENGAGING);
        assertThat(trails("deal.changed", "D-ann")).isZero();
    }

    @Test
    void aManagerGivesDealsOnlyToPeopleBelow() {
        DealView read = view("D-ann");

        assertThatThrownBy(() -> as(
                        "lead",
                        Role.MANAGER,
                        () -> deals.change(x + "D-ann", read.unchanged().ownedBy(id("far")), read.version(), null)))
                .isInstanceOf(AccessDeniedException.class);
        as(
                "lead",
                Role.MANAGER,
                () -> deals.change(x + "D-ann", read.unchanged().ownedBy(id("ben")), read.version(), "changed region"));
        assertThat(as("ann", Role.REP, this::seen)).isEmpty();
        assertThat(as("ben", Role.REP, this::seen)).contains("D-ann");
    }

    @Test
    void listsAreFilteredSortedAndPagedInTheDatabase() {
        DealPage second = as(
                "lead",
                Role.MANAGER,
                () -> deals.list(
                        new DealQuery("deal_OF " + x, DealStage.ENGAGING, null, 3, 3, DealQuery.Sort.OWNER, true)));

        assertThat(second.total()).isEqualTo(4);
        assertThat(second.rows()).extracting(row -> row.owner().name()).containsExactly(x + "ann");
        assertThat(as(
                                "lead",
                                Role.MANAGER,
                                () -> deals.list(
                                        new DealQuery("deal%of", null, null, 0, 3, DealQuery.Sort.VALUE, false)))
                        .total())
                .as("a percent sign is a character like any other")
                .isZero();
        assertThat(as(
                                "lead",
                                Role.MANAGER,
                                () -> deals.list(
                                        new DealQuery("", null, id("ben"), 0, 3, DealQuery.Sort.CUSTOMER, false)))
                        .rows())
                .hasSize(1);
    }

    @Test
    void aDealThatSomebodyElseChangedMeanwhileIsNotWonUnseen() {
        DealView read = view("D-ann");
        as(
                "lead",
                Role.MANAGER,
                () -> deals.change(x + "D-ann", read.unchanged().worth(BigDecimal.TEN), read.version(), null));

        assertThatThrownBy(() -> as("lead", Role.MANAGER, () -> deals.win(x + "D-ann", MARCH, null, read.version())))
                .isInstanceOf(DealChangedMeanwhile.class);
        assertThat(view("D-ann").row().stage()).isEqualTo(read.row().stage());
    }

    @Test
    void dealsAreFoundByTheDayTheyWereClosed() {
        Caller.asSystem(() -> deals.win(x + "D-ann", MARCH, null, 0));

        assertThat(closed(MARCH, MARCH)).containsExactly(x + "D-ann");
        assertThat(closed(MARCH.plusDays(1), null)).isEmpty();
        assertThat(closed(null, MARCH.minusDays(1))).isEmpty();
        assertThat(closed(null, null)).hasSizeGreaterThan(1);
    }

    private List<String> closed(@Nullable LocalDate from, @Nullable LocalDate to) {
        return as(
                        "lead",
                        Role.MANAGER,
                        () -> deals.list(
                                new DealQuery(x, Set.of(), null, from, to, 0, 100, DealQuery.Sort.CLOSED_ON, true)))
                .rows()
                .stream()
                .map(DealRow::externalId)
                .toList();
    }

    @Test
    void aPageCostsTheSameNumberOfStatementsWithTenDealsAndWithAThousand() {
        more(10);
        int few = Statements.of(this::aPage);
        more(1_000);

        assertThat(Statements.of(this::aPage)).isEqualTo(few);
    }

    private void aPage() {
        as("lead", Role.MANAGER, () -> deals.list(new DealQuery(x, null, null, 0, 50, DealQuery.Sort.CUSTOMER, false)));
    }

    private void more(int number) {
        jdbc.sql("select id from persons where external_id = :ref")
                .param("ref", x + "ann")
                .query(Long.class)
                .list()
                .forEach(owner -> {
                    for (int i = 0; i < number; i++) {
                        jdbc.sql("insert into deals (id, external_id, owner_id, stage, engaged_on, currency, version)"
                                        + " values (:id, :ref, :owner, 'ENGAGING', :day, 'EUR', 0)")
                                .param("id", ids.next())
                                .param("ref", x + "M-" + ids.next())
                                .param("owner", owner)
                                .param("day", FEBRUARY)
                                .update();
                    }
                });
    }

    @OnHsqldb
    static class OnHsqldbTest extends DealDeskContract {}

    @OnPostgres
    static class OnPostgresTest extends DealDeskContract {}
}
