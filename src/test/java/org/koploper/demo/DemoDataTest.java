package org.koploper.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.commission.PlanRef;
import org.koploper.commission.PlanVersion;
import org.koploper.commission.Plans;
import org.koploper.commission.TriedPlan;
import org.koploper.commission.document.ExampleResult;
import org.koploper.game.Board;
import org.koploper.game.BoardQuery;
import org.koploper.game.Leaderboard;
import org.koploper.game.Standing;
import org.koploper.kpi.Goal;
import org.koploper.kpi.GoalState;
import org.koploper.kpi.Goals;
import org.koploper.kpi.Metric;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementLine;
import org.koploper.ledger.StatementState;
import org.koploper.ledger.Statements;
import org.koploper.people.Directory;
import org.koploper.people.WorkCalendars;
import org.koploper.period.Period;
import org.koploper.testing.OnDemo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What the demo promises to show, looked for where people look for it: on the board, in goals, on statements. */
@OnDemo
class DemoDataTest {

    @Autowired
    Clock clock;

    @Autowired
    DemoMark mark;

    @Autowired
    DemoStart start;

    @Autowired
    DemoSignIns signIns;

    @Autowired
    Leaderboard leaderboard;

    @Autowired
    Goals goals;

    @Autowired
    Statements statements;

    @Autowired
    Accounts accounts;

    @Autowired
    Directory directory;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    Plans plans;

    @Autowired
    UserDetailsService users;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    JdbcClient jdbc;

    private DemoDay day;
    private YearMonth month;

    @BeforeEach
    void readTheDay() {
        day = new DemoDay(mark.loaded().orElseThrow().day());
        month = day.month();
    }

