package org.koploper.commission.document;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.document.Example.Expected;
import org.koploper.commission.document.Example.ExpectedLine;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.Facts;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.OwnQuota;
import org.koploper.commission.engine.Payment;
import org.koploper.commission.engine.Score;
import org.koploper.commission.engine.Service;
import org.koploper.commission.engine.Termination;
import org.koploper.period.Period;

/**
 * Reads a worked case. What is left out is as simple as can be: one person called {@code rep}, always here; deals called
 * {@code D-1}, {@code D-2} and so on, of one unit, all dated on the first day of the plan.
 */
final class ExampleReader {

    static final String SOMEBODY = "rep";

    private static final int MOST = 5_000;
    private static final int LINE_DECIMALS = 18;
    private static final int AMOUNT_DECIMALS = PlanDocument.AMOUNT_DECIMALS;

    /** The first day of a plan that does not say one. */
    static final LocalDate NO_DAY = LocalDate.of(2026, 1, 1);

    /** What is being gathered of one person. */
    private static final class Gathered {
        private Service service = Service.ALWAYS;
        private final List<Credit> credits = new ArrayList<>();
        private final List<OwnQuota> quotas = new ArrayList<>();
        private final List<Score> scores = new ArrayList<>();
        private final List<Payment> payments = new ArrayList<>();
        private final List<Termination> terminations = new ArrayList<>();

        private boolean has(String deal) {
            return credits.stream().anyMatch(credit -> credit.deal().equals(deal));
        }

        private History history() {
            return new History(credits, service, quotas, scores, payments, terminations);
        }
    }

    private final LocalDate firstDay;
    private final Map<String, Gathered> people = new LinkedHashMap<>();

    private ExampleReader(LocalDate firstDay) {
        this.firstDay = firstDay;
    }

    static Example read(PlanFields fields, PlanDocument.@Nullable Header header) {
        return new ExampleReader(header == null ? NO_DAY : header.from()).read(fields);
    }

    private Example read(PlanFields fields) {
        String name = fields.text("name");
        fields.listOrNone("people", MOST, (one, index) -> person(one));
        fields.listOrNone("quotas", MOST, (one, index) -> quota(one));
        fields.listOrNone("scores", MOST, (one, index) -> score(one));
        fields.listOrNone("sales", MOST, this::sale);
        fields.listOrNone("payments", MOST, (one, index) -> payment(one));
        fields.listOrNone("terminations", MOST, (one, index) -> termination(one));
        List<Expected> expected = fields.list("expect", MOST, (one, index) -> expected(one));
        Map<String, History> histories = new LinkedHashMap<>();
        people.forEach((id, gathered) -> histories.put(id, gathered.history()));
        return new Example(name, histories, expected);
    }

    private Gathered of(String person) {
        return people.computeIfAbsent(person, id -> new Gathered());
    }

    private String person(PlanFields fields) {
        String id = fields.text("id");
        LocalDate from = fields.dateOrNull("from");
        LocalDate to = fields.dateOrNull("to");
        of(id).service = new Service(from, to);
        return id;
    }

    private OwnQuota quota(PlanFields fields) {
        String component = fields.text("component", null);
        Period period = period(fields);
        BigDecimal amount = fields.decimal("amount", AMOUNT_DECIMALS);
        OwnQuota quota = fields.fitting("amount", () -> new OwnQuota(component, period, amount));
        of(whom(fields)).quotas.add(quota);
        return quota;
    }

    private Score score(PlanFields fields) {
        String objective = fields.text("objective");
        Period period = period(fields);
        BigDecimal value = fields.decimal("score", PlanDocument.RATE_DECIMALS);
        Score score = fields.fitting("score", () -> new Score(objective, period, value));
        of(whom(fields)).scores.add(score);
        return score;
    }

