package org.koploper.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.koploper.period.Period;

class FormatsTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    private final Formats belgian = Formats.of(Locale.forLanguageTag("nl-BE"));
    private final Formats dutch = Formats.of(Locale.forLanguageTag("nl-NL"));
    private final Formats british = Formats.of(Locale.UK);

    @Test
    void moneyIsWrittenAsReadersExpect() {
        BigDecimal much = new BigDecimal("1234567.50");
        BigDecimal less = new BigDecimal("-1234.5");
        assertThat(plain(belgian.money(much, EUR))).isEqualTo("€ 1.234.567,50");
        assertThat(plain(belgian.money(less, EUR))).isEqualTo("€ −1.234,50");
        assertThat(plain(dutch.money(much, EUR))).isEqualTo("€ 1.234.567,50");
        assertThat(british.money(much, EUR)).isEqualTo("€1,234,567.50");
        assertThat(british.money(less, EUR)).isEqualTo("−\u2060€1,234.50");
        assertThat(british.money(much, Currency.getInstance("JPY"))).doesNotContain(".");
    }

    @Test
    void halfACentIsRoundedUp() {
        assertThat(british.money(new BigDecimal("0.125"), EUR)).isEqualTo("€0.13");
        assertThat(british.wholeMoney(new BigDecimal("0.5"), EUR)).isEqualTo("€1");
    }

    @Test
    void sharesHaveOneDecimalAndRatesTheDecimalsTheyHave() {
        assertThat(belgian.percent(new BigDecimal("0.6805"))).isEqualTo("68,1%");
        assertThat(belgian.percent(BigDecimal.ONE)).isEqualTo("100,0%");
        assertThat(belgian.rate(new BigDecimal("0.12"))).isEqualTo("12%");
        assertThat(british.rate(new BigDecimal("0.075"))).isEqualTo("7.5%");
    }

    @Test
    void belowZeroEveryNumberHasTheSameMinusAndNoHyphen() {
        BigDecimal less = new BigDecimal("-0.075");
        assertThat(british.percent(less)).isEqualTo("−7.5%");
        assertThat(belgian.rate(less)).isEqualTo("−7,5%");
        assertThat(belgian.number(less)).isEqualTo("−0,075");
        assertThat(british.number(-3L)).isEqualTo("−3");
    }

    @Test
    void aDifferenceHasItsSignAboveZeroTooAndKeepsItOnItsLine() {
        assertThat(british.signed(new BigDecimal("0.15"), british::percent)).isEqualTo("+15.0%");
        assertThat(british.signed(new BigDecimal("-0.15"), british::percent)).isEqualTo("−15.0%");
        assertThat(british.signed(BigDecimal.ZERO, british::percent)).isEqualTo("0.0%");
        BigDecimal amount = new BigDecimal("2090");
        assertThat(british.signed(amount, size -> british.wholeMoney(size, EUR)))
                .isEqualTo("+\u2060€2,090");
        assertThat(plain(belgian.signed(amount, size -> belgian.wholeMoney(size, EUR))))
                .isEqualTo("€ +2.090");
        assertThat(plain(belgian.signed(amount.negate(), size -> belgian.wholeMoney(size, EUR))))
                .isEqualTo("€ −2.090");
    }

    @Test
    void whatRoundsToNothingHasNoSign() {
        assertThat(british.wholeMoney(new BigDecimal("-0.4"), EUR)).isEqualTo("€0");
        assertThat(belgian.percent(new BigDecimal("-0.0001"))).isEqualTo("0,0%");
    }

    @Test
    void datesAreWrittenAsReadersExpect() {
        assertThat(belgian.shortDate(DAY)).isEqualTo("2/11/2026");
        assertThat(dutch.shortDate(DAY)).isEqualTo("02-11-2026");
        assertThat(british.shortDate(DAY)).isEqualTo("02/11/2026");
        assertThat(belgian.date(DAY)).isEqualTo("2 nov 2026");
        assertThat(british.date(DAY)).isEqualTo("2 Nov 2026");
        assertThat(belgian.dayOfYear(DAY)).isEqualTo("2 nov");
        assertThat(british.shortMonth(Month.SEPTEMBER)).isEqualTo("Sept");
        assertThat(belgian.monthOfYear(Month.MARCH)).isEqualTo("maart");
        assertThat(belgian.month(YearMonth.of(2026, 11))).isEqualTo("november 2026");
        assertThat(british.month(YearMonth.of(2026, 11))).isEqualTo("November 2026");
    }

    @Test
    void periodsAreNamed() {
        assertThat(belgian.period(Period.month(DAY))).isEqualTo("november 2026");
        assertThat(belgian.period(Period.quarter(DAY))).isEqualTo("Q4 2026");
        assertThat(belgian.period(Period.year(DAY))).isEqualTo("2026");
        assertThat(british.period(new Period(DAY, DAY.plusDays(10)))).isEqualTo("2 Nov 2026 – 12 Nov 2026");
    }

    @Test
    void aMomentOfTodayIsATimeAndAnotherHasItsDay() {
        Instant moment = Instant.parse("2026-11-02T13:05:00Z");
        ZoneId brussels = ZoneId.of("Europe/Brussels");
        assertThat(belgian.moment(moment, brussels, DAY)).isEqualTo("14:05");
        assertThat(belgian.moment(moment, brussels, DAY.plusDays(1))).isEqualTo("2 nov 2026 14:05");
    }

    /** Without the no-break space after the sign of the currency. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