    @Test
    void twoShareAPlaceOnTheBoard() {
        Board board = board();

        Standing wout = standing(board, Cast.WOUT);
        Standing nele = standing(board, Cast.NELE);
        assertThat(wout.rank()).isNotNull().isEqualTo(nele.rank());
        assertThat(wout.value()).isEqualByComparingTo(nele.value()).isPositive();
        assertThat(board.standings().stream()
                        .filter(s -> s.externalId().startsWith("P-1")
                                || s.externalId().startsWith("P-2")))
                .as("those who sell")
                .hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void somebodyIsAboveTarget() {
        Goal goal = progress(Cast.AN);

        assertThat(goal.progress()).isGreaterThan(BigDecimal.ONE);
        assertThat(goal.target()).isEqualByComparingTo("48000");
    }

    @Test
    void somebodyHasNoTarget() {
        Goal goal = progress(Cast.THIJS);

        assertThat(goal.state()).isEqualTo(GoalState.NO_TARGET);
        assertThat(goal.value()).isPositive();
    }

    @Test
    void somebodyWithoutSalesHasAnExplainedZero() {
        Statement statement = statement(Cast.DAAN, month);

        assertThat(standing(board(), Cast.DAAN).value()).isZero();
        assertThat(statement.total()).isZero();
        assertThat(statement.plan()).isNotNull();
        assertThat(statement.lines().isEmpty())
                .as("either a line that says zero or a reason for none")
                .isEqualTo(statement.empty() == Statement.Empty.NOTHING_CREDITED);
    }

    @Test
    void somebodySellsWithoutAPlan() {
        assertThat(standing(board(), Cast.BRAM).value()).isPositive();
        assertThat(statement(Cast.BRAM, month).empty()).isEqualTo(Statement.Empty.NO_PLAN);
    }

    @Test
    void aSharedDealIsOnBothStatements() {
        String shared = DemoData.of(day).deals().stream()
                .filter(deal -> !deal.splits().isEmpty()
                        && YearMonth.from(deal.closed()).equals(month))
                .map(Deal::id)
                .findFirst()
                .orElseThrow();

        assertThat(base(statement(Cast.AN, month), shared)).isEqualByComparingTo("4500");
        assertThat(base(statement(Cast.WOUT, month), shared)).isEqualByComparingTo("3000");
    }

    @Test
    void aSpecialistEarnsOnTopOfASharedDealByAPlanOfHisOwn() {
        assertThat(statement(Cast.THIJS, month).lines())
                .filteredOn(line -> line.component().equals("Bovenop"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.plan()).isEqualTo("Specialist akoestiek");
                    assertThat(line.base()).as("a quarter of 7,500").isEqualByComparingTo("1875");
                    assertThat(line.amount()).isEqualByComparingTo("37.5");
                });
        assertThat(standing(board(), Cast.THIJS).value())
                .as("as much as by his own deals")
                .isEqualByComparingTo(statement(Cast.THIJS, month).lines().stream()
                        .filter(line -> line.component().equals("Commissie"))
                        .map(StatementLine::base)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void accountManagersAreOnTheTiersByTheirJobRoleUnlessTheirTeamHasAPlan() {
        assertThat(jdbc.sql("select r.job_role from job_roles r join persons p on p.id = r.person_id"
                                + " where p.external_id in ('P-101', 'P-201') ")
                        .query(String.class)
                        .list())
                .containsExactly("Accountmanager", "Accountmanager");
        assertThat(plans(statement(Cast.AN, month))).containsExactly("AM Noordzee");
        assertThat(plans(statement(Cast.LOTTE, month))).containsExactly("Rotterdam 5 %");
    }

    @Test
    void aDealThatWasTakenBackCostsInTheMonthItWas() {
        Deal back = DemoData.of(day).deals().stream()
                .filter(deal -> deal.cancelled() != null)
                .findFirst()
                .orElseThrow();

        assertThat(base(statement(Cast.WOUT, YearMonth.from(back.closed())), back.id()))
                .isEqualByComparingTo(back.value());
        assertThat(base(statement(Cast.WOUT, YearMonth.from(back.cancelled())), back.id() + "/cancelled"))
                .isEqualByComparingTo(back.value().negate());
    }

    @Test
    void theNewVersionOfThePlanPaysFromItsFirstDay() {
        YearMonth first = YearMonth.from(day.newPlanOn());

        assertThat(versions(statement(Cast.AN, first.minusMonths(1)))).containsExactly(1);
        assertThat(versions(statement(Cast.AN, first))).containsExactly(2);
    }

    @Test
    void theTiersAreHeldToExamplesInEveryVersion() {
        List<PlanVersion> versions = Caller.asSystem(
                () -> plans.versions(plans.byExternalId("AM").orElseThrow().id()));

        assertThat(versions).hasSize(2).allSatisfy(version -> {
            PlanRef plan = new PlanRef(0, "AM", "AM Noordzee", Currency.getInstance("EUR"));
            TriedPlan tried = TriedPlan.of(version.document(), plan, version.number());
            assertThat(tried.results()).hasSize(4).allMatch(ExampleResult::pass);
        });
    }

    @Test
    void whoMovedIsPaidByThePlanOfTheTeamSheIsIn() {
        YearMonth moved = YearMonth.from(day.movedOn());

        assertThat(plans(statement(Cast.SANNE, moved.minusMonths(1)))).containsExactly("AM Noordzee");
        assertThat(plans(statement(Cast.SANNE, moved))).containsExactly("Rotterdam 5 %");
        assertThat(team(Cast.SANNE, day.movedOn().minusDays(1))).isEqualTo("Antwerpen");
        assertThat(team(Cast.SANNE, day.movedOn())).isEqualTo("Rotterdam");
    }

    @Test
    void partTimeAndJoiningLateCountInWorkingDays() {
        Period whole = Period.month(day.joinedOn());
        BigDecimal full = exposure(Cast.BRAM, whole);

        assertThat(exposure(Cast.YASMINA, whole)).isPositive().isLessThan(full);
        Period next = whole.next();
        assertThat(exposure(Cast.LOTTE, next)).isPositive().isLessThan(exposure(Cast.THIJS, next));
    }

    @Test
    void aHandfulOfCustomersAnswersEveryMonth() {
        for (YearMonth past : day.months()) {
            // deals of the first month are not answered in it yet, and the running month may just have begun
            if (past.isAfter(day.firstMonth()) && past.isBefore(month)) {
                assertThat(jdbc.sql("select count(*) from customer_answers where answered_on between :from and :to")
                                .param("from", past.atDay(1))
                                .param("to", past.atEndOfMonth())
                                .query(Integer.class)
                                .single())
                        .as("answers in %s", past)
                        .isBetween(2, 40);
            }
        }
    }

    @Test
    void colleaguesGaveEachOtherKudosThisMonth() {
        assertThat(jdbc.sql("select given_on from kudos where receiver_id = :an")
                        .param("an", id(Cast.AN).value())
                        .query(LocalDate.class)
                        .list())
                .singleElement()
                .satisfies(on -> assertThat(on).isBetween(month.atDay(1), day.today()));
        assertThat(jdbc.sql("select count(*) from kudos").query(Integer.class).single())
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void everyRoleCanSignIn() {
        assertThat(signIns.all()).hasSizeGreaterThanOrEqualTo(7).allSatisfy(signIn -> {
            var user = users.loadUserByUsername(signIn.username());
            assertThat(user.isEnabled()).isTrue();
            assertThat(encoder.matches(signIn.password(), user.getPassword())).isTrue();
        });
        Set<String> authorities = signIns.all().stream()
                .flatMap(signIn -> users.loadUserByUsername(signIn.username()).getAuthorities().stream())
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        assertThat(authorities)
                .contains("ROLE_REP", "ROLE_MANAGER", "ROLE_HR", "ROLE_FINANCE", "ROLE_ADMIN")
                .hasSize(Role.values().length);
    }

    @Test
    void aSecondStartLoadsNothing() {
        List<Long> before = sizes();

        start.run(new DefaultApplicationArguments());

        assertThat(sizes()).isEqualTo(before);
        assertThat(day.today()).isBeforeOrEqualTo(LocalDate.now(clock));
    }

    /** Everybody knows the password of the demo, so it must not open a product that is meant seriously. */
    @Test
    void withoutTheDemoProfileNobodyOfTheDemoCanSignInUntilItIsBack() {
        new DemoLock(mark, directory, accounts).run(new DefaultApplicationArguments());
        try {
            assertThat(signIns.all()).noneMatch(this::open);
        } finally {
            start.run(new DefaultApplicationArguments());
        }
        assertThat(signIns.all()).allMatch(this::open);
    }

    private boolean open(DemoSignIns.SignIn signIn) {
        return users.loadUserByUsername(signIn.username()).isEnabled();
    }

    private List<Long> sizes() {
        return List.of("persons", "deals", "deal_lines", "targets", "ledger_entries", "audit_records", "accounts")
                .stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private Board board() {
        return Caller.asSystem((Supplier<Board>)
                () -> leaderboard.board(BoardQuery.people(Metric.REVENUE, Period.month(day.today()))));
    }

    private static Standing standing(Board board, String person) {
        return board.standings().stream()
                .filter(standing -> standing.externalId().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private Goal progress(String person) {
        return Caller.asSystem(
                (Supplier<Goal>) () -> goals.progress(id(person), Metric.REVENUE, Period.month(day.today())));
    }

    private Statement statement(String person, YearMonth of) {
        return Caller.asSystem((Supplier<Statement>) () -> statements.of(id(person), of));
    }

    private BigDecimal exposure(String person, Period period) {
        return Caller.asSystem((Supplier<BigDecimal>) () -> calendars.exposureDays(id(person), period));
    }

    private String team(String person, LocalDate on) {
        return Caller.asSystem((Supplier<String>)
                () -> directory.teamOf(id(person), on).orElseThrow().name());
    }

    private PersonId id(String person) {
        return Caller.asSystem((Supplier<PersonId>)
                () -> directory.personByExternalId(person).orElseThrow().id());
    }

    /** The sum over the bands that a deal falls into. */
    private static BigDecimal base(Statement statement, String deal) {
        return statement.lines().stream()
                .filter(line -> deal.equals(line.deal()))
                .map(StatementLine::base)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Set<Integer> versions(Statement statement) {
        return statement.lines().stream().map(StatementLine::version).collect(Collectors.toSet());
    }

    private static Set<String> plans(Statement statement) {
        return statement.lines().stream().map(StatementLine::plan).collect(Collectors.toSet());
    }

    @Test
    void monthsBeforeTheLastAreFinalAndTheLastOneCorrectsOneOfThem() {
        PersonId an = Caller.asSystem(() -> directory.personByExternalId(Cast.AN))
                .orElseThrow()
                .id();
        Statement earlier = Caller.asSystem(() -> statements.of(an, month.minusMonths(2)));
        Statement last = Caller.asSystem(() -> statements.of(an, month.minusMonths(1)));

        assertThat(earlier.state()).isEqualTo(StatementState.FINAL);
        assertThat(earlier.closing()).isNotNull();
        assertThat(last.state()).isEqualTo(StatementState.OPEN);
        assertThat(last.lines())
                .anyMatch(line -> last.adjusts(line) && line.amount().signum() > 0);
        assertThat(Caller.asSystem(() -> statements.corrections(an, month.minusMonths(2))))
                .singleElement()
                .satisfies(correction -> assertThat(correction.month()).isEqualTo(month.minusMonths(1)));
    }
}
