package org.koploper.commission.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.koploper.commission.ReasonWords;
import org.koploper.commission.engine.Line;

/** The plans in the documentation, each held to its own examples: one for every mechanic. */
class PlansInTheDocsTest {

    private static final Path PLANS = Path.of("docs", "plans");

    /** The first number of each file name is that of the mechanic. */
    private static final int MECHANICS = 46;

    @Test
    void everyMechanicHasAPlan() {
        assertThat(plans().map(file ->
                        Integer.valueOf(file.getFileName().toString().substring(0, 2))))
                .containsAll(IntStream.rangeClosed(1, MECHANICS).boxed().toList());
    }

    @TestFactory
    Stream<DynamicTest> everyExamplePaysWhatItSays() {
        // each computed by its own test, so that whoever changes the engine to see which one notices is told
        return plans().flatMap(file -> IntStream.range(0, parse(file).examples().size())
                .mapToObj(i -> dynamicTest(
                        file.getFileName() + ": "
                                + parse(file).examples().get(i).name(),
                        () -> {
                            ExampleResult result = Examples.run(parse(file)).get(i);
                            assertThat(result.differences())
                                    .as("%s", result.lines())
                                    .isEmpty();
                        })));
    }

    @TestFactory
    Stream<DynamicTest> everyReasonComesToItsAmountAndCanBeSaid() {
        return plans().map(file -> dynamicTest(file.getFileName().toString(), () -> {
            PlanDocument plan = parse(file);
            for (ExampleResult result : Examples.run(plan)) {
                for (List<Line> lines : result.lines().values()) {
                    for (Line line : lines) {
                        assertThat(line.reason().evaluate()).isEqualByComparingTo(line.amount());
                        for (Locale locale : List.of(Locale.UK, Locale.of("nl", "BE"))) {
                            assertThat(ReasonWords.of(locale, plan.terms()).sentence(line.reason()))
                                    .isNotBlank();
                        }
                    }
                }
            }
        }));
    }

    private static Stream<Path> plans() {
        try (Stream<Path> files = Files.list(PLANS)) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlanDocument parse(Path file) {
        try {
            return PlanDocument.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
