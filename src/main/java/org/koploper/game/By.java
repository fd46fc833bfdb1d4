package org.koploper.game;

import java.util.Locale;

/** By what a board ranks. */
public enum By {
    /** The number itself. */
    VALUE,
    /** The number as a part of the own target for it. */
    GOAL,
    /** How much the number grew against the period of the same kind before; see {@link Growth}. */
    GROWTH;

    /** As the interface names it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
