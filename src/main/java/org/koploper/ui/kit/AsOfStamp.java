package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.koploper.intake.Freshness.Arrival;

/**
 * When the numbers on this screen were read, and when what they are made of came in last. Where that is more than a day
 * ago it says so, in words and in amber.
 */
public class AsOfStamp extends Span {

    private final Supplier<Optional<Arrival>> source;
    private final Clock clock;

    /** Empty until {@link #at} is called. */
    public AsOfStamp(Supplier<Optional<Arrival>> source, Clock clock) {
        this.source = source;
        this.clock = clock;
        addClassNames("kp-as-of", "kp-quiet");
    }

    /** The numbers were read at that moment. */
    public AsOfStamp at(Instant read) {
        removeAll();
        Optional<Arrival> last = source.get();
        boolean old = last.filter(arrival -> arrival.isOld(clock.instant())).isPresent();
        add(new Span(getTranslation("as-of.read", moment(read)) + " · "
                + last.map(this::words).orElseGet(() -> getTranslation("as-of.none"))));
        if (old) {
            add(new Span(" "), new StatusBadge("as-of.old", StatusBadge.Tone.WARN));
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
