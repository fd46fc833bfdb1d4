package org.koploper.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SignsTest {

    private static final NumberFormat WHOLE = NumberFormat.getIntegerInstance(Locale.UK);

    @Test
    void aNumberBelowZeroHasOneMinusWhateverTheLanguage() {
        assertThat(written(WHOLE, "-12")).isEqualTo("\u221212");
        assertThat(written(NumberFormat.getIntegerInstance(Locale.forLanguageTag("nl")), "-1200"))
                .isEqualTo("\u22121.200");
        assertThat(written(WHOLE, "12")).isEqualTo("12");
    }

    @Test
    void whatIsRoundedToNothingHasNoSign() {
        assertThat(written(WHOLE, "-0.4")).isEqualTo("0");
        assertThat(written(WHOLE, "-1")).isEqualTo("\u22121");
        assertThat(written(WHOLE, "-9")).isEqualTo("\u22129");
    }

    @Test
    void aMinusBeforeTheSignOfACurrencyStaysOnItsLine() {
        NumberFormat pounds = NumberFormat.getCurrencyInstance(Locale.UK);

        assertThat(written(pounds, "-9")).isEqualTo("\u2212\u2060\u00a39.00");
        assertThat(written(pounds, "9")).isEqualTo("\u00a39.00");
        assertThat(written(pounds, "-0.001")).isEqualTo("\u00a30.00");
    }

    private static String written(NumberFormat format, String number) {
        return Signs.write(format, new BigDecimal(number));
    }
}
