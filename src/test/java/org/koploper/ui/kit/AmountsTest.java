package org.koploper.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.234,50; 1234.50; 1234.50",
                "1,234.50; 1234.50; 1234.50",
                "1234,5; 1234.5; 1234.5",
                "1 234.50; 1234.50; 1234.50",
                "1.234; 1234; 1.234",
                "1,234; 1.234; 1234",
                "1.234.567; 1234567; 1234567",
                "€ 12; 12; 12",
                "-5,25; -5.25; -5.25",
                "−5,25; -5.25; -5.25",
                "−\u2060€5.25; -5.25; -5.25",
                ",5; 0.5; 0.5",
                "0; 0; 0"
            })
    void areReadAsPeopleTypeThem(String typed, BigDecimal dutch, BigDecimal english) {
        assertThat(Amounts.read(typed, DUTCH))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(dutch));
        assertThat(Amounts.read(typed, Locale.UK))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(english));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,2,3.4.5", "12e3", "--1", "€", ".", "1;2"})
    void whatIsNoNumberIsNotGuessed(String typed) {
        assertThat(Amounts.read(typed, DUTCH)).isEmpty();
    }
}
