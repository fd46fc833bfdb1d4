package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A statement is believed only as far as it can be computed again from its own leaves. */
class StatementCheckTest {

    private static final String STATEMENT = """
            {"person": "P-1", "period": "2026-10", "currency": "EUR", "total": "110.00", "otherTotals": {},
             "lines": [
              {"component": "Commission", "deal": "D-1", "base": "2000.008", "rate": "0.055", "amount": "110.00044",
               "currency": "EUR", "reason":
                {"code": "commission-on-deal", "formulaCode": "product", "unit": "amount", "result": "110.00044", "operands": [
                  {"code": "credited", "formulaCode": "product", "unit": "amount", "result": "2000.008", "operands": [
                    {"code": "deal-amount", "formulaCode": "given", "unit": "amount", "result": "2500.01", "operands": []},
                    {"code": "share", "formulaCode": "given", "unit": "rate", "result": "0.8", "operands": []}]},
                  {"code": "rate", "formulaCode": "given", "unit": "rate", "result": "0.055", "operands": []}]}},
              {"component": "Commission", "deal": null, "base": "110.00044", "rate": "0", "amount": "-0.00044",
               "currency": "EUR", "reason":
                {"code": "rounding-difference", "formulaCode": "difference", "unit": "amount", "result": "-0.00044", "operands": [
                  {"code": "rounded-total", "formulaCode": "rounded-half-up", "unit": "amount", "result": "110", "operands": [
                    {"code": "unrounded-total", "formulaCode": "given", "unit": "amount", "result": "110.00044", "operands": []},
                    {"code": "decimals", "formulaCode": "given", "unit": "count", "result": "2", "operands": []}]},
                  {"code": "unrounded-total", "formulaCode": "given", "unit": "amount", "result": "110.00044", "operands": []}]}}]}
            """;

    @Test
    void whatFollowsFromItsLeavesIsEqual() {
        StatementCheck.Found found = StatementCheck.of(STATEMENT);

        assertThat(found.faults()).isEmpty();
        assertThat(found.total()).isEqualTo("110.00 EUR");
        assertThat(found.lines()).isEqualTo(2);
        assertThat(found.steps()).isEqualTo(10);
    }

    @Test
    void aStepThatDoesNotFollowIsNamedOnceAndWhereItIs() {
        assertThat(faults("\"0.8\"", "\"0.9\""))
                .containsExactly("line 1 (Commission), credited says 2000.008, and 2250.009 by its operands");
    }

    @Test
    void aTotalThatIsNotTheSumOfTheLinesIsNamed() {
        assertThat(faults("\"110.00\"", "\"120.00\""))
                .containsExactly("the total says 120, and 110 by the sum of the lines");
    }

    @Test
    void anAmountThatIsNotTheOneOfItsReasonIsNamed() {
        assertThat(faults("\"amount\": \"-0.00044\"", "\"amount\": \"9.99956\""))
                .containsExactly(
                        "line 2 (Commission) says 9.99956, and -0.00044 by its reason",
                        "the total says 110, and 120 by the sum of the lines");
    }

    @Test
    void aBaseOrRateThatIsNotTheOneOfTheReasonIsNamed() {
        assertThat(faults("\"base\": \"2000.008\", \"rate\": \"0.055\"", "\"base\": \"1000.004\", \"rate\": \"0.11\""))
                .containsExactly(
                        "line 1 (Commission), base says 1000.004, and 2000.008 by its reason",
                        "line 1 (Commission), rate says 0.11, and 0.055 by its reason");
    }

    @Test
    void whatIsNotARateOfTheDealNeedsNone() {
        assertThat(faults("\"base\": \"110.00044\", \"rate\": \"0\"", "\"base\": \"7\", \"rate\": \"0\""))
                .isEmpty();
    }

    @Test
    void aLineInACurrencyWithoutTotalIsNamed() {
        assertThat(faults(
                        "\"currency\": \"EUR\", \"reason\":\n    {\"code\": \"rounding",
                        "\"currency\": \"USD\", \"reason\":\n    {\"code\": \"rounding"))
                .contains("there are lines in USD and no total");
    }

    @Test
    void aFormulaWithoutItsOperandsIsNamed() {
        assertThat(faults("\"difference\"", "\"overlap\""))
                .containsExactly("line 2 (Commission), rounding-difference cannot follow from such operands");
    }

    @Test
    void whatIsNoStatementIsRefusedWithAReason() {
        for (String none : List.of("", "[]", "{}", "%PDF-1.7", STATEMENT.replace("\"lines\"", "\"rows\""), "null")) {
            assertThatThrownBy(() -> StatementCheck.of(none))
                    .as(none)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("no ");
        }
        assertThatThrownBy(() -> faults("\"difference\"", "\"logarithm\""))
                .hasMessage("of another version, since it has the word logarithm");
        assertThatThrownBy(() -> faults("\"result\": \"2\"", "\"result\": \"2000000000\""))
                .hasMessageContaining("counts to 2000000000");
    }

    private static List<String> faults(String what, String by) {
        assertThat(STATEMENT).contains(what);
        return StatementCheck.of(STATEMENT.replace(what, by)).faults();
    }
}
