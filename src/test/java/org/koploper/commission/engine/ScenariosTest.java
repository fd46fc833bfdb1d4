package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.koploper.money.Decimals;

/** Every text in {@code scenarios} is computed as it says, line by line. */
class ScenariosTest {

    private static final Path FOLDER = Path.of("src/test/resources/scenarios");

    @TestFactory
    Stream<DynamicTest> everyScenarioIsPaidAsWritten() throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    @Test
    void theScenariosAreThere() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(14);
    }

    private static void check(Path file) {
        Scenario scenario = Scenario.read(file);

        List<Line> lines = Engine.calculate(scenario.terms(), scenario.credits(), scenario.from(), scenario.to());

        assertThat(lines.stream().map(Scenario::written)).isEqualTo(scenario.lines());
        assertThat(paid(lines)).isEqualTo(scenario.paid());
    }

    private static Map<String, String> paid(List<Line> lines) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(line.month().toString(), line.amount(), BigDecimal::add));
        Map<String, String> paid = new LinkedHashMap<>();
        sums.forEach((month, sum) -> paid.put(month, Decimals.plain(sum, 2)));
        return paid;
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }
}
