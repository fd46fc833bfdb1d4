package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.Freshness.Arrival;

/**
 * When the numbers on this screen were read, and when what they are made of came in last. Where that is more than a day
 * ago it says so, in words and in amber.
 */
public class AsOfStamp extends Span {

    private final @Nullable Supplier<Optional<Arrival>> source;
    private final Clock clock;

    /** For what the product measures itself. */
    public AsOfStamp(Instant read, Clock clock) {
        this(clock, null);
        at(read);
    }

    /** For numbers made of what comes from elsewhere; empty until {@link #at} is called. */
    public AsOfStamp(Supplier<Optional<Arrival>> source, Clock clock) {
        this(clock, source);
    }

    private AsOfStamp(Clock clock, @Nullable Supplier<Optional<Arrival>> source) {
        this.source = source;
        this.clock = clock;
        addClassNames("kp-as-of", "kp-quiet");
    }

    /** The numbers were read at that moment. */
    public final AsOfStamp at(Instant read) {
        removeAll();
        String when = getTranslation("as-of.read", moment(read));
        if (source == null) {
            add(new Span(when));
            return this;
        }
        Optional<Arrival> last = source.get();
        add(new Span(when + " · " + last.map(this::words).orElseGet(() -> getTranslation("as-of.none"))));
        if (last.filter(arrival -> arrival.isOld(clock.instant())).isPresent()) {
            add(new StatusBadge("as-of.old", StatusBadge.Tone.WARN));
        }
        return this;
    }

    private String words(Arrival arrival) {
        return getTranslation("as-of." + arrival.way().name().toLowerCase(Locale.ROOT), moment(arrival.at()));
    }

    private String moment(Instant moment) {
        return Formats.here().moment(moment, clock.getZone(), LocalDate.now(clock));
    }
}
