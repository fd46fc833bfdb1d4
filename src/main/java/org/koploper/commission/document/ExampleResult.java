package org.koploper.commission.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.koploper.commission.engine.Line;

/**
 * What the engine made of an example.
 *
 * @param example its name
 * @param differences none when all is as expected
 * @param lines what each person is paid and why, by person in the order of the example
 */
public record ExampleResult(String example, List<Difference> differences, Map<String, List<Line>> lines) {

    /**
     * @param what {@code total}, or the component and deal of a line, with the month where one is expected
     */
    public record Difference(String person, String what, BigDecimal expected, BigDecimal actual) {}

    public boolean pass() {
        return differences.isEmpty();
    }
}
