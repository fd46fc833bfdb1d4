package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Five is forgiven below, in months before March. */
class LateTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Late BELOW_FIVE = new Late(new BigDecimal("5"));

    @Test
    void whatAMonthComesToMoreIsTakenOffAgainWhereItIsLittle() {
        assertThat(forgiven(BELOW_FIVE, List.of(line(JANUARY, "104.99")), Map.of(JANUARY, new BigDecimal("100"))))
                .isEqualTo(Map.of(JANUARY, new BigDecimal("-4.99")));
    }

    @Test
    void whatIsAsMuchAsTheLimitIsCarriedForward() {
        assertThat(forgiven(BELOW_FIVE, List.of(line(JANUARY, "105")), Map.of(JANUARY, new BigDecimal("100"))))
                .isEmpty();
    }

    @Test
    void aMonthThatHasNoLineAnyMoreKeepsTheLittleThatStandsOnItsStatement() {
        assertThat(forgiven(BELOW_FIVE, List.of(), Map.of(JANUARY, new BigDecimal("3"))))
                .isEqualTo(Map.of(JANUARY, new BigDecimal("3")));
    }

    @Test
    void linesOfAMonthAreLookedAtTogetherAndEachMonthByItself() {
        List<Line> lines = List.of(line(JANUARY, "3"), line(JANUARY, "3"), line(FEBRUARY, "3"), line(MARCH, "3"));

        // six of January are too much, March is open
        assertThat(forgiven(BELOW_FIVE, lines, Map.of())).isEqualTo(Map.of(FEBRUARY, new BigDecimal("-3")));
    }

    @Test
    void nothingIsForgivenWhereAPlanSaysNothing() {
        assertThat(forgiven(Late.CARRIED_FORWARD, List.of(line(JANUARY, "1")), Map.of()))
                .isEmpty();
    }

    private static Map<YearMonth, BigDecimal> forgiven(
            Late late, List<Line> lines, Map<YearMonth, BigDecimal> settled) {
        return late.forgiven("AM", "plan:AM v1/late", lines, settled, month -> month.isBefore(MARCH)).stream()
                .collect(java.util.stream.Collectors.toMap(Line::month, Line::amount));
    }

    private static Line line(YearMonth month, String amount) {
        return new Line(
                LineKind.DEAL,
                "Commission",
                "D",
                month,
                Reason.given(Label.COMMISSION_ON_DEAL, new BigDecimal(amount), Unit.AMOUNT, "deal:D"));
    }
}
