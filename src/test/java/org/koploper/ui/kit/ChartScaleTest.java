package org.koploper.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartScaleTest {

    @ParameterizedTest(name = "{0} has marks at {1}")
    @CsvSource({
        "'68000 100000', '0 50000 100000'",
        "'68000 72000', '0 20000 40000 60000 80000'",
        "'0.4 1.1', '0 0.5 1 1.5'",
        "'-120 300', '-200 0 200 400'",
        "'-400', '-400 -300 -200 -100 0'",
        "'4', '0 1 2 3 4'",
        "'0', '0 1'",
        "'', '0 1'",
        "'1234567890123.45', '0 500000000000 1000000000000 1500000000000'"
    })
    void marksAreRoundAndHoldEveryValueAndZero(String values, String marks) {
        ChartScale scale = ChartScale.of(numbers(values).stream());

        assertThat(scale.marks()).usingElementComparator(BigDecimal::compareTo).isEqualTo(numbers(marks));
    }

    private static List<BigDecimal> numbers(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .map(BigDecimal::new)
                .toList();
    }

    @Test
    void aValueLiesWhereItsShareOfTheHeightIs() {
        ChartScale scale = new ChartScale(numbers("-100 0 100 200 300"));

        assertThat(scale.down(new BigDecimal("300"), 400)).isZero();
        assertThat(scale.down(BigDecimal.ZERO, 400)).isEqualTo(300);
        assertThat(scale.down(new BigDecimal("-50"), 400)).isEqualTo(350);
    }
}
