package org.koploper.commission.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.koploper.commission.document.Example.Expected;
import org.koploper.commission.document.Example.ExpectedLine;
import org.koploper.commission.document.ExampleResult.Difference;
import org.koploper.commission.engine.Engine;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.Score;
import org.koploper.commission.engine.Terms;

/** Holds a plan to its examples. Pure. */
public final class Examples {

    private Examples() {}

    /**
     * One result for each example, in their order.
     *
     * @throws PlanFault when the plan cannot be computed at all, as when one has no header
     */
    public static List<ExampleResult> run(PlanDocument document) {
        Terms terms = document.terms();
        return document.examples().stream().map(example -> run(terms, example)).toList();
    }

    private static ExampleResult run(Terms terms, Example example) {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        example.people().forEach((person, history) -> lines.put(person, lines(terms, history, example)));
        List<Difference> differences = new ArrayList<>();
        for (Expected expected : example.expected()) {
            compare(expected, lines.getOrDefault(expected.person(), List.of()), differences);
        }
        return new ExampleResult(example.name(), differences, lines);
    }

    private static List<Line> lines(Terms terms, History history, Example example) {
        List<YearMonth> months = new ArrayList<>();
        months.add(YearMonth.from(terms.validity().from()));
        for (History one : example.people().values()) {
            one.credits().forEach(credit -> months.add(YearMonth.from(credit.date())));
            one.scores().stream().map(Score::period).forEach(period -> months.add(YearMonth.from(period.to())));
        }
        example.expected().stream()
                .map(Expected::month)
                .filter(java.util.Objects::nonNull)
                .forEach(months::add);
        YearMonth first = months.stream().min(YearMonth::compareTo).orElseThrow();
        YearMonth last = months.stream().max(YearMonth::compareTo).orElseThrow();
        return Engine.calculate(terms, history, first, last);
    }

    private static void compare(Expected expected, List<Line> all, List<Difference> differences) {
        YearMonth month = expected.month();
        List<Line> lines = month == null
                ? all
                : all.stream().filter(line -> line.month().equals(month)).toList();
        String suffix = month == null ? "" : " " + month;
        BigDecimal total = expected.total();
        if (total != null) {
            BigDecimal paid = sum(lines);
            if (paid.compareTo(total) != 0) {
                differences.add(new Difference(expected.person(), "total" + suffix, total, paid));
            }
        }
        for (ExpectedLine line : expected.lines()) {
            BigDecimal earned = sum(lines.stream()
                    .filter(one -> line.deal().equals(one.deal())
                            && (line.component() == null || line.component().equals(one.component())))
                    .toList());
            BigDecimal rounded = earned.setScale(Math.max(0, line.amount().scale()), RoundingMode.HALF_UP);
            if (rounded.compareTo(line.amount()) != 0) {
                String component = line.component() == null ? "" : line.component() + " ";
                differences.add(
                        new Difference(expected.person(), component + line.deal() + suffix, line.amount(), earned));
            }
        }
    }

    private static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
