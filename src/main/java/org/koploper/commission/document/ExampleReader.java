package org.koploper.commission.document;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.document.Example.Expected;
import org.koploper.commission.document.Example.ExpectedLine;
import org.koploper.commission.engine.DatedRate;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.OwnQuota;
import org.koploper.commission.engine.Payment;
import org.koploper.commission.engine.ReportingLines;
import org.koploper.commission.engine.ReportsTo;
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

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final int MOST = 5_000;
    private static final int LINE_DECIMALS = 18;
    private static final int AMOUNT_DECIMALS = PlanDocument.AMOUNT_DECIMALS;

    /** The first day of a plan that does not say one. */
    static final LocalDate NO_DAY = LocalDate.of(2026, 1, 1);

    private final LocalDate firstDay;
    private final Map<String, Gathered> people = new LinkedHashMap<>();
    private final List<ReportsTo> reports = new ArrayList<>();

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
        SaleReader sales = new SaleReader(firstDay, this::of);
        fields.listOrNone("sales", MOST, sales::read);
        List<DatedRate> rates = ExchangeReader.rates(fields, firstDay);
        fields.listOrNone("payments", MOST, (one, index) -> payment(one));
        fields.listOrNone("terminations", MOST, (one, index) -> termination(one));
        List<Expected> expected = fields.list("expect", MOST, (one, index) -> expected(one));
        Map<String, History> histories = new LinkedHashMap<>();
        people.forEach((id, gathered) -> histories.put(id, gathered.history(rates)));
        ReportingLines reporting = fields.fitting("people", () -> new ReportingLines(reports));
        return new Example(name, histories, reporting, before(fields), expected);
    }

    /** What was known first, of the same people. */
    private Map<String, History> before(PlanFields fields) {
        Map<String, History> histories = new LinkedHashMap<>();
        if (fields.has("before")) {
            ExampleReader first = new ExampleReader(firstDay);
            PlanFields known = fields.object("before");
            fields.listOrNone("people", MOST, (one, index) -> first.person(one));
            SaleReader sales = new SaleReader(firstDay, first::of);
            known.listOrNone("sales", MOST, sales::read);
            List<DatedRate> rates = ExchangeReader.rates(known, firstDay);
            known.listOrNone("payments", MOST, (one, index) -> first.payment(one));
            known.done();
            first.people.forEach((id, gathered) -> histories.put(id, gathered.history(rates)));
        }
        return histories;
    }

    private Gathered of(String person) {
        return people.computeIfAbsent(person, id -> new Gathered());
    }

    private String person(PlanFields fields) {
        String id = fields.text("id");
        LocalDate from = fields.dateOrNull("from");
        LocalDate to = fields.dateOrNull("to");
        of(id).service = new Service(from, to, fields.listOrNone("part_time", MOST, (one, index) -> part(one)));
        if (fields.isText("reports_to")) {
            reports.add(new ReportsTo(id, fields.text("reports_to"), null, null));
        } else {
            reports.addAll(fields.listOrNone("reports_to", MOST, (one, index) -> reportsTo(id, one)));
        }
        return id;
    }

    private static Service.Part part(PlanFields fields) {
        LocalDate from = fields.dateOrNull("from");
        BigDecimal part = fields.decimal("part", PlanDocument.RATE_DECIMALS);
        return fields.fitting("part", () -> new Service.Part(from == null ? ALWAYS : from, part));
    }

    private static ReportsTo reportsTo(String person, PlanFields fields) {
        LocalDate to = fields.dateOrNull("to");
        return new ReportsTo(person, fields.text("manager"), fields.dateOrNull("from"), to);
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

    static String whom(PlanFields fields) {
        return fields.has("person") ? fields.text("person") : SOMEBODY;
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
        Example.Books books = new Example.Books(
                fields.decimalOrNull("expense", AMOUNT_DECIMALS),
                fields.decimalOrNull("asset", AMOUNT_DECIMALS),
                fields.listOrNone("liability", MOST, (line, index) -> line(line)),
                fields.listOrNone("changes", MOST, (line, index) -> line(line)));
        if (total == null && drawn == null && held == null && lines.isEmpty() && books.isEmpty()) {
            throw fields.fault("total", "missing");
        }
        return new Expected(person, month, total, drawn, held, books, lines);
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
