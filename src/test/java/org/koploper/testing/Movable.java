package org.koploper.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock on the wall in Brussels that a test puts where it wants. */
public final class Movable extends Clock {

    private Instant now = Instant.EPOCH;

    /** To that time on the wall. */
    public Movable to(String local) {
        now = LocalDateTime.parse(local).atZone(getZone()).toInstant();
        return this;
    }

    public Movable after(Duration time) {
        now = now.plus(time);
        return this;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Europe/Brussels");
    }

    /** Stands still where this one is now. */
    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
