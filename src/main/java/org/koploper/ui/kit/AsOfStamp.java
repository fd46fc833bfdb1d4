package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** When the numbers on this screen were read. */
public class AsOfStamp extends Span {

    public AsOfStamp(Instant asOf, Clock clock) {
        addClassNames("kp-as-of", "kp-quiet");
        setText(getTranslation("as-of", Formats.here().moment(asOf, clock.getZone(), LocalDate.now(clock))));
    }
}
