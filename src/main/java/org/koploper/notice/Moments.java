package org.koploper.notice;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Moments as the tables hold them: UTC, to the microsecond. */
final class Moments {

    private Moments() {}

    static Timestamp utc(Instant moment) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
    }

    static Instant instant(Timestamp utc) {
        return utc.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
