package org.koploper.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "11.875, EUR, 11.88",
        "-11.875, EUR, -11.88",
        "11.874999, EUR, 11.87",
        "0.5, JPY, 1",
        "1.0005, BHD, 1.001"
    })
    void roundsHalfAwayFromZeroToTheMinorUnit(String amount, String currency, String rounded) {
        assertThat(Money.of(amount, currency).rounded()).isEqualTo(Money.of(rounded, currency));
    }

    @Test
    void addsAndSubtractsExactly() {
        Money sum = Money.of("0.1", "EUR").plus(Money.of("0.2", "EUR"));

        assertThat(sum).isEqualTo(Money.of("0.30", "EUR"));
        assertThat(sum.minus(Money.of("0.3", "EUR"))).isEqualTo(Money.zero(Currency.getInstance("EUR")));
        assertThat(sum.negate()).isEqualTo(Money.of("-0.3", "EUR"));
    }

    @Test
    void refusesToMixCurrencies() {
        Money euro = Money.of("1", "EUR");
        Money dollar = Money.of("1", "USD");

        assertThatIllegalArgumentException().isThrownBy(() -> euro.plus(dollar)).withMessageContaining("1.00 USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> euro.minus(dollar))
                .withMessageContaining("1.00 EUR");
    }

    @Test
    void refusesWhatCannotBePaidOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1", "XAU"))
                .withMessageContaining("minor unit");
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "EURO"));
    }

    @Test
    void isWrittenWithItsMinorUnit() {
        assertThat(Money.of("10005534", "USD").plain()).isEqualTo("10005534.00");
        assertThat(Money.of("11.875", "EUR")).hasToString("11.875 EUR");
    }
}
