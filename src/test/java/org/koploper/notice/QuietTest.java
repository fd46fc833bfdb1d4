package org.koploper.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final LocalDate ARMISTICE = LocalDate.of(2026, 11, 11);

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T18:59, false",
        "2026-11-26T19:00, true",
        "2026-11-27T06:59, true",
        "2026-11-27T07:00, false",
        // a Friday evening, the weekend to its last minute, and Monday morning
        "2026-11-27T18:59, false",
        "2026-11-27T19:00, true",
        "2026-11-28T12:00, true",
        "2026-11-29T23:59, true",
        "2026-11-30T06:59, true",
        "2026-11-30T07:00, false"
    })
    void eveningsNightsAndWeekendsAreQuiet(String moment, boolean quiet) {
        assertThat(at(Quiet.PROPOSED, moment)).isEqualTo(quiet);
    }

    @Test
    void holidaysAreQuietForWhoWantsThemSo() {
        Quiet wanted = new Quiet(LocalTime.of(19, 0), LocalTime.of(7, 0), true, true);
        assertThat(at(wanted, "2026-11-11T12:00")).isTrue();
        assertThat(at(Quiet.PROPOSED, "2026-11-11T12:00")).isFalse();
        assertThat(at(wanted, "2026-11-12T12:00")).isFalse();
    }

    @Test
    void theSameTimeTwiceIsNoQuietHours() {
        Quiet never = new Quiet(LocalTime.of(7, 0), LocalTime.of(7, 0), false, false);
        assertThat(at(never, "2026-11-28T07:00")).isFalse();
        assertThat(at(never, "2026-11-28T03:00")).isFalse();
    }

    @Test
    void hoursWithinOneDayAreQuietToo() {
        Quiet lunch = new Quiet(LocalTime.of(12, 0), LocalTime.of(13, 0), false, false);
        assertThat(at(lunch, "2026-11-28T11:59")).isFalse();
        assertThat(at(lunch, "2026-11-28T12:00")).isTrue();
        assertThat(at(lunch, "2026-11-28T13:00")).isFalse();
    }

    /** The clock goes forward on the 29th of March and back on the 25th of October; the hours stay those on the wall. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T05:30:00Z, true",
        "2026-03-29T04:59:00Z, true",
        "2026-03-29T05:00:00Z, false",
        "2026-10-24T05:00:00Z, false",
        "2026-10-25T05:00:00Z, true",
        "2026-10-25T06:00:00Z, false"
    })
    void theHoursFollowTheClockOnTheWallWhenItChanges(Instant moment, boolean quiet) {
        Quiet nights = new Quiet(LocalTime.of(19, 0), LocalTime.of(7, 0), false, false);
        assertThat(nights.at(moment.atZone(BRUSSELS), ARMISTICE::equals)).isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-27, 2026-03-27T07:00:00Z",
        "2026-03-30, 2026-03-30T06:00:00Z",
        "2026-10-26, 2026-10-26T07:00:00Z"
    })
    void theDigestIsDueAtEightOnTheWall(LocalDate day, Instant due) {
        assertThat(Quiet.PROPOSED
                        .digestOn(day, BRUSSELS, ARMISTICE::equals)
                        .orElseThrow()
                        .toInstant())
                .isEqualTo(due);
    }

    @Test
    void theDigestWaitsForTheEndOfALongMorningAndLeavesQuietDaysOut() {
        Quiet late = new Quiet(LocalTime.of(19, 0), LocalTime.of(9, 30), true, true);
        assertThat(late.digestOn(LocalDate.of(2026, 11, 26), BRUSSELS, ARMISTICE::equals))
                .hasValue(LocalDateTime.parse("2026-11-26T09:30").atZone(BRUSSELS));
        assertThat(late.digestOn(LocalDate.of(2026, 11, 28), BRUSSELS, ARMISTICE::equals))
                .isEmpty();
        assertThat(late.digestOn(ARMISTICE, BRUSSELS, ARMISTICE::equals)).isEmpty();
    }

    private static boolean at(Quiet quiet, String local) {
        return quiet.at(LocalDateTime.parse(local).atZone(BRUSSELS), ARMISTICE::equals);
    }
}
