package org.koploper.commission.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.document.Example.Expected;
import org.koploper.commission.document.Example.ExpectedLine;
import org.koploper.commission.document.ExampleResult.Difference;
import org.koploper.commission.engine.Everybody;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.LineKind;
import org.koploper.commission.engine.Score;
import org.koploper.commission.engine.Terms;
import org.koploper.period.Period;

/** Holds a plan to its examples. Pure. */
public final class Examples {

    private static final Set<LineKind> HELD =
            EnumSet.of(LineKind.HELD, LineKind.FREED, LineKind.RELEASED, LineKind.HELD_BACK, LineKind.HOLDBACK_PAID);

    /** Months, persons and components that are computed at most: far more than anybody reads, and done in seconds. */
    private static final long MOST_WORK = 500_000;

    private Examples() {}

    /**
     * One result for each example, in their order.
     *
     * @throws PlanFault when the plan cannot be computed at all, as when one has no header
     */
    public static List<ExampleResult> run(PlanDocument document) {
        return run(document, document.terms());
    }

    /** As above, under terms that come from elsewhere. */
    public static List<ExampleResult> run(PlanDocument document, Terms terms) {
        List<ExampleResult> results = new ArrayList<>();
        long work = 0;
        for (Example example : document.examples()) {
            Period months = months(terms, example);
            work += YearMonth.from(months.from())
                            .until(YearMonth.from(months.to()).plusMonths(1), ChronoUnit.MONTHS)
                    * example.people().size()
                    * terms.components().size()
                    * (Everybody.dependsOnPay(terms)
                            ? Everybody.MOST_ROUNDS + example.people().size()
                            : 1);
            if (work > MOST_WORK) {
                throw new PlanFault("examples[" + results.size() + "]", "example-too-large");
            }
            results.add(run(document, terms, example, months));
        }
        return results;
    }

    private static ExampleResult run(PlanDocument document, Terms terms, Example example, Period months) {
        Map<String, List<Line>> paid = lines(terms, example.people(), example, months);
        Map<String, List<Line>> before = lines(terms, example.before(), example, months);
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        example.people().keySet().forEach(person -> lines.put(person, paid.getOrDefault(person, List.of())));
        paid.forEach(lines::putIfAbsent);
        Map<String, BookCheck> checks = new HashMap<>();
        List<Difference> differences = new ArrayList<>();
        for (Expected expected : example.expected()) {
            List<Line> now = lines.getOrDefault(expected.person(), List.of());
            compare(expected, now, differences);
            if (!expected.books().isEmpty()) {
                BookCheck check = checks.computeIfAbsent(
                        expected.person(),
                        person -> new BookCheck(
                                document, terms, now, before.getOrDefault(person, List.of()), example.closed()));
                compareBooks(expected, check, differences);
            }
        }
        return new ExampleResult(example.name(), differences, lines);
    }

    private static Map<String, List<Line>> lines(
            Terms terms, Map<String, History> people, Example example, Period months) {
        try {
            return Everybody.pay(
                    terms, people, example.reporting(), YearMonth.from(months.from()), YearMonth.from(months.to()));
        } catch (IllegalArgumentException e) {
            throw new PlanFault("examples", "does-not-fit", String.valueOf(e.getMessage()));
        }
    }

    /** From the first day of the plan, or before, to the last month that something is said of. */
    private static Period months(Terms terms, Example example) {
        List<YearMonth> months = new ArrayList<>();
        months.add(YearMonth.from(terms.validity().from()));
        List<History> histories = new ArrayList<>(example.people().values());
        histories.addAll(example.before().values());
        for (History one : histories) {
            one.credits().forEach(credit -> months.add(YearMonth.from(credit.date())));
            one.beside().overlay().forEach(credit -> months.add(YearMonth.from(credit.date())));
            one.payments().forEach(payment -> months.add(YearMonth.from(payment.date())));
            one.terminations().forEach(end -> months.add(YearMonth.from(end.date())));
            one.scores().stream().map(Score::period).forEach(period -> months.add(YearMonth.from(period.to())));
        }
        example.expected().stream()
                .map(Expected::month)
                .filter(Objects::nonNull)
                .forEach(months::add);
        YearMonth first = months.stream().min(YearMonth::compareTo).orElseThrow();
        YearMonth last = months.stream().max(YearMonth::compareTo).orElseThrow();
        return new Period(first.atDay(1), last.atEndOfMonth());
    }

    private static void compare(Expected expected, List<Line> all, List<Difference> differences) {
        YearMonth month = expected.month();
        List<Line> lines = month == null
                ? all
                : all.stream().filter(line -> line.month().equals(month)).toList();
        String suffix = month == null ? "" : " " + month;
        BigDecimal total = expected.total();
        compare(expected, "total" + suffix, total, sum(lines), differences);
        compare(expected, "drawn" + suffix, expected.drawn(), drawn(upTo(month, all)), differences);
        compare(expected, "held" + suffix, expected.held(), held(upTo(month, all)), differences);
        for (ExpectedLine line : expected.lines()) {
            BigDecimal earned = sum(
                    lines.stream().filter(one -> BookCheck.isAbout(line, one)).toList());
            compare(expected, suffix, line, earned, differences);
        }
    }

    private static void compareBooks(Expected expected, BookCheck check, List<Difference> differences) {
        Example.Books books = expected.books();
        String suffix = expected.month() == null ? "" : " " + expected.month();
        compare(expected, "expense" + suffix, books.expense(), check.expense(expected), differences);
        compare(expected, "asset" + suffix, books.asset(), check.asset(expected), differences);
        books.liability()
                .forEach(line ->
                        compare(expected, " liability" + suffix, line, check.liability(expected, line), differences));
        books.changes()
                .forEach(
                        line -> compare(expected, " change" + suffix, line, check.change(expected, line), differences));
    }

    private static void compare(
            Expected expected, String suffix, ExpectedLine line, BigDecimal actual, List<Difference> differences) {
        BigDecimal rounded = actual.setScale(Math.max(0, line.amount().scale()), RoundingMode.HALF_UP);
        if (rounded.compareTo(line.amount()) != 0) {
            String component = line.component() == null ? "" : line.component() + " ";
            String what = component + (line.deal() == null ? "" : line.deal()) + suffix;
            differences.add(new Difference(expected.person(), what.strip(), line.amount(), actual));
        }
    }

    private static void compare(
            Expected expected,
            String what,
            @Nullable BigDecimal figure,
            BigDecimal actual,
            List<Difference> differences) {
        if (figure != null && figure.compareTo(actual) != 0) {
            differences.add(new Difference(expected.person(), what, figure, actual));
        }
    }

    private static List<Line> upTo(@Nullable YearMonth month, List<Line> all) {
        return month == null
                ? all
                : all.stream().filter(line -> !line.month().isAfter(month)).toList();
    }

    private static BigDecimal drawn(List<Line> lines) {
        return sum(lines.stream()
                .filter(line -> line.kind() == LineKind.DRAWN || line.kind() == LineKind.RECOVERED)
                .toList());
    }

    private static BigDecimal held(List<Line> lines) {
        return sum(lines.stream().filter(line -> HELD.contains(line.kind())).toList())
                .negate();
    }

    private static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