    /** {@code period: 2026}, {@code 2026-Q1} or {@code 2026-03}. */
    private static Period period(PlanFields fields) {
        String text = fields.text("period");
        try {
            return Period.parse(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw fields.fault("period", "not-a-period", text);
        }
    }

    private static String whom(PlanFields fields) {
        return fields.has("person") ? fields.text("person") : SOMEBODY;
    }

    private String sale(PlanFields fields, int index) {
        String deal = fields.has("deal") ? fields.text("deal") : "D-" + (index + 1);
        LocalDate date = fields.has("date") ? fields.date("date") : firstDay;
        BigDecimal amount = fields.decimal("amount", AMOUNT_DECIMALS);
        BigDecimal one = leavesADeal(deal, amount) ? BigDecimal.ZERO : BigDecimal.valueOf(amount.signum());
        BigDecimal cost = number(fields, "cost", BigDecimal.ZERO);
        BigDecimal quantity = number(fields, "quantity", one);
        BigDecimal deals = number(fields, "deals", one);
        Facts facts = new Facts(cost, quantity, deals, traits(fields));
        Map<String, BigDecimal> shares = shares(fields);
        shares.forEach((person, share) ->
                of(person).credits.add(fields.fitting("deal", () -> new Credit(deal, date, amount, share, facts))));
        return deal;
    }

    /** Whether a sale takes back a part of one named before it, and not all that is left. */
    private boolean leavesADeal(String deal, BigDecimal amount) {
        int slash = deal.lastIndexOf('/');
        if (amount.signum() >= 0 || slash < 0) {
            return false;
        }
        String whole = deal.substring(0, slash);
        Map<String, BigDecimal> sold = new LinkedHashMap<>();
        people.values()
                .forEach(one -> one.credits.stream()
                        .filter(credit ->
                                credit.deal().equals(whole) || credit.deal().startsWith(whole + "/"))
                        .forEach(credit -> sold.put(credit.deal(), credit.dealAmount())));
        return sold.values().stream().reduce(amount, BigDecimal::add).signum() > 0;
    }

    /** For everybody who shares the deal. */
    private Payment payment(PlanFields fields) {
        String deal = fields.text("deal");
        LocalDate date = fields.date("date");
        BigDecimal amount = fields.decimal("amount", AMOUNT_DECIMALS);
        BigDecimal of = fields.decimal("of", AMOUNT_DECIMALS);
        Payment payment = fields.fitting("of", () -> new Payment(deal, date, amount, of));
        sharing(fields, deal).forEach(one -> one.payments.add(payment));
        return payment;
    }

    private Termination termination(PlanFields fields) {
        String deal = fields.text("deal");
        LocalDate date = fields.date("date");
        int served = fields.whole("months_served");
        Termination end = fields.fitting("months_served", () -> new Termination(deal, date, served));
        sharing(fields, deal).forEach(one -> one.terminations.add(end));
        return end;
    }

    private List<Gathered> sharing(PlanFields fields, String deal) {
        List<Gathered> sharing =
                people.values().stream().filter(one -> one.has(deal)).toList();
        if (sharing.isEmpty()) {
            throw fields.fault("deal", "not-sold", deal);
        }
        return sharing;
    }

    private static BigDecimal number(PlanFields fields, String field, BigDecimal otherwise) {
        return fields.has(field) ? fields.decimal(field, AMOUNT_DECIMALS) : otherwise;
    }

    private static Map<String, String> traits(PlanFields fields) {
        Map<String, String> traits = new TreeMap<>();
        if (fields.has("traits")) {
            PlanFields given = fields.object("traits");
            given.names().forEach(name -> traits.put(name, given.text(name)));
        }
        return traits;
    }

    private static Map<String, BigDecimal> shares(PlanFields fields) {
        if (!fields.has("shares")) {
            return Map.of(whom(fields), BigDecimal.ONE);
        }
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        PlanFields given = fields.object("shares");
        given.names().forEach(person -> shares.put(person, given.decimal(person, PlanDocument.RATE_DECIMALS)));
        return shares;
    }

    private Expected expected(PlanFields fields) {
        String person = whom(fields);
        if (!people.containsKey(person)) {
            // somebody of whom nothing else is said is paid nothing, or a minimum
            of(person);
        }
        YearMonth month = fields.has("month") ? month(fields) : null;
        BigDecimal total = fields.decimalOrNull("total", AMOUNT_DECIMALS);
        List<ExpectedLine> lines = fields.listOrNone("lines", MOST, (line, index) -> line(line));
        BigDecimal drawn = fields.decimalOrNull("drawn", AMOUNT_DECIMALS);
        BigDecimal held = fields.decimalOrNull("held", AMOUNT_DECIMALS);
        if (total == null && drawn == null && held == null && lines.isEmpty()) {
            throw fields.fault("total", "missing");
        }
        return new Expected(person, month, total, drawn, held, lines);
    }

    private static YearMonth month(PlanFields fields) {
        String text = fields.text("month");
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw fields.fault("month", "not-a-month", text);
        }
    }

    private static ExpectedLine line(PlanFields fields) {
        fields.decimal("amount", LINE_DECIMALS);
        // as it is written: 1.10 is compared to the cent, 1.1 to ten
        BigDecimal amount = new BigDecimal(fields.text("amount"));
        return new ExpectedLine(fields.text("component", null), fields.text("deal", null), amount);
    }
}
