package org.koploper.commission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.document.ExampleResult;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.LineKind;
import org.koploper.money.Decimals;

/**
 * What became of an example of a plan, as the interface and the commands show it. Amounts are texts of exact decimals.
 *
 * @param file it came from; null where it came from no file
 * @param expected the figures that differ, as the example has them; none when it passes
 * @param actual the same figures as the plan pays them
 * @param lines all that anybody in the example is paid, with the reasons
 */
public record ExampleAnswer(
        @Nullable String file,
        String example,
        boolean pass,
        List<Figure> expected,
        List<Figure> actual,
        List<LineAnswer> lines) {

    /** @param what {@code total} or the component and deal, with the month where one is meant */
    public record Figure(String person, String what, String amount) {}

    /**
     * @param kind such as {@code deal} or {@code rounding}
     * @param deal null where the line is not about one
     */
    public record LineAnswer(
            String person,
            String month,
            String kind,
            String component,
            @Nullable String deal,
            String base,
            String rate,
            String amount,
            String sentence,
            ReasonAnswer reason) {}

    /** @param words in the language and currency of whoever reads it */
    public static ExampleAnswer of(@Nullable String file, ExampleResult result, ReasonWords words) {
        List<LineAnswer> lines = new ArrayList<>();
        result.lines()
                .forEach((person, earned) -> earned.stream()
                        .filter(line -> line.kind() != LineKind.NOTHING_CREDITED)
                        .forEach(line -> lines.add(of(person, line, words))));
        return new ExampleAnswer(
                file,
                result.example(),
                result.pass(),
                result.differences().stream()
                        .map(one -> figure(one.person(), one.what(), one.expected()))
                        .toList(),
                result.differences().stream()
                        .map(one -> figure(one.person(), one.what(), one.actual()))
                        .toList(),
                lines);
    }

    private static Figure figure(String person, String what, BigDecimal amount) {
        return new Figure(person, what, Decimals.plain(amount));
    }

    private static LineAnswer of(String person, Line line, ReasonWords words) {
        return new LineAnswer(
                person,
                line.month().toString(),
                Reasons.code(line.kind()),
                line.component(),
                line.deal(),
                Decimals.plain(line.base()),
                Decimals.plain(line.rate()),
                Decimals.plain(line.amount()),
                words.sentence(line.reason()),
                ReasonAnswer.of(line.reason(), words));
    }
}
