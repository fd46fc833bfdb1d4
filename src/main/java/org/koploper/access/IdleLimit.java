package org.koploper.access;

import java.time.Duration;
import org.koploper.storage.Keeping;
import org.koploper.storage.Kept;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** After how long without anything done somebody is signed out, and how long before that they are asked. */
@Component
public class IdleLimit implements Keeping {

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration WARNING = Duration.ofMinutes(2);

    private final Duration limit;

    IdleLimit(@Value("${koploper.sign-in.idle}") Duration limit) {
        if (limit.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "koploper.sign-in.idle has to be at least " + SHORTEST.toSeconds() + "s, such as 8h or 30m");
        }
        this.limit = limit;
    }

    /** How long nothing may be done. */
    public Duration limit() {
        return limit;
    }

    @Override
    public Kept kept() {
        return Kept.during("sessions", limit, "koploper.sign-in.idle");
    }

    /** How long before the end the question comes: two minutes, or half of a limit that is shorter than four. */
    public Duration warning() {
        Duration half = limit.dividedBy(2);
        return half.compareTo(WARNING) < 0 ? half : WARNING;
    }
}
