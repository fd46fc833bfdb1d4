package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.ledger.ClosedMonths;
import org.koploper.ledger.Ledger;
import org.koploper.ledger.PayMonth;
import org.koploper.ledger.PeriodClose;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementLine;
import org.koploper.ledger.StatementState;
import org.koploper.ledger.Statements;
import org.koploper.period.Period;
import org.koploper.sales.CreditedDeal;
import org.koploper.sales.Credits;
import org.koploper.sales.RateTables;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * What must hold while months are closed between changes that reach back into them: a closed statement stays as it is to
 * the last sign, whatever is won, changed, taken back or assigned later; and what stands on all statements together is what
 * everything computed at once comes to, line by line; but for what a plan forgives, which stands there as a line.
 */
abstract class ClosedMonthsLawsContract {

    private static final int CHANGES = 70;

    /** So much that there are differences below and above it. */
    private static final String LIMIT = "300";

    private static final String FORGIVING = PaySample.TIERS_OF_THE_YEAR.replaceFirst(
            "\\{", "{\"late\": {\"closed\": \"forgive\", \"below\": " + LIMIT + "}, ");

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    @Autowired
    Ledger ledger;

    @Autowired
    Statements statements;

    @Autowired
    PeriodClose close;

    @Autowired
    Coverage coverage;

    @Autowired
    Credits credits;

    @Autowired
    RateTables rates;

    @Autowired
    JdbcClient jdbc;

    SalesSample sales;
    PaySample pay;

