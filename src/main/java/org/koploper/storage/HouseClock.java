package org.koploper.storage;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The one clock of the product. It hangs where the organisation is: what day it is, when mails go out and what the
 * screens show as a time of day is told by its zone.
 */
public final class HouseClock extends Clock {

    /** Where it hangs until somebody says otherwise. */
    public static final ZoneId USUAL = ZoneId.of("Europe/Brussels");

    private volatile Clock hanging = Clock.system(USUAL);

    /** Hangs it elsewhere: from now on, for everybody. */
    public void hang(ZoneId zone) {
        hanging = Clock.system(zone);
    }

    @Override
    public ZoneId getZone() {
        return hanging.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return hanging.withZone(zone);
    }

    @Override
    public Instant instant() {
        return hanging.instant();
    }

    @Override
    public long millis() {
        return hanging.millis();
    }
}
