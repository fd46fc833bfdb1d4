package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Line;
import org.koploper.ledger.Ledger;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementLine;
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

/**
 * What must hold whatever happened: what was posted change by change equals what is earned when everything is computed
 * at once, line by line, amounts and explanations; and equals what a few lines of arithmetic, written here once more, come to.
 */
abstract class RunLawsContract {

    private static final int CHANGES = 60;
    private static final List<BigDecimal> BOUNDS =
            List.of(BigDecimal.ZERO, new BigDecimal("5000"), new BigDecimal("12000"));
    private static final List<BigDecimal> RATES =
            List.of(new BigDecimal("0.05"), new BigDecimal("0.075"), new BigDecimal("0.1"));
    private static final String TIERS = """
            {"components": [{"name": "Tiers", "tiers": {"accumulate": "year", "bands": [
              {"from": "0", "to": "5000", "rate": "0.05"}, {"from": "5000", "to": "12000", "rate": "0.075"},
              {"from": "12000", "rate": "0.1"}]}}]}
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    @Autowired
    Ledger ledger;

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

    private Random random = new Random();
    private final List<PersonId> reps = new ArrayList<>();
    private final Map<Long, Map<PersonId, LocalDate>> deals = new HashMap<>();

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
    }

    @RepeatedTest(3)
    void postingChangeByChangeEqualsComputingEverythingAtOnce(RepetitionInfo repetition) {
        long seed = 20_261_123L + repetition.getCurrentRepetition();
        System.out.println("seed " + seed);
        random = new Random(seed);
        PlanRef tiers = pay.plan(TIERS);
        PlanRef flat = pay.plan(PaySample.FLAT_5);
        reps.clear();
        deals.clear();
        for (int i = 0; i < 4; i++) {
            reps.add(sales.person("Rep " + i));
        }
        pay.assign(tiers, reps.get(0));
        pay.assign(tiers, reps.get(1));
        Assignment moving = pay.assign(flat, reps.get(2));
        pay.assign(tiers, reps.get(3), "2026-04-11", null);

        for (int i = 0; i < CHANGES; i++) {
            change();
            if (i == CHANGES / 2) {
                pay.end(moving, "2026-06-20");
                pay.assign(tiers, reps.get(2), "2026-06-21", null);
            }
        }

        for (PersonId rep : reps) {
            Map<String, Line> fresh = fresh(rep);
            assertThat(pay.nets(rep)).as("seed %s, rep %s", seed, rep).isEqualTo(nets(fresh));
            assertThat(explanations(rep))
                    .as("explanations, seed %s, rep %s", seed, rep)
                    .isEqualTo(reasons(fresh));
        }
        reps.forEach(rep -> statementsAddUpAndTheirReasonsComeToTheSame(rep, seed));
        for (PersonId rep : reps.subList(0, 2)) {
            assertThat(months(rep)).as("seed %s, rep %s", seed, rep).isEqualTo(arithmetic(rep));
        }
        long before = reps.stream().mapToLong(pay::entries).sum();
        Caller.asSystem(() -> run.all());
        assertThat(reps.stream().mapToLong(pay::entries).sum())
                .as("entries, seed %s", seed)
                .isEqualTo(before);
        assertThat(Caller.asSystem(() -> run.all())).as("a second full run").isZero();
        assertThat(Caller.asSystem(() -> ledger.verify()).broken()).isNull();
    }

    /** What somebody reads: the total is the sum of the lines, and each line is what its reason comes to once more. */
    private void statementsAddUpAndTheirReasonsComeToTheSame(PersonId rep, long seed) {
        for (int month = 1; month <= 12; month++) {
            Statement statement = pay.statement(rep, "2026-%02d".formatted(month));
            BigDecimal sum = BigDecimal.ZERO;
            for (StatementLine line : statement.lines()) {
                assertThat(Reasons.read(line.reason()).evaluate())
                        .as("seed %s, entry %s", seed, line.entry())
                        .isEqualByComparingTo(line.amount());
                sum = sum.add(line.amount());
            }
            assertThat(sum).as("seed %s, rep %s, month %s", seed, rep, month).isEqualByComparingTo(statement.total());
        }
    }

    /** One deal is won, split, changed, moved, cancelled or credited; sometimes two changes arrive as one batch. */
    private void change() {
        Map<PersonId, List<LocalDate>> touched = new HashMap<>();
        for (int i = 0; i <= random.nextInt(3) / 2; i++) {
            if (deals.size() < 5 || random.nextInt(3) == 0) {
                win(touched);
            } else {
                Long deal = List.copyOf(new TreeMap<>(deals).keySet()).get(random.nextInt(deals.size()));
                touch(deal, touched);
                alter(deal, touched);
                touch(deal, touched);
            }
        }
        long batch = sales.newBatch();
        touched.forEach((person, days) ->
                days.stream().distinct().forEach(day -> sales.touched(batch, person, day.toString())));
        sales.changed(batch);
    }

    private void win(Map<PersonId, List<LocalDate>> touched) {
        PersonId owner = rep();
        LocalDate day = day();
        long deal = sales.won(owner, amount(), "EUR", day.toString());
        Map<PersonId, LocalDate> of = new HashMap<>();
        of.put(owner, day);
        if (random.nextInt(3) == 0) {
            PersonId other = reps.get((reps.indexOf(owner) + 1) % reps.size());
            sales.share(deal, owner, "0.666667");
            sales.share(deal, other, "0.333333");
            of.put(other, day);
        }
        deals.put(deal, of);
        touch(deal, touched);
    }

    private void alter(long deal, Map<PersonId, List<LocalDate>> touched) {
        switch (random.nextInt(5)) {
            case 0 -> update("deal_value = cast(:value as numeric(19,4))", amount(), deal);
            case 1 -> {
                LocalDate day = day();
                jdbc.sql("update deals set closed_on = :day, cancelled_on = null, stage = 'WON' where id = :deal")
                        .param("day", day)
                        .param("deal", deal)
                        .update();
                deals.get(deal).replaceAll((person, before) -> day);
            }
            case 2 -> {
                if (deals.get(deal).size() == 1) {
                    PersonId to = rep();
                    LocalDate day = deals.get(deal).values().iterator().next();
                    jdbc.sql("update deals set owner_id = :to where id = :deal")
                            .param("to", to.value())
                            .param("deal", deal)
                            .update();
                    deals.put(deal, new HashMap<>(Map.of(to, day)));
                }
            }
            case 3 -> {
                LocalDate day = deals.get(deal).values().iterator().next().plusDays(random.nextInt(60));
                sales.cancel(deal, day.toString());
                deals.get(deal).keySet().forEach(person -> note(touched, person, day));
            }
            default -> {
                LocalDate day = day();
                sales.credit(deal, amount(), day.toString());
                deals.get(deal).keySet().forEach(person -> note(touched, person, day));
            }
        }
    }

    /** As sales do: the day of the deal, and the days of what was taken back. */
    private void touch(long deal, Map<PersonId, List<LocalDate>> touched) {
        deals.get(deal).forEach((person, day) -> {
            note(touched, person, day);
            jdbc.sql("select credited_on from credit_notes where deal_id = :deal")
                    .param("deal", deal)
                    .query(LocalDate.class)
                    .list()
                    .forEach(credited -> note(touched, person, credited));
            jdbc.sql("select cancelled_on from deals where id = :deal and cancelled_on is not null")
                    .param("deal", deal)
                    .query(LocalDate.class)
                    .list()
                    .forEach(cancelled -> note(touched, person, cancelled));
        });
    }

    private static void note(Map<PersonId, List<LocalDate>> touched, PersonId person, LocalDate day) {
        touched.computeIfAbsent(person, p -> new ArrayList<>()).add(day);
    }

    /** Everything computed anew, without a ledger: the lines by the keys they have there. */
    private Map<String, Line> fresh(PersonId rep) {
        return Caller.asSystem(() -> {
            List<CreditedDeal> all = all(rep);
            Map<String, Line> lines = new TreeMap<>();
            new Payee(
                            rep,
                            coverage.of(List.of(rep)).get(rep),
                            all,
                            new DealCredits(rates, java.util.Set.of(), Map.of(), Map.of()),
                            Circumstances.NONE)
                    .lines(Span.ALWAYS)
                    .forEach((prefix, earned) ->
                            earned.lines().forEach(line -> lines.put(prefix + "|" + line.key(), line)));
            return lines;
        });
    }

    private static Map<String, BigDecimal> nets(Map<String, Line> lines) {
        Map<String, BigDecimal> nets = new TreeMap<>();
        lines.forEach((key, line) -> {
            if (line.amount().signum() != 0) {
                nets.put(key, line.amount().stripTrailingZeros());
            }
        });
        return nets;
    }

    private static Map<String, String> reasons(Map<String, Line> lines) {
        Map<String, String> reasons = new TreeMap<>();
        lines.forEach((key, line) -> reasons.put(key, Reasons.write(line.reason())));
        return reasons;
    }

    /** The latest word on each line that is not gone. */
    private Map<String, String> explanations(PersonId rep) {
        Map<String, String> reasons = new TreeMap<>();
        jdbc.sql("select line_key, change_kind, reason from ledger_entries where person_id = :rep order by seq")
                .param("rep", rep.value())
                .query(row -> {
                    reasons.put(row.getString("line_key"), row.getString("reason"));
                    if (row.getString("change_kind").equals("GONE")) {
                        reasons.remove(row.getString("line_key"));
                    }
                });
        return reasons;
    }

    private Map<YearMonth, BigDecimal> months(PersonId rep) {
        Map<YearMonth, BigDecimal> months = new TreeMap<>();
        jdbc.sql(
                        "select earned_month, sum(delta) as net from ledger_entries where person_id = :rep group by earned_month")
                .param("rep", rep.value())
                .query(row -> {
                    put(months, YearMonth.parse(row.getString("earned_month")), row.getBigDecimal("net"));
                });
        return months;
    }

    /** F(after the month) - F(before the month), rounded: no bands per deal, no lines, no ledger. */
    private Map<YearMonth, BigDecimal> arithmetic(PersonId rep) {
        Map<YearMonth, BigDecimal> credited = new TreeMap<>();
        Caller.asSystem(() -> all(rep))
                .forEach(deal -> credited.merge(
                        YearMonth.from(deal.date()), deal.dealAmount().multiply(deal.share()), BigDecimal::add));
        Map<YearMonth, BigDecimal> months = new TreeMap<>();
        BigDecimal position = BigDecimal.ZERO;
        for (Map.Entry<YearMonth, BigDecimal> month : credited.entrySet()) {
            if (month.getKey().getMonthValue() == 1 || startsAYear(month.getKey(), credited)) {
                position = BigDecimal.ZERO;
            }
            BigDecimal after = position.add(month.getValue());
            put(months, month.getKey(), payFor(after).subtract(payFor(position)).setScale(2, RoundingMode.HALF_UP));
            position = after;
        }
        return months;
    }

    private static boolean startsAYear(YearMonth month, Map<YearMonth, BigDecimal> credited) {
        YearMonth before = ((TreeMap<YearMonth, BigDecimal>) credited).lowerKey(month);
        return before == null || before.getYear() != month.getYear();
    }

    private static BigDecimal payFor(BigDecimal position) {
        if (position.signum() < 0) {
            return payFor(position.negate()).negate();
        }
        BigDecimal pay = BigDecimal.ZERO;
        for (int i = 0; i < BOUNDS.size(); i++) {
            BigDecimal top = i + 1 < BOUNDS.size() ? position.min(BOUNDS.get(i + 1)) : position;
            pay = pay.add(top.subtract(BOUNDS.get(i)).max(BigDecimal.ZERO).multiply(RATES.get(i)));
        }
        return pay;
    }

    private static void put(Map<YearMonth, BigDecimal> months, YearMonth month, BigDecimal amount) {
        if (amount.signum() != 0) {
            months.put(month, amount.stripTrailingZeros());
        }
    }

    private List<CreditedDeal> all(PersonId rep) {
        return credits.of(List.of(rep), new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 12, 31)));
    }

    private void update(String set, String value, long deal) {
        jdbc.sql("update deals set " + set + " where id = :deal")
                .param("value", value)
                .param("deal", deal)
                .update();
    }

    private PersonId rep() {
        return reps.get(random.nextInt(reps.size()));
    }

    private LocalDate day() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(420));
    }

    private String amount() {
        return BigDecimal.valueOf(random.nextInt(1, 500_000), 2).toPlainString();
    }

    @OnHsqldb
    static class OnHsqldbTest extends RunLawsContract {}

    @OnPostgres
    static class OnPostgresTest extends RunLawsContract {}
}
