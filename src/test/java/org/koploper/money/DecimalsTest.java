package org.koploper.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "10005534.00, 10005534",
        "1E+7, 10000000",
        "0.0550, 0.055",
        "1E-10, 0.0000000001",
        "0.00, 0",
        "-0.0, 0",
        "-12.50, -12.5",
        "100, 100"
    })
    void aNumberIsWrittenInFullAndWithoutNeedlessZeros(BigDecimal value, String text) {
        assertThat(Decimals.plain(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"10005534, 2, 10005534.00", "11.875, 2, 11.875", "1E+3, 0, 1000", "-0.5, 2, -0.50", "7.00, 0, 7"})
    void moneyKeepsItsMinorUnitAndLosesNoDigit(BigDecimal value, int decimals, String text) {
        assertThat(Decimals.plain(value, decimals)).isEqualTo(text);
    }

    @Test
    void equalNumbersBecomeEqualObjects() {
        assertThat(Decimals.canonical(new BigDecimal("1000.00")))
                .isEqualTo(Decimals.canonical(new BigDecimal("1E+3")))
                .isEqualTo(new BigDecimal("1000"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-12.50, -12.5", "10005534.00, 10005534", "007, 7"})
    void plainTextsAreRead(String text, BigDecimal value) {
        assertThat(Decimals.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "1.", ".5", "+1", " 1", "1 ", "1,5", "1e3", "--1", "1.2.3", "١٢", "NaN", "0x1"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimals.parse(text))
                .withMessage("Not a plain decimal number: '" + text + "'");
    }

    @Test
    void endlessTextIsRefusedWithoutRepeatingItAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimals.parse("9".repeat(1_000_000)))
                .withMessageContaining("…")
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(100));
    }

    @Test
    void theLongestTextIsReadAndOneLongerIsNot() {
        assertThat(Decimals.parse("1".repeat(40))).isEqualTo(new BigDecimal("1".repeat(40)));
        assertThatIllegalArgumentException().isThrownBy(() -> Decimals.parse("1".repeat(41)));
        assertThat(Decimals.canonical(new BigDecimal("1E+60"))).isEqualTo(BigDecimal.TEN.pow(60));
        assertThatIllegalArgumentException().isThrownBy(() -> Decimals.canonical(new BigDecimal("1E+61")));
        assertThatIllegalArgumentException().isThrownBy(() -> Decimals.parse(".5"));
    }

    @Test
    void anExponentThatWouldFillTheMemoryIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Decimals.plain(new BigDecimal("1E+1000000000")));
    }
}
