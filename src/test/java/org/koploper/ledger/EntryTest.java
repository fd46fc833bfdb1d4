package org.koploper.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** The form that is hashed is for ever: whoever changes it breaks every ledger there is, and this test first. */
class EntryTest {

    static final Entry FIRST = new Entry(
            4711,
            1042,
            1,
            YearMonth.of(2026, 11),
            YearMonth.of(2026, 10),
            "AM Vlaanderen 2026",
            3,
            "New business",
            "D-1042",
            "AM/3|New business|2026-10|D-1042|0",
            new BigDecimal("2000.00"),
            new BigDecimal("0.120"),
            new BigDecimal("240.000000"),
            new BigDecimal("-10.5"),
            "EUR",
            EntryKind.CHANGED,
            "{\"label\":\"commission-in-tier\",\"result\":\"240\",\"source\":\"€ ✓ 😀\"}",
            "sales-changed 1200",
            LocalDateTime.of(2026, 11, 23, 9, 12, 5, 120_000),
            Entry.START);

    @Test
    void theCanonicalFormOfAnEntryNeverChanges() {
        assertThat(FIRST.canonical())
                .isEqualTo("koploper-ledger-1,4:4711,4:1042,1:1,7:2026-11,7:2026-10,18:AM Vlaanderen 2026,1:3,"
                        + "12:New business,6:D-1042,34:AM/3|New business|2026-10|D-1042|0,4:2000,4:0.12,3:240,5:-10.5,3:EUR,"
                        + "7:CHANGED,63:{\"label\":\"commission-in-tier\",\"result\":\"240\",\"source\":\"€ ✓ 😀\"},"
                        + "18:sales-changed 1200,26:2026-11-23T09:12:05.000120,64:" + Entry.START + ",");
    }

    @Test
    void theHashOfAnEntryNeverChanges() {
        assertThat(FIRST.hash()).isEqualTo("38a1e57f3c05498e954d8765f2bf6be63abf27ca6192b66fcc47b487219cf30b");
    }

    @Test
    void anAbsentDealIsNotAnEmptyOne() {
        assertThat(with(null).canonical()).contains("12:New business,-,34:");
        assertThat(with("").canonical()).contains("12:New business,0:,34:");
        assertThat(with(null).hash()).isNotEqualTo(with("").hash());
    }

    @Test
    void textCannotMoveFromOneColumnToTheNext() {
        assertThat(with("D-1,3:x").hash()).isNotEqualTo(with("D-1").hash());
    }

    private static Entry with(String deal) {
        return new Entry(
                FIRST.id(),
                FIRST.person(),
                FIRST.seq(),
                FIRST.posted(),
                FIRST.earned(),
                FIRST.plan(),
                FIRST.version(),
                FIRST.component(),
                deal,
                FIRST.lineKey(),
                FIRST.base(),
                FIRST.rate(),
                FIRST.lineAmount(),
                FIRST.delta(),
                FIRST.currency(),
                FIRST.kind(),
                FIRST.reason(),
                FIRST.cause(),
                FIRST.recordedAt(),
                FIRST.previousHash());
    }
}
