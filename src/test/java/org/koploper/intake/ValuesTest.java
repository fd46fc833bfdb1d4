package org.koploper.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.234,50          | COMMA     | 1234.50
            1234,5            | COMMA     | 1234.5
            1 234.50          | DOT       | 1234.50
            1\u00a0234\u00a0567,8 | COMMA | 1234567.8
            1\u202f234,50     | COMMA     | 1234.50
            1,234             | DOT       | 1234
            1.234             | COMMA     | 1234
            1.234             | DOT       | 1.234
            -7                | DOT       | -7
            € 1.234,50        | COMMA     | 1234.50
            €\u00a0-1.234,50  | COMMA     | -1234.50
            -£1,234.50        | DOT       | -1234.50
            $5                | UNDECIDED | 5
            1054              | UNDECIDED | 1054
            12,50             | UNDECIDED | 12.50
            1.234,50          | UNDECIDED | 1234.50
            007               | DOT       | 7
            """)
    void numbersAreReadExactly(String cell, DecimalSign sign, BigDecimal value) {
        assertThat(Values.decimal(cell, sign)).isEqualTo(Parsed.value(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abc        | DOT       | not-a-number
            1e5        | DOT       | not-a-number
            12 EUR     | DOT       | not-a-number
            +5         | DOT       | not-a-number
            5.         | DOT       | not-a-number
            --5        | DOT       | not-a-number
            -€-5       | DOT       | not-a-number
            ١٢         | DOT       | not-a-number
            12-        | DOT       | negative-notation
            (12.00)    | DOT       | negative-notation
            −12        | DOT       | negative-notation
            1234,5     | DOT       | grouping-not-in-threes
            1.234,50   | DOT       | grouping-not-in-threes
            1,23,456   | DOT       | grouping-not-in-threes
            1234,567   | DOT       | grouping-not-in-threes
            0,123      | DOT       | grouping-not-in-threes
            12 34      | DOT       | grouping-not-in-threes
            1,234 567  | DOT       | grouping-not-in-threes
            1.234,567  | DOT       | grouping-not-in-threes
            1.2.3      | UNDECIDED | grouping-not-in-threes
            1,234      | UNDECIDED | decimal-sign-undecided
            1234567890123456789012345678901 | DOT | number-too-long
            """)
    void whatIsNotClearlyANumberIsRefused(String cell, DecimalSign sign, String code) {
        assertThat(Values.decimal(cell, sign)).isEqualTo(Parsed.refused(code, cell));
    }

    @Test
    void aBlankCellIsRefusedAsEmptyByEveryKind() {
        for (String blank : new String[] {"", " \t", "\u00a0\u202f"}) {
            assertThat(Values.decimal(blank, DecimalSign.DOT)).isEqualTo(Parsed.refused("empty-cell"));
            assertThat(Values.integer(blank, DecimalSign.DOT)).isEqualTo(Parsed.refused("empty-cell"));
            assertThat(Values.percent(blank, DecimalSign.DOT)).isEqualTo(Parsed.refused("empty-cell"));
            assertThat(Values.date(blank, DatePattern.ISO, BRUSSELS)).isEqualTo(Parsed.refused("empty-cell"));
            assertThat(Values.month(blank)).isEqualTo(Parsed.refused("empty-cell"));
            assertThat(Values.yesOrNo(blank)).isEqualTo(Parsed.refused("empty-cell"));
            assertThat(Values.currency(blank)).isEqualTo(Parsed.refused("empty-cell"));
        }
    }

    @Test
    void wholeNumbersHaveNoFraction() {
        assertThat(Values.integer(" 1.054 ", DecimalSign.COMMA)).isEqualTo(Parsed.value(1054L));
        assertThat(Values.integer("12,00", DecimalSign.COMMA)).isEqualTo(Parsed.value(12L));
        assertThat(Values.integer("12,5", DecimalSign.COMMA)).isEqualTo(Parsed.refused("not-a-whole-number", "12,5"));
        assertThat(Values.integer("99999999999999999999", DecimalSign.DOT))
                .isEqualTo(Parsed.refused("number-too-long", "99999999999999999999"));
    }

    @Test
    void percentagesAreInPercent() {
        assertThat(Values.percent("60", DecimalSign.DOT)).isEqualTo(Parsed.value(new BigDecimal("60")));
        assertThat(Values.percent("60 %", DecimalSign.DOT)).isEqualTo(Parsed.value(new BigDecimal("60")));
        assertThat(Values.percent("33,33%", DecimalSign.COMMA)).isEqualTo(Parsed.value(new BigDecimal("33.33")));
        assertThat(Values.percent("€ 60", DecimalSign.DOT)).isEqualTo(Parsed.refused("not-a-percentage", "€ 60"));
        assertThat(Values.percent("%", DecimalSign.DOT)).isInstanceOf(Parsed.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10/20/2016          | M/d/yyyy         | 2016-10-20
            03/01/2017          | M/d/yyyy         | 2017-03-01
            3/1/2017            | dd/MM/yyyy       | 2017-01-03
            29.02.2024          | dd.MM.yyyy       | 2024-02-29
            2026-11-02          | yyyy-MM-dd       | 2026-11-02
            2026-11-02 23:59    | yyyy-MM-dd       | 2026-11-02
            20261102            | yyyyMMdd         | 2026-11-02
            2/11/2026 12:00 AM  | d/M/yyyy HH:mm   | 2026-11-02
            """)
    void datesFollowTheirPattern(String cell, String pattern, LocalDate date) {
        assertThat(Values.date(cell, pattern(pattern), BRUSSELS)).isEqualTo(Parsed.value(date));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31/2/2026      | d/M/yyyy
            29/2/2025      | d/M/yyyy
            10/20/2016     | d/M/yyyy
            1/2/17         | d/M/yyyy
            1/2/20177      | d/M/yyyy
            1/2/-2017      | d/M/yyyy
            001/2/2017     | d/M/yyyy
            1-2-2017       | d/M/yyyy
            1/2/2017 25:00 | d/M/yyyy
            1/2/2017 13:00 PM | d/M/yyyy
            2026-11-02 morgen | yyyy-MM-dd
            """)
    void daysThatDoNotExistAreRefused(String cell, String pattern) {
        assertThat(Values.date(cell, pattern(pattern), BRUSSELS))
                .isEqualTo(Parsed.refused("not-a-date", cell, pattern));
    }

    @Test
    void withoutAPatternOnlyYearMonthDayIsRead() {
        assertThat(Values.date("2026-11-02", null, BRUSSELS)).isEqualTo(Parsed.value(LocalDate.of(2026, 11, 2)));
        assertThat(Values.date("2/11/2026", null, BRUSSELS))
                .isEqualTo(Parsed.refused("date-order-undecided", "2/11/2026"));
    }

    @Test
    void aYearOfRomeIsATypingError() {
        assertThat(Values.date("0216-11-02", DatePattern.ISO, BRUSSELS))
                .isEqualTo(Parsed.refused("year-too-early", "0216-11-02"));
    }

    @Test
    void aMomentWithAnOffsetMovesToTheClocksOfTheZone() {
        assertThat(Values.dateTime("2026-11-02T23:30:00.5Z", DatePattern.ISO, BRUSSELS))
                .isEqualTo(Parsed.value(LocalDateTime.of(2026, 11, 3, 0, 30, 0, 500_000_000)));
        assertThat(Values.date("2026-11-02T23:30:00+0000", DatePattern.ISO, BRUSSELS))
                .isEqualTo(Parsed.value(LocalDate.of(2026, 11, 3)));
        assertThat(Values.dateTime("2/11/2026 2:05 pm", DatePattern.DAY_MONTH_SLASH, BRUSSELS))
                .isEqualTo(Parsed.value(LocalDateTime.of(2026, 11, 2, 14, 5)));
        assertThat(Values.dateTime("2/11/2026", DatePattern.DAY_MONTH_SLASH, BRUSSELS))
                .isEqualTo(Parsed.value(LocalDateTime.of(2026, 11, 2, 0, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd/MM/yy", "d/d/yyyy", "d/yyyy/M", "d/M.yyyy", "EEEE", "", "d/M/yyyy'; drop"})
    void patternsWeCannotReadByAreRefused(String pattern) {
        assertThat(DatePattern.of(pattern)).isEqualTo(Parsed.refused("unknown-date-format", pattern));
    }

    @Test
    void monthsAreWrittenYearFirst() {
        assertThat(Values.month(" 2026-11 ")).isEqualTo(Parsed.value(YearMonth.of(2026, 11)));
        assertThat(Values.month("2026-13")).isEqualTo(Parsed.refused("not-a-month", "2026-13"));
        assertThat(Values.month("11-2026")).isEqualTo(Parsed.refused("not-a-month", "11-2026"));
    }

    @Test
    void yesAndNoAreReadInBothLanguages() {
        for (String yes : new String[] {"yes", "JA", "True", "waar", "1"}) {
            assertThat(Values.yesOrNo(yes)).isEqualTo(Parsed.value(true));
        }
        for (String no : new String[] {"no", "Nee", "FALSE", "onwaar", "0"}) {
            assertThat(Values.yesOrNo(no)).isEqualTo(Parsed.value(false));
        }
        assertThat(Values.yesOrNo("x")).isEqualTo(Parsed.refused("not-yes-or-no", "x"));
    }

    @Test
    void currenciesAreThoseInUseToday() {
        assertThat(Values.currency("eur")).isEqualTo(Parsed.value(Currency.getInstance("EUR")));
        assertThat(Values.currency("USD")).isEqualTo(Parsed.value(Currency.getInstance("USD")));
        assertThat(Values.currency("DEM")).isEqualTo(Parsed.refused("currency-not-in-use", "DEM"));
        assertThat(Values.currency("XAU")).isEqualTo(Parsed.refused("currency-not-in-use", "XAU"));
        assertThat(Values.currency("EURO")).isEqualTo(Parsed.refused("unknown-currency", "EURO"));
        assertThat(Values.currency("€")).isEqualTo(Parsed.refused("unknown-currency", "€"));
    }

    @Test
    void aRefusalShowsOnlyTheStartOfALongCell() {
        var refused = (Parsed.Refused<BigDecimal>) Values.decimal("x".repeat(500), DecimalSign.DOT);

        assertThat(refused.args().getFirst()).hasSize(41).endsWith("…");
        assertThat(refused.at(7, "amount").row()).isEqualTo(7);
    }

    private static DatePattern pattern(String pattern) {
        return ((Parsed.Value<DatePattern>) DatePattern.of(pattern)).value();
    }
}