    private final List<PersonId> reps = new ArrayList<>();
    private final Map<String, String> closed = new LinkedHashMap<>();

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
    }

    @RepeatedTest(4)
    void closedStatementsStayAndAllTogetherAreWhatIsEarned(RepetitionInfo repetition) {
        long seed = 20_261_126L + repetition.getCurrentRepetition();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        // a closed month is closed for ever, so each history has years of its own
        LocalDate start = LocalDate.of(2016 + 2 * repetition.getCurrentRepetition(), 1, 1);
        reps.clear();
        while (closeNext(YearMonth.from(start))) {
            // up to here others were at work
        }
        closed.clear();
        // the last time what one sells moves what the others are paid
        boolean areTogether = repetition.getCurrentRepetition() == repetition.getTotalRepetitions();
        boolean forgives = repetition.getCurrentRepetition() == 2;
        PlanRef tiers = plan(
                start, areTogether ? PaidTogetherContract.BUDGET : forgives ? FORGIVING : PaySample.TIERS_OF_THE_YEAR);
        PlanRef flat = plan(start, PaySample.FLAT_5);
        for (int i = 0; i < 4; i++) {
            reps.add(sales.person("Rep " + i));
        }
        pay.assign(tiers, reps.get(0), start.toString(), null);
        pay.assign(tiers, reps.get(1), start.toString(), null);
        Assignment moving = pay.assign(flat, reps.get(2), start.toString(), null);
        pay.assign(tiers, reps.get(3), start.plusDays(100).toString(), null);
        RandomSales happening = new RandomSales(context, random, reps, start);

        for (int i = 0; i < CHANGES; i++) {
            happening.change();
            if (random.nextInt(5) == 0) {
                closeNext(YearMonth.from(start).plusMonths(14));
            }
            if (i == CHANGES / 2) {
                pay.end(moving, start.plusDays(170).toString());
                pay.assign(tiers, reps.get(2), start.plusDays(171).toString(), null);
            }
            if (i == CHANGES * 2 / 3) {
                pay.version(tiers, start.plusDays(200).toString(), null, PaySample.FLAT_10);
            }
        }

        assertThat(closed).as("seed %s", seed).isNotEmpty();
        assertThat(adjusted()).as("adjustments, seed %s", seed).isPositive();
        closed.forEach((statement, then) ->
                assertThat(now(statement)).as("seed %s, %s", seed, statement).isEqualTo(then));
        for (PersonId rep : reps) {
            if (!areTogether) {
                Map<String, BigDecimal> posted = pay.nets(rep);
                posted.keySet().removeIf(key -> key.endsWith("|forgiven"));
                assertThat(posted).as("seed %s, rep %s", seed, rep).isEqualTo(fresh(rep));
            }
            statementsAddUpAndTheirReasonsComeToTheSame(rep, start, seed);
        }
        if (forgives) {
            littleIsForgivenAndNothingElse(tiers, seed);
        }
        assertThat(Caller.asSystem(() -> run.all()))
                .as("a full run, seed %s", seed)
                .isZero();
        assertThat(Caller.asSystem(() -> ledger.verify()).broken()).isNull();
    }

    /** What open statements say of each closed month is nothing, or as much as the limit. */
    private void littleIsForgivenAndNothingElse(PlanRef plan, long seed) {
        List<BigDecimal> open = jdbc.sql("""
                select sum(e.delta) from ledger_entries e
                where e.person_id in (:reps) and e.line_key like :version
                  and e.earned_month <= :last and e.posted_month > :last
                group by e.person_id, e.earned_month
                """)
                .param("reps", reps.stream().map(PersonId::value).toList())
                .param("version", plan.externalId() + "/1|%")
                .param(
                        "last",
                        String.valueOf(Caller.asSystem(() -> ledger.closed()).through()))
                .query(BigDecimal.class)
                .list();
        assertThat(open)
                .as("seed %s", seed)
                .allMatch(sum -> sum.signum() == 0 || sum.abs().compareTo(new BigDecimal(LIMIT)) >= 0);
        assertThat(reps.stream()
                        .flatMap(rep -> pay.nets(rep).keySet().stream())
                        .filter(key -> key.endsWith("|forgiven")))
                .as("forgiven, seed %s", seed)
                .isNotEmpty();
    }

    private PlanRef plan(LocalDate start, String document) {
        PlanRef plan = pay.emptyPlan("EUR");
        pay.version(plan, start.toString(), null, document);
        return plan;
    }

    private boolean closeNext(YearMonth end) {
        Optional<PayMonth> next = Caller.asSystem(() -> close.months()).stream()
                .filter(month -> month.state() == PayMonth.State.CLOSABLE)
                .filter(month -> month.month().isBefore(end))
                .findFirst();
        next.ifPresent(month -> {
            Caller.asSystem(() -> close.close(month.month(), month.totals()));
            reps.forEach(rep -> {
                String statement = rep + "/" + month.month();
                closed.put(statement, now(statement));
            });
        });
        return next.isPresent();
    }

    /** All that a reader of the statement sees, and every row of the ledger behind it. */
    private String now(String statement) {
        String[] parts = statement.split("/");
        PersonId rep = new PersonId(Long.parseLong(parts[0]));
        YearMonth month = YearMonth.parse(parts[1]);
        Statement read = Caller.asSystem(() -> statements.of(rep, month));
        assertThat(read.state()).isEqualTo(StatementState.FINAL);
        return (read.lines().isEmpty() ? read.total() + " " + read.plan() : read.toString()) + "\n"
                + Caller.asSystem(() -> statements.seal(rep, month)) + "\n"
                + Caller.asSystem(() -> statements.changes(rep, month));
    }

    private long adjusted() {
        return jdbc.sql(
                        "select count(*) from ledger_entries where posted_month > earned_month and person_id in (:reps)")
                .param("reps", reps.stream().map(PersonId::value).toList())
                .query(Long.class)
                .single();
    }

    private void statementsAddUpAndTheirReasonsComeToTheSame(PersonId rep, LocalDate start, long seed) {
        BigDecimal all = BigDecimal.ZERO;
        for (int month = 0; month < 24; month++) {
            Statement statement =
                    pay.statement(rep, YearMonth.from(start).plusMonths(month).toString());
            BigDecimal sum = BigDecimal.ZERO;
            for (StatementLine line : statement.lines()) {
                assertThat(Reasons.read(line.reason()).evaluate())
                        .as("seed %s, entry %s", seed, line.entry())
                        .isEqualByComparingTo(line.amount());
                sum = sum.add(line.amount());
            }
            assertThat(sum)
                    .as("seed %s, rep %s, %s", seed, rep, statement.period())
                    .isEqualByComparingTo(statement.total());
            all = all.add(sum);
        }
        assertThat(all)
                .as("all statements, seed %s, rep %s", seed, rep)
                .isEqualByComparingTo(pay.nets(rep).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private Map<String, BigDecimal> fresh(PersonId rep) {
        return Caller.asSystem(() -> {
            List<CreditedDeal> all =
                    credits.of(List.of(rep), new Period(LocalDate.of(2010, 1, 1), LocalDate.of(2030, 12, 31)));
            Map<String, BigDecimal> nets = new TreeMap<>();
            new Payee(
                            rep,
                            coverage.of(List.of(rep)).get(rep),
                            new Payee.Sold(all, List.of()),
                            new DealCredits(rates, java.util.Set.of(), Map.of(), Details.NONE),
                            Circumstances.NONE,
                            new Settling(Map.of()))
                    .lines(Span.ALWAYS)
                    .forEach((prefix, earned) -> earned.lines().stream()
                            .filter(line -> line.amount().signum() != 0)
                            .forEach(line -> nets.put(
                                    prefix + "|" + line.key(), line.amount().stripTrailingZeros())));
            return nets;
        });
    }

    @Test
    void everyOtherMonthIsStillItsOwn() {
        assertThat(ClosedMonths.NONE.statementOf(YearMonth.of(2026, 3))).isEqualTo(YearMonth.of(2026, 3));
        ClosedMonths through = new ClosedMonths(YearMonth.of(2026, 3));
        assertThat(through.statementOf(YearMonth.of(2026, 1))).isEqualTo(YearMonth.of(2026, 4));
        assertThat(through.statementOf(YearMonth.of(2026, 3))).isEqualTo(YearMonth.of(2026, 4));
        assertThat(through.statementOf(YearMonth.of(2026, 5))).isEqualTo(YearMonth.of(2026, 5));
    }

    @OnHsqldb
    @TestPropertySource(properties = "koploper.test=closed-months-laws")
    static class OnHsqldbTest extends ClosedMonthsLawsContract {}

    @OnPostgres
    @TestPropertySource(properties = "koploper.test=closed-months-laws")
    static class OnPostgresTest extends ClosedMonthsLawsContract {}
}
