package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A state: sign, word and colour, never the colour alone. */
public class StatusBadge extends Span {

    /** How good the state is. */
    public enum Tone {
        GOOD("✓"),
        WARN("!"),
        BAD("✕"),
        NEUTRAL("•");

        private final String sign;

        Tone(String sign) {
            this.sign = sign;
        }
    }

    /** @param key translation key of the word */
    public StatusBadge(String key, Tone tone) {
        addClassNames("kp-badge", "kp-" + tone.name().toLowerCase(Locale.ROOT));
        Span sign = new Span(tone.sign);
        sign.getElement().setAttribute("aria-hidden", "true");
        add(sign, new Span(getTranslation(key)));
    }
}
