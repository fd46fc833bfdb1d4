package org.koploper.ui.kit;

import java.time.Clock;
import org.koploper.intake.Freshness;
import org.koploper.intake.Freshness.Numbers;
import org.springframework.stereotype.Component;

/** Makes the stamps of pages with numbers. */
@Component
public class AsOf {

    private final Freshness freshness;
    private final Clock clock;

    AsOf(Freshness freshness, Clock clock) {
        this.freshness = freshness;
        this.clock = clock;
    }

    /** For numbers of that sort; to be told when they were read. */
    public AsOfStamp stamp(Numbers numbers) {
        return new AsOfStamp(() -> freshness.last(numbers), clock);
    }
}
